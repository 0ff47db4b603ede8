/** A real mail server in this process. It refuses the recipients that it is told to refuse, and quotes them as mail servers do. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { readonly to: readonly string[]; readonly raw: string }

export type MailServer = {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** Recipient → the code with which it is refused from now on. */
  readonly refusals: Map<string, number>
  readonly close: () => Promise<void>
}

const refusal = (address: string, responseCode: number): Error =>
  Object.assign(new Error(`<${address}>: recipient refused, ask Joan Pickering`), { responseCode })

export const openMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const refusals = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = refusals.get(address)
      done(code === undefined ? null : refusal(address, code))
    },
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      }, done)
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, received, refusals, close }
}
