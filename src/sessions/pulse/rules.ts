/** After which sessions somebody is asked, and what they may answer. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import type { PulseAnswer } from './model.ts'
import { type PulseQuestion, pulseQuestions, pulseScale } from './questions.ts'

export type PulseStanding = 'asked' | 'nothing_due' | 'not_used' | 'not_now'

/** Where a pair meets once, the questionnaire after the session asks enough. */
export const hasPulses = ({ programme: { protocol } }: Pick<OwnPairs, 'programme'>): boolean =>
  protocol.rules.sessionsPerPair > 1 && protocol.steps.some(({ kind }) => kind === 'session')

/**
 * The first session, the second …: each number is asked about once, also of somebody with several partners, so that
 * nothing that is kept tells with whom.
 */
export const duePulses = (
  { pairs }: Pick<OwnPairs, 'pairs'>,
  answered: ReadonlySet<number>,
): readonly number[] => {
  const most = Math.max(0, ...pairs.map(({ sessions }) => sessions.length))
  return Array.from({ length: most }, (_, index) => index + 1).filter(
    (number) => !answered.has(number),
  )
}

export const pulseStanding = (own: OwnPairs, answered: ReadonlySet<number>): PulseStanding => {
  if (!hasPulses(own)) return 'not_used'
  if (own.programme.state !== 'open' || own.participant.state !== 'agreed') return 'not_now'
  return duePulses(own, answered).length === 0 ? 'nothing_due' : 'asked'
}

export type PulseProblem = {
  readonly kind: 'pulse.not_asked' | 'pulse.not_due' | 'pulse.nothing_chosen' | 'pulse.not_on_scale'
}

/** As it was typed: what stands at a question. */
export type TypedPulse = Readonly<Partial<Record<PulseQuestion, string>>>

/** Each question may be left out, but not all. */
export const readPulse = (typed: TypedPulse): Result<readonly PulseAnswer[], PulseProblem> => {
  const given = pulseQuestions.flatMap(({ id }) => {
    const text = typed[id] ?? ''
    return text === '' ? [] : [{ question: id, value: pulseScale.findIndex(at(text)) + 1 }]
  })
  if (given.some(({ value }) => value === 0)) return fail({ kind: 'pulse.not_on_scale' })
  return given.length === 0 ? fail({ kind: 'pulse.nothing_chosen' }) : ok(given)
}

const at =
  (text: string) =>
  (_: string, index: number): boolean =>
    text === String(index + 1)
