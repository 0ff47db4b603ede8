/**
 * Hands a mail to the mail server, and says how far it got.
 *
 * Whether a mail may be sent again depends on one thing: had the server begun to take it? nodemailer's errors do not
 * tell, since a cut or a silence is the same `CONN` before the message and after it. So the message is a stream of our
 * own: it is read when the server has said “send it” (354), and not before.
 */
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SmtpConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection'
import * as z from 'zod'
import { type Mail, ownHeader } from './mail.ts'

export type SendOutcome =
  | { readonly kind: 'taken' }
  /** About this mail (its recipient, its text), or about us (the connection, the login, the sender). */
  | { readonly kind: 'refused'; readonly code: number; readonly isAboutTheMail: boolean }
  /** No server was asked: what should be an address is none. */
  | { readonly kind: 'no_address' }
  | { readonly kind: 'no_reply'; readonly cause: string; readonly hasBegun: boolean }

export type Send = (
  mail: Mail & { readonly mailId: string },
  signal: AbortSignal,
) => Promise<SendOutcome>

export type SmtpLimits = {
  /** Until the server has answered the call and greeted. */
  readonly connectMilliseconds: number
  /** Between two words of the server. */
  readonly silenceMilliseconds: number
  /** From the call to the end, however busy the server seems. */
  readonly wholeMilliseconds: number
}

/** A server may take ten minutes over a message that it has received (RFC 5321, 4.5.3.2.6). */
export const usualLimits: SmtpLimits = {
  connectMilliseconds: 30_000,
  silenceMilliseconds: 600_000,
  wholeMilliseconds: 660_000,
}

type SmtpSettings = { readonly smtpUrl: string; readonly mailFrom: string }

export const makeSend = (
  { smtpUrl, mailFrom }: SmtpSettings,
  limits: SmtpLimits = usualLimits,
): Send => {
  const { auth, ...url } = parseConnectionUrl(smtpUrl)
  const options = {
    ...url,
    connectionTimeout: limits.connectMilliseconds,
    greetingTimeout: limits.connectMilliseconds,
    socketTimeout: limits.silenceMilliseconds,
  }
  return async (mail, signal) => {
    const letter = await compose(mail, mailFrom)
    const whole = AbortSignal.timeout(limits.wholeMilliseconds)
    const connection = new SmtpConnection(options)
    return handOver({ connection, auth, letter }, AbortSignal.any([signal, whole]))
  }
}

type Letter = { readonly envelope: SMTPEnvelope; readonly bytes: Buffer }

const messageIdOf = (mailId: string, mailFrom: string): string =>
  `<${mailId}@${mailFrom.slice(mailFrom.lastIndexOf('@') + 1)}>`

const compose = async (
  { mailId, to, subject, text, calendar }: Mail & { readonly mailId: string },
  from: string,
): Promise<Letter> => {
  const message = new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    ...calendarPart(calendar),
    messageId: messageIdOf(mailId, from),
    headers: { 'Auto-Submitted': 'auto-generated', [ownHeader]: mailId },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const { from: sender, to: recipients } = message.getEnvelope()
  // Who cannot be reached comes back with the headers alone: the link in the text does not travel twice.
  const dsn = { envid: mailId, ret: 'HDRS', notify: ['FAILURE'] } as const
  const envelope = { from: sender, to: recipients, dsn: { ...dsn, notify: [...dsn.notify] } }
  return { envelope, bytes: await message.build() }
}

/**
 * Twice, since programs look for it in different places: beside the text, with its method, which is where Outlook, Gmail
 * and Apple Mail find an invitation (RFC 6047, 2.4), and as a file to open by hand.
 */
const calendarPart = (calendar: Mail['calendar']) =>
  calendar === undefined
    ? {}
    : { icalEvent: { method: calendar.method, content: calendar.text, filename: 'invite.ics' } }

type Call = {
  readonly connection: SmtpConnection
  readonly auth: { readonly user: string; readonly pass: string } | undefined
  readonly letter: Letter
}

const handOver = async (call: Call, signal: AbortSignal): Promise<SendOutcome> => {
  const progress = { hasBegun: false }
  const onBegin = () => {
    progress.hasBegun = true
  }
  const broken = new Promise<never>((_, reject) => {
    call.connection.on('error', reject)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    signal.throwIfAborted()
    await Promise.race([broken, speak(call, onBegin)])
    return { kind: 'taken' }
  } catch (error) {
    return outcomeOf(error, progress.hasBegun)
  } finally {
    call.connection.close()
  }
}

const speak = async ({ connection, auth, letter }: Call, onBegin: () => void): Promise<void> => {
  await done((callback) => connection.connect(callback))
  if (auth !== undefined && connection.allowsAuth) {
    await done((callback) => connection.login({ ...auth }, callback))
  }
  const message = new Readable({
    read() {
      onBegin()
      this.push(letter.bytes)
      this.push(null)
    },
  })
  await done((callback) => connection.send(letter.envelope, message, callback))
}

type Callback = (error?: Error | null) => void

const done = (call: (callback: Callback) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))

const refusal = z.object({
  responseCode: z.number().optional(),
  code: z.string().catch('ETIMEDOUT'),
  command: z.string().optional(),
})

/** The mail server's code alone: its words often quote the address. */
const outcomeOf = (error: unknown, hasBegun: boolean): SendOutcome => {
  const { responseCode = 0, code, command = '' } = refusal.parse(error)
  if (responseCode >= 400) {
    const isAboutTheMail = ['RCPT TO', 'DATA'].includes(command)
    return { kind: 'refused', code: responseCode, isAboutTheMail }
  }
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'no_address' }
  return { kind: 'no_reply', cause: code, hasBegun }
}
