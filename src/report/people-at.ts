/** How many people were still there at a point of the programme. */
import type { RoleId } from '../protocol/model.ts'
import type { Analysis } from './analysis.ts'

/**
 * People of a role who had not left when a phase began: of how many could an answer come?
 *
 * @param phase  1 or 2
 * @returns      people; 0 when the role has nobody
 * Missing: none; who left after the phase still counts in it.
 * Method: everybody in the study less those who left after an earlier phase.
 * @example peopleInPhase(analysis, 'mentor', 2) // 5
 */
export const peopleInPhase = (
  { participants }: Pick<Analysis, 'participants'>,
  role: RoleId,
  phase: number,
): number => {
  const { n, left } = participants[role]
  const gone = left.filter(({ afterPhase }) => afterPhase < phase)
  return n - gone.reduce((sum, one) => sum + one.n, 0)
}

/** People of a role who gave anything at a stage. */
export const peopleAnswering = (
  { participants }: Pick<Analysis, 'participants'>,
  role: RoleId,
  stage: number,
): number => participants[role].responded.find((responded) => responded.stage === stage)?.n ?? 0
