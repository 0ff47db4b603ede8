/** What is wrong with a mentor's choices, and the words beside the field. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { GivingProblem } from './actions.ts'
import type { OfferedMentee } from './willing-rules.ts'

/** By the id of the mentee; '' above all. */
export type WillingErrors = ReadonlyMap<string, string>

export const errorsOf = (
  problem: GivingProblem | RepeatedKeyProblem,
  offered: readonly OfferedMentee[],
): WillingErrors => {
  switch (problem.kind) {
    case 'willingness.unanswered': {
      const missing = offered.filter(({ participantId }) => problem.mentees.includes(participantId))
      return new Map(
        missing.map(({ participantId, name }) => [
          participantId,
          `Say whether you would mentor ${name}`,
        ]),
      )
    }
    case 'willingness.too_few':
      return new Map([
        [
          '',
          `You said yes to ${problem.willing}. Say yes to at least ${problem.minimum} people, or no to everybody: with fewer, you could be drawn for hardly anybody else`,
        ],
      ])
    case 'willingness.not_taken':
      return new Map([['', 'Your choices can no longer be saved. Reload the page to see why']])
    case 'request.key_used_otherwise':
      return new Map([['', 'This form was sent before. Check your choices and save again']])
  }
}
