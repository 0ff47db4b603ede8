/** A draw is begun because somebody has left or a pair has ended; after that it goes on as every draw does. */
import { startDraw } from '../../allocation/procedure/start-draw.ts'
import { type ReasonProblem, readReason } from '../../allocation/procedure/typed-texts.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import { loadDeparture } from './load-departure.ts'
import { type DepartureProblem, mayDrawAfterDeparture } from './rules.ts'

export type DepartureDraw = { readonly programmeId: string; readonly reason: string }

export type BeginningProblem =
  | DepartureProblem
  | ReasonProblem
  | { readonly kind: 'programme.unknown' }

export const beginDepartureDraw = action(
  'departure_draw.begun',
  async (
    context,
    { programmeId, reason: typed }: DepartureDraw,
  ): Promise<Result<Done<{ readonly number: number }>, BeginningProblem>> => {
    const loaded = await loadDeparture(context.tx, { ...context, programmeId })
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const takingPart = mayDrawAfterDeparture(loaded)
    if (!takingPart.ok) return takingPart
    const { programme, participants } = loaded.allocation
    const reason = readReason(
      typed,
      participants.map(({ name }) => name),
    )
    if (!reason.ok) return reason
    const { number, inputsSha256 } = await startDraw(context, programme, {
      ...{ kind: 'departure', reason: reason.value, askedByRole: 'lead' },
      takingPart: takingPart.value,
    })
    const details = { number, inputsSha256 }
    return ok({ value: { number }, subject: programmeId, details })
  },
)
