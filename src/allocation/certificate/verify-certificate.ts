/** Is a certificate what it says it is? Everything that it shows about itself, and what its inputs show. */
import type { Pair } from '../model.ts'
import type {
  Certificate,
  ChosenCertificate,
  EarlierDraw,
  RandomCertificate,
} from './certificate.ts'
import { commitmentOf, seedOf, sha256 } from './hash.ts'
import { type Inputs, writeInputs } from './inputs.ts'
import { redrawChecks } from './redraw-checks.ts'
import { runDraw } from './run-draw.ts'

/** One fact, as a sentence without its full stop, and whether it is one. */
export type Check = { readonly what: string; readonly holds: boolean }

export type Verification = {
  readonly checks: readonly Check[]
  /** Under the labels of the inputs; null: the draw was not made again. */
  readonly pairs: readonly Pair[] | null
}

/** The text as it was handed out, and what it says. */
export type GivenInputs = { readonly text: string; readonly inputs: Inputs }

/**
 * @param given null: only what the certificate says about itself can be checked. See `docs/methods/allocation.md`.
 * Missing: which programme it is, who asked, the words of the reasons, the times (but for their order) and what became
 * of earlier draws cannot be computed from anything; they stand in the programme and in its audit log.
 */
export const verifyCertificate = (
  certificate: Certificate,
  given: GivenInputs | null,
): Verification => {
  const itself = [...storyChecks(certificate), ...countChecks(certificate)]
  if (certificate.mode === 'chosen') {
    const foreign = { what: 'No inputs belong to pairs that were chosen', holds: false }
    return { checks: given === null ? itself : [...itself, foreign], pairs: null }
  }
  const checks = [...hashChecks(certificate), ...itself]
  return given === null ? { checks, pairs: null } : withInputs(certificate, given, checks)
}

const hashChecks = (certificate: RandomCertificate): readonly Check[] => {
  const { inputsSha256, contributions, commitment, seed } = certificate
  return [
    {
      what: 'The commitment is the SHA-256 of the hash of the inputs and the two values',
      holds: commitment === commitmentOf(inputsSha256, contributions),
    },
    { what: 'The seed is made from the commitment', holds: seed === seedOf(commitment) },
  ]
}

/** What is told about this draw and those before it, as one story. */
const storyChecks = (certificate: Certificate): readonly Check[] => {
  const { earlier, kind } = certificate
  const story = [...earlier, certificate]
  const numbers = story.map(({ number }) => number)
  const times = story.map(({ drawnAt }) => Date.parse(drawnAt))
  const lockedAt = certificate.mode === 'random' ? Date.parse(certificate.lockedAt) : 0
  return [
    {
      what: 'The draws stand in their order, each with a number of its own',
      holds: areDifferent(numbers) && neverFalls(numbers) && neverFalls(times),
    },
    {
      what: 'Every draw but a first one has a reason',
      holds: story.every((draw) => (draw.reason === null) === (draw.kind === 'first')),
    },
    {
      what: 'Another draw comes after an earlier one, a first draw after none',
      holds: kind === 'departure' || (kind === 'first') === (earlier.length === 0),
    },
    {
      what: 'Every earlier draw by chance has its hashes',
      holds: earlier.every(({ mode, inputsSha256, commitment }) =>
        [inputsSha256, commitment].every((hash) => (hash === null) === (mode === 'chosen')),
      ),
    },
    {
      what: 'No two draws were made from the same commitment',
      holds: areDifferent(story.flatMap(commitmentsIn)),
    },
    {
      what: 'The willingness was closed before the draw',
      holds: lockedAt <= Date.parse(certificate.drawnAt),
    },
  ]
}

const neverFalls = (values: readonly number[]): boolean =>
  values.every((value, place) => value >= (values[place - 1] ?? value))

const commitmentsIn = (draw: Certificate | EarlierDraw): readonly string[] =>
  'commitment' in draw && draw.commitment !== null ? [draw.commitment] : []

const areDifferent = (values: readonly unknown[]): boolean => new Set(values).size === values.length

const countChecks = (certificate: Certificate): readonly Check[] =>
  certificate.mode === 'random' ? drawnCounts(certificate) : [chosenCounts(certificate)]

const chosenCounts = ({ pairs, mentors, mentees }: ChosenCertificate): Check => ({
  what: 'There are not more pairs than people',
  holds: pairs >= 1 && pairs <= Math.max(mentors, mentees),
})

const drawnCounts = (certificate: RandomCertificate): readonly Check[] => {
  const { pairs, mentors, mentees, severalPartners, forced } = certificate
  const { method, count, diagnostics } = certificate
  const fewest = Math.min(mentors, mentees)
  const most = severalPartners === null ? fewest : certificate[otherSide[severalPartners]]
  return [
    {
      what: 'Everybody of the smaller side has a partner, and nobody has too many',
      holds: pairs >= 1 && pairs >= fewest && pairs <= most,
    },
    {
      what: 'The pairings are counted where the method is exact, and only there',
      holds: (method === 'exact') === (count !== null),
    },
    {
      what: 'A chain, and nothing else, has diagnostics',
      holds: (method === 'chain') === diagnostics.length > 0,
    },
    {
      what: 'All pairs are forced where one pairing is possible, and only there',
      holds: forced <= pairs && (forced === pairs) === (count === '1'),
    },
  ]
}

const otherSide = { mentors: 'mentees', mentees: 'mentors' } as const

const withInputs = (
  certificate: RandomCertificate,
  { text, inputs }: GivenInputs,
  checks: readonly Check[],
): Verification => {
  const isTheirs = sha256(text) === certificate.inputsSha256 && writeInputs(inputs) === text
  const belong = {
    what: 'The SHA-256 of the inputs is the one in the certificate',
    holds: isTheirs,
  }
  if (!isTheirs) return { checks: [...checks, belong], pairs: null }
  const made = runDraw(inputs, certificate.contributions)
  if (!made.ok) {
    const impossible = { what: 'A complete pairing is possible within the inputs', holds: false }
    return { checks: [...checks, belong, impossible], pairs: null }
  }
  const again = redrawChecks(certificate, inputs, made.value)
  return { checks: [...checks, belong, ...again], pairs: made.value.allocation.pairs }
}
