import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { findInputs, listDraws } from '../procedure/draw-store.ts'

type Opening = { readonly programmeId: string; readonly number: number }

export type OpeningProblem = { readonly kind: 'allocation.no_inputs' }

/**
 * Records that an auditor opens the inputs of a draw that was made. The inputs are not the action's value, which is
 * kept in plain text: whoever calls it reads them afterwards.
 */
export const openInputs = action(
  'allocation.inputs_opened',
  async (
    { tx, ...scope }: ActionContext,
    { programmeId, number }: Opening,
  ): Promise<Result<Done<null>, OpeningProblem>> => {
    const programme = await openProgramme(tx, { ...scope, programmeId })
    if (programme === null) return fail({ kind: 'allocation.no_inputs' })
    const draw = (await listDraws(tx, programme)).find((one) => one.number === number)
    const isMade = draw !== undefined && draw.certificate !== null
    const inputs = isMade ? await findInputs(tx, programme, number) : null
    if (inputs === null) return fail({ kind: 'allocation.no_inputs' })
    const details = { number, inputsSha256: draw?.inputsSha256 ?? '' }
    return ok({ value: null, subject: programmeId, details })
  },
)
