/** What can be done at the end of a programme: the letter goes once, and until then the programme can be opened again. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ProgrammeState } from '../../protocol/store.ts'

export type Ending = {
  readonly state: ProgrammeState
  /** The day on which the closing letter went out; null: not yet. */
  readonly letterSentOn: string | null
  /** It was opened here once, and did not come with a study that was imported. */
  readonly wasOpenHere: boolean
}

export type ClosingProblem = {
  readonly kind:
    | 'programme.unknown'
    | 'programme.not_closed'
    | 'programme.imported'
    | 'letter.sent_already'
}

/** The results must be final: whoever had a letter of before, and one of after, could take one from the other. */
export const canSendLetter = ({ state, letterSentOn }: Ending): Result<null, ClosingProblem> => {
  if (letterSentOn !== null) return fail({ kind: 'letter.sent_already' })
  return state === 'closed' ? ok(null) : fail({ kind: 'programme.not_closed' })
}

export const canReopen = ({
  state,
  letterSentOn,
  wasOpenHere,
}: Ending): Result<null, ClosingProblem> => {
  if (state !== 'closed') return fail({ kind: 'programme.not_closed' })
  if (letterSentOn !== null) return fail({ kind: 'letter.sent_already' })
  return wasOpenHere ? ok(null) : fail({ kind: 'programme.imported' })
}
