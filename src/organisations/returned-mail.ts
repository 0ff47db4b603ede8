/**
 * Reads a mail that came back: a delivery status notification (RFC 3464), or the plain letter that some mail servers
 * write in its place. What only looks like it is left alone: an out-of-office reply, a notice that a mail is late.
 */
import { ownHeader } from '../platform/mail.ts'

export type ReturnedMail =
  | {
      readonly kind: 'returned'
      /** Which mails of ours may be meant. */
      readonly mailIds: readonly string[]
      /** Such as 5.1.1 or 550; null: none is given. */
      readonly code: string | null
    }
  | { readonly kind: 'late' | 'not_returned' }

/** One message, or all that are in a mailbox file (mbox). */
export const messagesIn = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/^From .*\n(?=[\w-]+:)/m)
    .filter((message) => message.trim() !== '')

export const readReturnedMail = (message: string): ReturnedMail => {
  const parts = partsOf(message)
  if (!isFromMailSystem(parts.head)) return { kind: 'not_returned' }
  if (isLate(parts)) return { kind: 'late' }
  const mailIds = idsIn(parts)
  if (mailIds.length === 0 || isArrived(parts)) return { kind: 'not_returned' }
  return { kind: 'returned', mailIds, code: codeIn(parts.body) }
}

type Parts = { readonly head: string; readonly body: string }

/** The head with its folded lines joined: a line that begins with a space belongs to the one before. */
const partsOf = (message: string): Parts => {
  const text = message.replaceAll('\r\n', '\n')
  const end = text.indexOf('\n\n')
  const head = end < 0 ? text : text.slice(0, end)
  const body = end < 0 ? '' : text.slice(end)
  return { head: head.replaceAll(/\n[ \t]+/g, ' '), body }
}

/** A report about delivery, or a letter from whoever delivers mails. A person's reply is neither. */
const isFromMailSystem = (head: string): boolean =>
  /^Content-Type:\s*multipart\/report\b.*report-type="?delivery-status/im.test(head) ||
  /^From:.*\b(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]+)\b/im.test(head) ||
  /^X-Failed-Recipients:/im.test(head)

/** What a report says of the one recipient that each of our mails has: failed, delayed, delivered, relayed, expanded. */
const actionIn = ({ body }: Parts): string | null =>
  /^Action:[ \t]*(\w+)/im.exec(body)?.[1]?.toLowerCase() ?? null

/** A letter without a report says it in its subject. */
const isLate = (parts: Parts): boolean => {
  const action = actionIn(parts)
  if (action !== null) return action === 'delayed'
  return /^Subject:.*\b(?:delayed|warning)\b/im.test(parts.head)
}

const isArrived = (parts: Parts): boolean => !['failed', null].includes(actionIn(parts))

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const patterns = (places: readonly string[]): readonly RegExp[] =>
  places.map((place) => new RegExp(place, 'gim'))

/** Where the number of a mail of ours may stand: in what the letter answers to, and in the copy of what we sent. */
const inHead = patterns([`^(?:In-Reply-To|References):.*<(${uuid})@`])
const inBody = patterns([
  `^[> \\t]*${ownHeader}:[ \\t]*(${uuid})`,
  `^[> \\t]*(?:Original-)?Message-ID:[ \\t]*<?(${uuid})@`,
  `^Original-Envelope-Id:[ \\t]*(${uuid})`,
])

const idsIn = ({ head, body }: Parts): readonly string[] => {
  const found = [
    ...inHead.flatMap((place) => [...head.matchAll(place)]),
    ...inBody.flatMap((place) => [...body.matchAll(place)]),
  ]
  return [...new Set(found.map(([, id = '']) => id.toLowerCase()))]
}

const codeIn = (body: string): string | null =>
  /^Status:\s*([45]\.\d{1,3}\.\d{1,3})/im.exec(body)?.[1] ??
  /^Diagnostic-Code:\s*smtp;\s*([45]\d\d)/im.exec(body)?.[1] ??
  /(?<![\d.])(5\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(body)?.[1] ??
  /(?<!\d)(55[0-4])(?!\d)/.exec(body)?.[1] ??
  null
