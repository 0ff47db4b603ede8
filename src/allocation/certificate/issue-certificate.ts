/** Writes down how a draw was made, once it is made. */
import type { AllocationDraw, DrawnPair } from '../procedure/model.ts'
import type { ChosenCertificate, EarlierDraw, RandomCertificate } from './certificate.ts'
import { algorithm, type Contributions } from './hash.ts'
import type { Inputs } from './inputs.ts'
import { readCertificate } from './read-certificate.ts'
import { type MadeDraw, resultHashOf } from './run-draw.ts'

type Made = {
  readonly programmeId: string
  readonly draw: AllocationDraw
  readonly inputs: Inputs
  readonly contributions: Contributions
  readonly made: MadeDraw
  readonly drawnAt: Date
  /** All rows of the programme, or those before this one. */
  readonly earlier: readonly AllocationDraw[]
}

const format = 'turnabout-allocation-certificate/1'

export const issueCertificate = (issued: Made): RandomCertificate => {
  const { programmeId, draw, inputs, contributions, made, drawnAt, earlier } = issued
  if (draw.commitment !== made.commitment)
    throw new Error(`Draw ${draw.number} was made from something else than what was recorded.`)
  const { number, kind, reason, askedByRole: askedBy, lockedAt } = draw
  return {
    ...{ format, mode: 'random', algorithm, programme: programmeId },
    ...{ number, kind, reason, askedBy },
    lockedAt: lockedAt.toISOString(),
    drawnAt: drawnAt.toISOString(),
    mentors: inputs.mentors.length,
    mentees: inputs.mentees.length,
    supervisorRule: inputs.supervisorRule,
    objective: inputs.preferences?.objective ?? null,
    severalPartners: inputs.capacity?.side ?? null,
    inputsSha256: made.inputsSha256,
    contributions: { lead: contributions.lead, facilitator: contributions.facilitator },
    commitment: made.commitment,
    seed: made.seed,
    ...outcomeOf(made),
    earlier: earlierDraws(earlier, number),
  }
}

type Outcome = Pick<
  RandomCertificate,
  'pairs' | 'method' | 'count' | 'forced' | 'diagnostics' | 'resultSha256'
>

/** What can be said of a draw without saying who was paired with whom. */
export const outcomeOf = ({ allocation, resultSha256 }: MadeDraw): Outcome => {
  const { pairs, method, count, forced, diagnostics } = allocation
  return {
    pairs: pairs.length,
    method,
    count: count === null ? null : String(count),
    forced: forced.length,
    diagnostics: diagnostics.map(({ walks, steps, scaleReduction, keptFromStart }) => ({
      ...{ walks, steps, keptFromStart },
      scaleReduction: Number.isFinite(scaleReduction) ? scaleReduction : null,
    })),
    resultSha256,
  }
}

type Chosen = Pick<
  ChosenCertificate,
  'number' | 'kind' | 'reason' | 'askedBy' | 'mentors' | 'mentees'
> & {
  readonly programmeId: string
  readonly drawnAt: Date
  readonly pairs: readonly DrawnPair[]
  /** 64 hexadecimal digits of chance, so that nobody can guess the pairs from their hash. */
  readonly salt: string
  readonly earlier: readonly AllocationDraw[]
}

export const issueChosenCertificate = (chosen: Chosen): ChosenCertificate => {
  const { number, kind, reason, askedBy, mentors, mentees, drawnAt, pairs, salt } = chosen
  const chosenPairs = pairs.map(({ mentorId, menteeId }) => ({
    mentor: mentorId,
    mentee: menteeId,
  }))
  return {
    ...{ format, mode: 'chosen', programme: chosen.programmeId },
    ...{ number, kind, reason, askedBy, mentors, mentees },
    drawnAt: drawnAt.toISOString(),
    pairs: pairs.length,
    resultSha256: resultHashOf(salt, chosenPairs),
    earlier: earlierDraws(chosen.earlier, number),
  }
}

/** Those that were made; one that waits to be published is replaced by this one. A reopened one was never made. */
const earlierDraws = (rows: readonly AllocationDraw[], before: number): EarlierDraw[] =>
  rows
    .filter(({ number }) => number < before)
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ certificate, state }) =>
      certificate === null || state === 'reopened'
        ? []
        : [earlierDraw(certificate, state === 'published' ? 'published' : 'replaced')],
    )

const earlierDraw = (text: string, state: EarlierDraw['state']): EarlierDraw => {
  const read = readCertificate(text)
  if (!read.ok) throw new Error(`The certificate of an earlier draw: ${read.problem.kind}`)
  const { number, kind, mode, reason, askedBy, drawnAt, resultSha256 } = read.value
  const isRandom = read.value.mode === 'random'
  return {
    ...{ number, kind, mode, reason, state, askedBy, drawnAt },
    inputsSha256: isRandom ? read.value.inputsSha256 : null,
    commitment: isRandom ? read.value.commitment : null,
    resultSha256,
  }
}
