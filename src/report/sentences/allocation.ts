/** How the pairs came about, in sentences: wherever a report speaks of pairs. */
import { countInWords } from '../../allocation/certificate/count-in-words.ts'
import type { Protocol } from '../../protocol/model.ts'
import { counted, peopleOf, plural } from '../../protocol/wording/words.ts'
import type { AllocationSummary, Analysis } from '../analysis.ts'
import { nameableCount } from '../nameable-count.ts'
import type { RecordedDraw, Study } from '../study.ts'
import type { Sentence } from './sentence.ts'

const notRecorded = 'How the pairs were made is not recorded here'

/** None where there are no pairs. */
export const describeAllocation = (study: Study): readonly Sentence[] => {
  const draws = study.allocation?.draws ?? []
  const pairs = new Set(study.sessions.map(({ pair }) => pair)).size
  if (draws.length === 0)
    return pairs === 0
      ? []
      : [{ text: `${notRecorded}.`, basis: `n = ${counted(pairs, 'pair')} without a certificate` }]
  const published = draws.filter(({ state }) => state === 'published')
  return [
    ...published.map((draw) => ({
      text: howMade(study, draw),
      basis: basisOf(study.protocol, draw),
    })),
    ...describeRepetitions(draws),
  ]
}

const howMade = (study: Study, draw: RecordedDraw): string => {
  const { kind, mode, pairs } = draw.certificate
  const isLater = kind === 'departure'
  const some = counted(pairs, 'pair')
  if (mode === 'chosen')
    return isLater
      ? `After somebody had left, the coordinator chose ${some}: not random.`
      : 'The pairs were chosen by the coordinator: not random.'
  const start = isLater
    ? `After somebody had left, ${some} ${pairs === 1 ? 'was' : 'were'} drawn at random`
    : 'Pairs were drawn at random'
  const within = `within the willingness of the ${plural(study.protocol, 'mentor')}`
  return `${start} ${within}, ${among(study, draw)}.`
}

/** After a departure a handful of people is drawn: there the number is never given. */
const among = (study: Study, { certificate }: RecordedDraw): string => {
  if (certificate.mode === 'chosen') return ''
  const { method, objective, kind } = certificate
  const best = objective === null ? '' : ' that serve their preferences best'
  if (method === 'chain') return `approximately uniform over the possible pairings${best}`
  const count = kind === 'departure' ? null : nameableCount(study, certificate)
  return count === null
    ? `uniform over the possible pairings${best}`
    : `uniform over ${countInWords(count)} possible ${count === '1' ? 'pairing' : 'pairings'}${best}`
}

const basisOf = (protocol: Protocol, { certificate }: RecordedDraw): string => {
  const { number, pairs, mentors, mentees } = certificate
  return `certificate of draw ${number}; n = ${counted(pairs, 'pair')} of ${peopleOf(protocol, 'mentor', mentors)} and ${peopleOf(protocol, 'mentee', mentees)}`
}

/** Whoever could draw until the pairs please has chosen them: so every draw is counted. */
const describeRepetitions = (draws: readonly RecordedDraw[]): readonly Sentence[] => {
  if (draws.length < 2) return []
  const replaced = draws.filter(({ state }) => state === 'replaced').length
  const later = draws.filter(({ certificate }) => certificate.kind === 'departure').length
  const parts = [
    ...(replaced === 0 ? [] : [`${replaced} replaced by another before anybody was told`]),
    ...(later === 0 ? [] : [`${later} after somebody had left`]),
  ]
  return [
    {
      text: `The pairs were made ${draws.length} times in all: ${parts.join(', ')}.`,
      basis: `n = ${counted(draws.length, 'certificate')}, each with its reason`,
    },
  ]
}

/** In a few words, without a number; null: there are no pairs. */
export const allocationLabel = ({ allocation, sessions }: Analysis): string | null => {
  if (allocation !== null) return labelOf(allocation)
  return sessions.n + sessions.notTimed === 0 ? null : notRecorded
}

const labelOf = ({ draws }: AllocationSummary): string | null => {
  const published = draws.filter(({ state }) => state === 'published')
  const random = published.filter(({ mode }) => mode === 'random')
  if (published.length === 0) return null
  if (random.length === 0) return 'Chosen by the coordinator: not random'
  const isApproximate = random.some(({ method }) => method === 'chain')
  const how = `Drawn at random${isApproximate ? ', approximately uniform' : ''}`
  return random.length === published.length ? how : `${how}; some pairs chosen, not random`
}
