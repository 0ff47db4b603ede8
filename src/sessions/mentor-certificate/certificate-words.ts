/** What a mentor’s certificate says. It names nobody else, and nothing of what was said. */
import { dayInWords } from '../../lib/dates.ts'
import type { Protocol } from '../../protocol/model.ts'
import { counted, insideSentence, listed } from '../../protocol/wording/words.ts'
import { type Band, bandOf, bands, bandWords } from '../recording/bands.ts'

export const certificateTitle = 'Certificate of reverse mentoring'

export const certificateIntroduction =
  'In reverse mentoring somebody junior gives feedback to somebody senior.'

export const certificateEnd =
  'What was said is confidential, so nobody else is named here and lengths are given in bands.'

export type CertificateFacts = {
  readonly name: string
  readonly organisation: string
  readonly programme: string
  readonly protocol: Protocol
  /** They were at the group interview. */
  readonly hasContributed: boolean
  /** The minutes of each session that was recorded; null: not known. At least one. */
  readonly sessions: readonly (number | null)[]
  /** YYYY-MM-DD. */
  readonly issuedOn: string
}

export type CertificateRow = { readonly key: string; readonly value: string }

export const rowsOf = (facts: CertificateFacts): readonly CertificateRow[] => [
  { key: 'Name', value: facts.name },
  { key: 'Role', value: facts.protocol.roles.mentor.label },
  { key: 'Programme', value: facts.programme },
  { key: 'Organisation', value: facts.organisation },
  { key: 'One-to-one sessions', value: String(facts.sessions.length) },
  { key: 'Length of the sessions', value: lengthInWords(facts.sessions) },
  { key: 'Issued on', value: dayInWords(facts.issuedOn) },
]

/** `45 to 60 minutes`; with several sessions `1 session of 30 to 44 minutes and 2 sessions of 45 to 60 minutes`. */
export const lengthInWords = (sessions: CertificateFacts['sessions']): string => {
  const known = sessions.flatMap((minutes) => (minutes === null ? [] : [bandOf(minutes)]))
  if (known.length === 0) return 'not recorded'
  const only = sessions.length === 1 ? known[0] : undefined
  if (only !== undefined) return bandWords[only]
  const lengthsOf = (band: Band): readonly string[] => {
    const n = known.filter((one) => one === band).length
    return n === 0 ? [] : [`${counted(n, 'session')} of ${bandWords[band]}`]
  }
  return listed(bands.flatMap(lengthsOf))
}

/** Of the protocol’s steps those that this mentor has done. */
export const practisedIn = ({
  protocol,
  hasContributed,
}: Pick<CertificateFacts, 'protocol' | 'hasContributed'>): readonly string[] => {
  const areas = listed(protocol.domains.map(({ label }) => insideSentence(label)))
  return [
    ...(hasContributed
      ? [
          'Giving feedback as a group, in an interview led by a facilitator.',
          `The areas that the interview went through: ${areas}.`,
        ]
      : []),
    'Giving feedback upward, to somebody senior: one to one, and in confidence.',
    'The guidance for it: say what was seen and what came of it, one thing at a time; listen; end with a question.',
  ]
}
