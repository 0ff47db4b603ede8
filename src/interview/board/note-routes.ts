/** One point by itself, for whoever has no scripts: its text, its place, and what else can be done to it. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from '../../web/route.ts'
import type { Note, NoteChange, NoteState } from '../model.ts'
import { cellAddress } from './board-addresses.ts'
import { boardStart, notThere, programmeParams, who } from './board-routes.ts'
import type { BoardView } from './board-view.ts'
import { changeNotes } from './change-notes.ts'
import { type BoardContext, loadBoard } from './load-board.ts'
import { type Cell, stateOf } from './note-edits.ts'
import { buttonNames, pressButton, saveForm, sentenceOfNoteFormProblem } from './note-form-rules.ts'
import { type NoteFields, NotePage } from './pages/note.tsx'
import { placePattern } from './places.ts'
import { sentenceOfNoteProblem } from './problems.ts'

const params = programmeParams.extend({ note: z.uuid() })
const button = z.object({ idempotencyKey: z.uuid(), do: z.enum(buttonNames) })
/** `before`: as it was on the page. `cell`: mentee and domain. */
const saved = z.object({
  idempotencyKey: z.uuid(),
  do: z.literal('save'),
  text: z.string(),
  cell: z.string().regex(/^[0-9a-f-]{36} \S+$/),
  beforeText: z.string(),
  beforeCell: z.string().regex(/^[0-9a-f-]{36} \S+$/),
  beforePlace: z.string().max(1000).regex(placePattern),
})
type SavedForm = z.infer<typeof saved>
type Params = z.infer<typeof params>

const cellIn = (text: string): Cell => {
  const [menteeId = '', domain = ''] = text.split(' ')
  return { menteeId, domain }
}

const beforeIn = ({ beforeText, beforeCell, beforePlace }: SavedForm): NoteState => ({
  ...cellIn(beforeCell),
  place: beforePlace,
  text: beforeText.replace(/\r\n?/g, '\n'),
})

const notePage = (
  context: BoardContext<Params>,
  view: BoardView,
  fields: Omit<NoteFields, 'noteId'>,
): Reply => {
  const page = { view, newKey: context.newKey, fields: { ...fields, noteId: context.params.note } }
  const status = fields.error === undefined ? 200 : 422
  return { kind: 'page', title: 'Change a point', status, body: createElement(NotePage, page) }
}

const findNote = (view: BoardView, { params }: BoardContext<Params>): Note | undefined =>
  view.notes.find(({ noteId }) => noteId === params.note)

const showNote = async (context: BoardContext<Params>): Promise<Reply> => {
  const view = await loadBoard(context)
  if (view === null) return { kind: 'not_found' }
  const note = findNote(view, context)
  if (note === undefined) return notThere(view, 'note')
  const before = stateOf(note)
  return notePage(context, view, { before, text: note.text, cell: before })
}

const changeNote = async (
  context: BoardContext<Params, SavedForm | z.infer<typeof button>>,
): Promise<Reply> => {
  const view = await loadBoard(context)
  if (view === null) return { kind: 'not_found' }
  const { input } = context
  return input.do === 'save' ? saveNote({ ...context, input }, view) : press(context, view)
}

const saveNote = async (
  context: BoardContext<Params, SavedForm>,
  view: BoardView,
): Promise<Reply> => {
  const { params, input, newKey } = context
  const [from, cell] = [beforeIn(input), cellIn(input.cell)]
  const again = (error: string) =>
    notePage(context, view, { before: from, text: input.text, cell, error })
  const form = { noteId: params.note, from, cell, text: input.text, newId: newKey }
  const changes = saveForm(view.notes, form, Math.random)
  if (!changes.ok) return again(sentenceOfNoteFormProblem(changes.problem))
  const refused = await make(context, changes.value)
  return refused === null
    ? { kind: 'redirect', to: cellAddress(params.programme, cell) }
    : again(refused)
}

const press = async (
  context: BoardContext<Params, SavedForm | z.infer<typeof button>>,
  view: BoardView,
): Promise<Reply> => {
  const { params, input } = context
  const note = findNote(view, context)
  if (note === undefined || input.do === 'save') return notThere(view, 'note')
  const changes = pressButton(view.notes, { note, name: input.do }, Math.random)
  const refused = changes.length === 0 ? null : await make(context, changes)
  if (refused === null) return { kind: 'redirect', to: cellAddress(params.programme, note) }
  const before = stateOf(note)
  return notePage(context, view, { before, text: note.text, cell: before, error: refused })
}

/** The form's own key makes sure that it is done once. Gives the sentence of what stands against it. */
const make = async (
  { scope, params, input }: BoardContext<Params, { readonly idempotencyKey: string }>,
  changes: readonly NoteChange[],
): Promise<string | null> => {
  const change = { changeId: input.idempotencyKey, changes }
  const { programme: programmeId } = params
  const changed = await changeNotes(scope, { programmeId, changes: [change] })
  return changed.ok ? null : sentenceOfNoteProblem(changed.problem)
}

const path = `${boardStart}/notes/:note`

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: z.object({}), handle: showNote }),
  route({
    ...{ method: 'POST', path, who, params },
    input: z.discriminatedUnion('do', [saved, button]),
    handle: changeNote,
  }),
]
