/**
 * A real mail server in this process. It refuses the recipients that it is told to refuse, quotes them as mail servers
 * do, and can be told to fall silent or to hang up at any point.
 */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { readonly to: readonly string[]; readonly raw: string }

/** Where in the conversation. `data`: the message is there in whole, and the reply is due. */
export type Place = 'greeting' | 'recipient' | 'data'

/** What the server does with the next mail: refuses it, or says nothing any more, or hangs up. */
export type Fault =
  | { readonly kind: 'refuses'; readonly at: Exclude<Place, 'greeting'>; readonly code: number }
  | { readonly kind: 'hangs' | 'hangs up'; readonly at: Place }

export type MailServer = {
  readonly url: string
  /** What is in the recipients' hands, told to the sender or not. */
  readonly received: readonly ReceivedMail[]
  /** Recipient → the code with which it is refused from now on. */
  readonly refusals: Map<string, number>
  /** What happens to whoever calls next; no fault when it gives none. */
  readonly misbehave: (next: () => Fault | null) => void
  readonly close: () => Promise<void>
}

const refusal = (address: string, responseCode: number): Error =>
  Object.assign(new Error(`<${address}>: recipient refused, ask Joan Pickering`), { responseCode })

const never = (): void => undefined

export const openMailServer = async (port = 0): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const refusals = new Map<string, number>()
  const sockets = new Set<Socket>()
  const given: { next: () => Fault | null } = { next: () => null }
  const faults = new Map<string, Fault | null>()
  const socketOf = new Map<string, Socket>()

  /** True: the conversation is over, or goes on with a refusal. */
  const isSpoilt = (id: string, at: Place, done: (error?: Error | null) => void): boolean => {
    const fault = faults.get(id) ?? null
    if (fault?.at !== at) return false
    if (fault.kind === 'refuses') done(refusal('somebody', fault.code))
    if (fault.kind === 'hangs up') socketOf.get(id)?.destroy()
    return true
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    disableReverseLookup: true,
    onConnect: ({ id, remotePort }, done) => {
      const socket = [...sockets].find((one) => one.remotePort === remotePort)
      if (socket !== undefined) socketOf.set(id, socket)
      faults.set(id, given.next())
      if (!isSpoilt(id, 'greeting', done)) done()
    },
    onRcptTo: ({ address }, { id }, done) => {
      if (isSpoilt(id, 'recipient', done)) return
      const code = refusals.get(address)
      done(code === undefined ? null : refusal(address, code))
    },
    onData: (stream, { envelope, id }, done) => {
      text(stream).then((raw) => {
        const isRefused = faults.get(id)?.kind === 'refuses' && faults.get(id)?.at === 'data'
        const to = envelope.rcptTo.map(({ address }) => address)
        if (!isRefused) received.push({ to, raw })
        if (!isSpoilt(id, 'data', done)) done()
      }, done)
    },
  })
  server.on('error', never)
  const listening = server.listen(port, '127.0.0.1')
  listening.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', never)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(listening, 'listening')
  const address = listening.address() as AddressInfo
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  const misbehave = (next: () => Fault | null) => {
    given.next = next
  }
  return { url: `smtp://127.0.0.1:${address.port}`, received, refusals, misbehave, close }
}
