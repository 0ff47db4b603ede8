/** What a certificate says, in words for people: the same on its page and in its PDF. */
import { dateAndTime } from '../../lib/dates.ts'
import type { Protocol } from '../../protocol/model.ts'
import { preferenceWords } from '../../protocol/wording/preference-words.ts'
import { counted, insideSentence, listed, peopleOf, plural } from '../../protocol/wording/words.ts'
import type { Certificate, EarlierDraw, RandomCertificate } from './certificate.ts'
import { countInWords } from './count-in-words.ts'

export type Fact = { readonly key: string; readonly value: string }

export const notRandom = {
  heading: 'Chosen by the coordinator: not random',
  words:
    'A person chose these pairs. Nothing was left to chance and nobody’s willingness was looked at, so there is nothing that could be computed again.',
} as const

export const titleOf = ({ number }: Certificate): string => `Certificate of draw ${number}`

export const introduction =
  'How the pairs were made. Nobody’s name is in it, and nobody’s willingness.'

export const factsOf = (protocol: Protocol, certificate: Certificate): readonly Fact[] => [
  { key: 'Made', value: madeInWords(certificate) },
  { key: 'Pairs', value: pairsInWords(protocol, certificate) },
  { key: 'Why this draw', value: whyInWords(certificate) },
  ...(certificate.mode === 'random' ? drawnFacts(protocol, certificate) : []),
]

const madeInWords = ({ mode, drawnAt }: Certificate): string => {
  const how = mode === 'random' ? 'Drawn by chance' : 'Chosen by the coordinator'
  return `${how} on ${dateAndTime(new Date(drawnAt))}`
}

const pairsInWords = (protocol: Protocol, { pairs, mentors, mentees }: Certificate): string =>
  `${pairs}, of ${peopleOf(protocol, 'mentor', mentors)} and ${peopleOf(protocol, 'mentee', mentees)}`

export const roleWords = { lead: 'the programme lead', facilitator: 'the facilitator' } as const

type Why = Pick<EarlierDraw, 'kind' | 'askedBy' | 'reason'>

export const whyInWords = ({ kind, askedBy, reason }: Why): string => {
  switch (kind) {
    case 'first':
      return 'The first draw'
    case 'again':
      return `Another draw, asked for by ${roleWords[askedBy]}: “${reason}”`
    case 'departure':
      return `A draw for whoever was without a partner, started by ${roleWords[askedBy]}: “${reason}”`
  }
}

const drawnFacts = (protocol: Protocol, certificate: RandomCertificate): readonly Fact[] => [
  { key: 'Willingness closed', value: dateAndTime(new Date(certificate.lockedAt)) },
  { key: 'Method', value: methodInWords(certificate) },
  { key: 'Possible pairings', value: possibleInWords(certificate) },
  { key: 'Forced pairs', value: forcedInWords(certificate) },
  { key: 'Own supervisor', value: supervisorInWords[certificate.supervisorRule] },
  ...rulesInWords(protocol, certificate),
]

const methodInWords = ({ method, diagnostics }: RandomCertificate): string => {
  switch (method) {
    case 'exact':
      return 'Every possible pairing was counted, and one of them drawn, each equally likely.'
    case 'rejection':
      return 'Everybody was dealt a partner in an order of chance, from the start again until every pair was possible. Each possible pairing was equally likely.'
    case 'chain':
      return `A long walk by chance through the possible pairings. Each was approximately equally likely: ${listed(diagnostics.map(walksInWords))}.`
  }
}

const walksInWords = ({
  walks,
  steps,
  scaleReduction,
  keptFromStart,
}: RandomCertificate['diagnostics'][number]): string => {
  const agree =
    scaleReduction === null ? 'do not agree' : `agree to a factor of ${scaleReduction.toFixed(2)}`
  return `${walks} walks of ${countInWords(String(steps))} steps ${agree} (near 1 is good), and ${Math.round(keptFromStart * 100)}% of the pairs were as at the start`
}

const possibleInWords = ({ count }: RandomCertificate): string =>
  count === null ? 'Not counted: with this method they cannot be' : countInWords(count)

const forcedInWords = ({ forced, pairs }: RandomCertificate): string => {
  if (forced === 0) return 'None: chance had a part in every pair'
  const share = `${forced} of ${counted(pairs, 'pair')} (${Math.round((100 * forced) / pairs)}%)`
  return `${share}: in every possible pairing, so chance had no part in them`
}

const supervisorInWords = {
  ask: 'Could be drawn, where they were willing',
  avoid: 'Drawn only where nothing else was possible',
  forbid: 'Could not be drawn',
} as const satisfies Record<RandomCertificate['supervisorRule'], string>

const rulesInWords = (
  protocol: Protocol,
  { objective, severalPartners }: RandomCertificate,
): readonly Fact[] => [
  ...(objective === null
    ? []
    : [
        {
          key: 'Preferences',
          value: `${preferenceWords[objective].label}: drawn among the pairings that are best in this sense`,
        },
      ]),
  ...(severalPartners === null ? [] : [severalInWords(protocol, severalPartners)]),
]

const severalInWords = (protocol: Protocol, side: 'mentors' | 'mentees'): Fact => {
  const [one, other] =
    side === 'mentors' ? (['mentor', 'mentee'] as const) : (['mentee', 'mentor'] as const)
  return {
    key: 'Several partners',
    value: `A ${insideSentence(protocol.roles[one].label)} could be drawn for several ${plural(protocol, other)}`,
  }
}

export const stateInWords = {
  published: 'The pairs were told',
  replaced: 'Replaced by a later one before anybody was told',
} as const satisfies Record<EarlierDraw['state'], string>

export const earlierInWords = (
  draw: EarlierDraw,
): { readonly title: string; readonly words: string } => {
  const made = draw.mode === 'random' ? 'drawn by chance' : 'chosen by the coordinator'
  return {
    title: `Draw ${draw.number}, ${made} on ${dateAndTime(new Date(draw.drawnAt))}`,
    words: `${whyInWords(draw)}. ${stateInWords[draw.state]}.`,
  }
}
