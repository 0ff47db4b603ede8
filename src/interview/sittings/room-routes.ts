/** The facilitator's doors to what happens in the room: forms of the board, and of the interview's own page. */
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import { type Reply, type Route, route } from '../../web/route.ts'
import { returnPath } from './return-path.ts'
import {
  markCell,
  moveTo,
  pauseInterview,
  type RoomProblem,
  resumeInterview,
} from './room-actions.ts'
import { after, button, type Context, homeOf, params, start, who } from './routes.ts'

/** `to`: where the form leads to, of the same programme. */
const roomForm = button.extend({ to: z.string().max(2000).optional() })
const cellForm = roomForm.extend({ mentee: z.uuid(), domain: z.string().max(200) })
const doneForm = cellForm.extend({ done: z.enum(['yes', 'no']) })

type RoomContext = Context<z.infer<typeof roomForm>>
type CellContext = Context<z.infer<typeof cellForm>>

/** Where the form says, or where such forms usually lead to; refused, the page of the interview says why. */
const lead = async (
  context: RoomContext,
  done: Result<null, RoomProblem>,
  usual: string,
): Promise<Reply> => {
  if (!done.ok) return after(done, context)
  const base = `/programmes/${context.params.programme}`
  return { kind: 'redirect', to: returnPath(base, context.input.to) ?? usual }
}

const boardOf = (context: CellContext): string => `${homeOf(context)}/board/${context.input.mentee}`

const cellOf = ({ params, input }: CellContext) => ({
  programmeId: params.programme,
  menteeId: input.mentee,
  domain: input.domain,
})

const form = { method: 'POST', who, params } as const

export const routes: readonly Route[] = [
  route({
    ...form,
    path: `${start}/move`,
    input: cellForm,
    handle: async (context) =>
      lead(context, await moveTo(context.scope, cellOf(context)), boardOf(context)),
  }),
  route({
    ...form,
    path: `${start}/cells`,
    input: doneForm,
    handle: async (context) => {
      const cell = { ...cellOf(context), isDone: context.input.done === 'yes' }
      return lead(context, await markCell(context.scope, cell), boardOf(context))
    },
  }),
  route({
    ...form,
    path: `${start}/pause`,
    input: roomForm,
    handle: async (context) => {
      const programme = { programmeId: context.params.programme }
      return lead(context, await pauseInterview(context.scope, programme), homeOf(context))
    },
  }),
  route({
    ...form,
    path: `${start}/resume`,
    input: roomForm,
    handle: async (context) => {
      const programme = { programmeId: context.params.programme }
      return lead(context, await resumeInterview(context.scope, programme), homeOf(context))
    },
  }),
]
