/** The facilitator’s doors to the documents: all of them, one of them, and each change of a point. */
import * as z from 'zod'
import type { Result } from '../../../lib/result.ts'
import { type Reply, type Route, type RouteContext, route } from '../../../web/route.ts'
import { changeDocument, type Writing, type Written } from './actions.ts'
import { documentAddress, pointAnchor, pointsAnchor } from './document-addresses.ts'
import type { Typed } from './editor-view.ts'
import { pointSchema } from './model.ts'
import { sentenceOfWritingProblem, type WritingProblem } from './problems.ts'
import { add, move, remove, reword, takeBack } from './rules.ts'
import { showEditor, showList, showPreview } from './show-documents.ts'
import { unsealChange } from './undo-seal.ts'

const programmeParams = z.object({ programme: z.uuid() })
const params = programmeParams.extend({ mentee: z.uuid() })
type Params = z.infer<typeof params>
type Context = RouteContext<Params, unknown>

const key = { idempotencyKey: z.uuid() }
/** A form sends one box that is ticked as a text, several as a list, none not at all. */
const notes = z
  .union([z.uuid(), z.array(z.uuid())])
  .optional()
  .transform((sent) => (sent === undefined ? [] : [sent].flat()))
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('This is not JSON.')
    return z.NEVER
  }
})
const known = json.pipe(pointSchema)

const addForm = z.object({ ...key, domain: z.string(), text: z.string(), notes })
const rewordForm = z.object({ ...key, known, domain: z.string(), text: z.string(), notes })
const moveForm = z.object({ ...key, known, direction: z.enum(['up', 'down']) })
const deleteForm = z.object({ ...key, known })
const undoForm = z.object({ ...key, change: z.string() })

const change = (
  { scope, params }: Context,
  decide: Writing['decide'],
): Promise<Result<Written, WritingProblem>> =>
  changeDocument(scope, { programmeId: params.programme, menteeId: params.mentee, decide })

/** Back to where the point is, or was. */
const after = ({ params }: Context, written: Written, anchor: string): Reply => {
  const base = documentAddress(params.programme, params.mentee)
  if (written === null) return { kind: 'redirect', to: `${base}#${anchor}` }
  const { from, to } = written.change
  const place = to === null ? pointsAnchor(from.domain) : pointAnchor(to.pointId)
  return { kind: 'redirect', to: `${base}?saved=${written.sealed}#${place}` }
}

const refused = (context: Context, problem: WritingProblem, typed: Omit<Typed, 'error'>) => {
  const error = sentenceOfWritingProblem(problem)
  if (problem.kind === 'document.not_written_now') return notChanged(problem)
  const pointId = problem.kind === 'point.deleted_meanwhile' ? null : typed.pointId
  return showEditor(context, { typed: { ...typed, pointId, error }, saved: undefined })
}

const notChanged = (problem: WritingProblem): Reply => ({
  kind: 'problem',
  title: 'The document was not changed',
  sentences: [sentenceOfWritingProblem(problem)],
})

const addPoint = async (context: RouteContext<Params, z.infer<typeof addForm>>): Promise<Reply> => {
  const { idempotencyKey: pointId, domain, text, notes: noteIds } = context.input
  const adding = { pointId, otherId: context.newKey(), domain, text, noteIds }
  const written = await change(context, (draft) => add(draft, adding))
  return written.ok
    ? after(context, written.value, pointsAnchor(domain))
    : refused(context, written.problem, { pointId: null, domain, text, noteIds })
}

const rewordPoint = async (
  context: RouteContext<Params, z.infer<typeof rewordForm>>,
): Promise<Reply> => {
  const { known, domain, text, notes: noteIds } = context.input
  const written = await change(context, (draft) => reword(draft, { known, domain, text, noteIds }))
  return written.ok
    ? after(context, written.value, pointAnchor(known.pointId))
    : refused(context, written.problem, { pointId: known.pointId, domain, text, noteIds })
}

const movePoint = async (
  context: RouteContext<Params, z.infer<typeof moveForm>>,
): Promise<Reply> => {
  const { known, direction } = context.input
  const written = await change(context, (draft) => move(draft, { known, direction }))
  return written.ok
    ? after(context, written.value, pointAnchor(known.pointId))
    : refused(context, written.problem, known)
}

const deletePoint = async (
  context: RouteContext<Params, z.infer<typeof deleteForm>>,
): Promise<Reply> => {
  const { known } = context.input
  const written = await change(context, (draft) => remove(draft, known))
  return written.ok
    ? after(context, written.value, pointsAnchor(known.domain))
    : refused(context, written.problem, known)
}

const undo = async (context: RouteContext<Params, z.infer<typeof undoForm>>): Promise<Reply> => {
  const { params, input } = context
  const written = await change(context, (draft, programmeKey) => {
    const last = unsealChange(programmeKey, params.mentee, input.change)
    return last === null ? { ok: true, value: null } : takeBack(draft, last)
  })
  if (written.ok) return after(context, written.value, 'maincontent')
  const { problem } = written
  return notChanged(
    problem.kind === 'document.not_written_now' ? problem : { kind: 'point.not_undone' },
  )
}

const path = '/programmes/:programme/documents'
const who = ['facilitator'] as const
const ofOne = { who, params } as const
const saved = z.object({ saved: z.string().optional() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who,
    params: programmeParams,
    input: z.object({}),
    navigation: 'Documents',
    handle: showList,
  }),
  route({
    method: 'GET',
    path: `${path}/:mentee`,
    ...ofOne,
    input: saved,
    handle: (context) => showEditor(context, { typed: null, saved: context.input.saved }),
  }),
  route({
    method: 'GET',
    path: `${path}/:mentee/preview`,
    ...ofOne,
    input: z.object({}),
    handle: showPreview,
  }),
  route({
    method: 'POST',
    path: `${path}/:mentee/add`,
    ...ofOne,
    input: addForm,
    handle: addPoint,
  }),
  route({
    method: 'POST',
    path: `${path}/:mentee/reword`,
    ...ofOne,
    input: rewordForm,
    handle: rewordPoint,
  }),
  route({
    method: 'POST',
    path: `${path}/:mentee/move`,
    ...ofOne,
    input: moveForm,
    handle: movePoint,
  }),
  route({
    method: 'POST',
    path: `${path}/:mentee/delete`,
    ...ofOne,
    input: deleteForm,
    handle: deletePoint,
  }),
  route({ method: 'POST', path: `${path}/:mentee/undo`, ...ofOne, input: undoForm, handle: undo }),
]
