/** What became of a mail, in words for people who do not run mail servers. */
import { type MailRecord, mailProblems } from '../platform/mail.ts'
import type { TagColour } from '../web/components/tag.tsx'

type Told = Pick<MailRecord, 'state' | 'lastProblem'>

export type FateTag = { readonly text: string; readonly colour: TagColour }

export const tagOfFate = ({ state, lastProblem }: Told): FateTag => {
  if (state !== 'failed') return tags[state]
  if (lastProblem === mailProblems.notKnown) return { text: 'Not known', colour: 'orange' }
  if (lastProblem === mailProblems.cancelled) return { text: 'Taken back', colour: 'grey' }
  return tags.failed
}

const tags = {
  waiting: { text: 'Waiting', colour: 'yellow' },
  sending: { text: 'Being sent', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'green' },
  failed: { text: 'Failed', colour: 'red' },
  bounced: { text: 'Came back', colour: 'red' },
} as const satisfies Record<MailRecord['state'], FateTag>

/** Null: there is nothing to explain. */
export const explanationOf = ({ state, lastProblem }: Told): string | null => {
  if (lastProblem === null) return null
  const why = knownReasons.get(lastProblem) ?? reasonOfCode(lastProblem)
  const isWornOut = state === 'failed' && !isFinal(lastProblem)
  return isWornOut ? `Tried for two days. ${why}` : why
}

const knownReasons: ReadonlyMap<string, string> = new Map([
  [
    mailProblems.notKnown,
    'It is not known whether it arrived: the mail server had begun to take it and did not say that it had. So that nobody gets it twice, it is not sent again by itself.',
  ],
  [mailProblems.noAddress, 'What is entered as the email address is none.'],
  [mailProblems.cancelled, 'It had not been sent yet when it was no longer needed.'],
])

const isFinal = (problem: string): boolean => knownReasons.has(problem) || problem.startsWith('5')

/** A reply code (RFC 5321), or the status code of a mail that came back (RFC 3463). */
const reasonOfCode = (code: string): string => {
  if (!/^[45]/.test(code)) return `The mail server could not be reached (${code}).`
  const [reason = code.startsWith('4') ? tryLater : refused] = reasons.flatMap(([codes, words]) =>
    codes.test(code) ? [words] : [],
  )
  return `${reason} (${code}).`
}

const tryLater = 'The mail server asked to try again later'
const refused = 'The mail server refused it'

const reasons: readonly (readonly [codes: RegExp, words: string])[] = [
  [/^(550|551|553|5\.1\.\d+|5\.2\.1)$/, 'The address does not exist, or takes no mail'],
  [/^(452|552|[45]\.2\.2)$/, 'The mailbox is full'],
  [/^(53\d|454)$/, 'The mail server does not let this service in. Tell whoever runs the service'],
  [/^(554|[45]\.7\.\d+)$/, 'The mail server does not accept mail of this kind'],
]
