/** How many complete pairings the willingness leaves to chance, without saying who declined whom. */
import type { AllocationProblem } from '../allocation/model.ts'
import { type Draw, prepareDraw } from '../allocation/rules.ts'
import type { Result } from '../lib/result.ts'
import type { Study, StudyParticipant } from './study.ts'

/**
 * Possible pairings: among how many does the draw of this study choose?
 *
 * @param study  willingness and supervisors, under pseudonyms
 * @returns      who takes part in the draw, and `draw.count`, or why no complete pairing is possible
 * Missing: people who left before the phase of the allocation take no part; no answer counts as not willing.
 * Ties: none.   Method: exact counting, allocation/rules.ts; the supervisor rule is the protocol's.
 * Agrees with: allocation/count-pairings.test.ts.
 * @example possiblePairings(example) // { mentors: 5, mentees: 5, draw: { ok: true, value: { count: 40n, … } } }
 */
export const possiblePairings = (study: Study) => {
  const mentors = takingPartIn(study, 'mentor')
  const mentees = takingPartIn(study, 'mentee')
  return { mentors: mentors.length, mentees: mentees.length, draw: drawOf(study, mentors, mentees) }
}

/** Those of a role who had not left before the phase of the allocation. */
export const takingPartIn = (study: Study, role: StudyParticipant['role']): readonly string[] =>
  study.participants
    .filter((person) => person.role === role)
    .filter(({ leftAfterPhase: left }) => left === null || left >= phaseOfAllocation(study))
    .map(({ participant }) => participant)

const phaseOfAllocation = ({ protocol }: Study): number =>
  protocol.steps.find(({ kind }) => kind === 'allocation')?.phase ?? 1

const drawOf = (
  study: Study,
  mentors: readonly string[],
  mentees: readonly string[],
): Result<Draw, AllocationProblem> =>
  prepareDraw({
    mentors,
    mentees,
    willing: study.willingness.filter(({ isWilling }) => isWilling),
    supervised: study.participants.flatMap(({ participant, supervisor }) =>
      supervisor === null ? [] : [{ mentor: participant, mentee: supervisor }],
    ),
    supervisorRule: study.protocol.rules.supervisor,
  })
