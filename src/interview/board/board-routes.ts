/** The facilitator's doors to the board: the whole of it, one mentee, and the forms of those without scripts. */
import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from '../../web/route.ts'
import { cellAddress } from './board-addresses.ts'
import { type BoardView, startingCell } from './board-view.ts'
import { changeNotes } from './change-notes.ts'
import { type BoardContext, loadBoard } from './load-board.ts'
import { addNote } from './note-edits.ts'
import { cleanText, sentenceOfNoteFormProblem } from './note-form-rules.ts'
import { BoardPage } from './pages/board.tsx'
import { MenteePage } from './pages/mentee.tsx'
import { NewNotePage } from './pages/new-note.tsx'
import { NotThere } from './pages/not-there.tsx'
import { sentenceOfNoteProblem } from './problems.ts'

export const boardStart = '/programmes/:programme/interview'
export const who = ['facilitator'] as const
export const programmeParams = z.object({ programme: z.uuid() })
const menteeParams = programmeParams.extend({ mentee: z.uuid() })
const asked = z.object({ domain: z.string().optional() })
const newNote = z.object({
  idempotencyKey: z.uuid(),
  mentee: z.uuid(),
  domain: z.string(),
  text: z.string(),
})

const notFound: Reply = { kind: 'not_found' }

const showBoard = async (context: BoardContext): Promise<Reply> => {
  const view = await loadBoard(context)
  if (view === null) return notFound
  const body = createElement(BoardPage, { view, newKey: context.newKey })
  return { kind: 'page', title: 'Interview board', body }
}

export const notThere = (view: BoardView, what: 'mentee' | 'note'): Reply => ({
  kind: 'page',
  title: 'Not on the board',
  body: createElement(NotThere, { programmeId: view.programmeId, what }),
})

/** Where the group is with this mentee, else the first domain that is not done. */
const usualDomain = (view: BoardView, menteeId: string): string | undefined =>
  startingCell({ ...view, mentees: view.mentees.filter((one) => one.menteeId === menteeId) })
    ?.domain

const showMentee = async (
  context: BoardContext<z.infer<typeof menteeParams>, z.infer<typeof asked>>,
): Promise<Reply> => {
  const view = await loadBoard(context)
  if (view === null) return notFound
  const mentee = view.mentees.find(({ menteeId }) => menteeId === context.params.mentee)
  if (mentee === undefined) return notThere(view, 'mentee')
  if (view.room.state === 'not_started') return showBoard(context)
  const wanted = view.domains.find(({ id }) => id === context.input.domain)?.id
  const domain = wanted ?? usualDomain(view, mentee.menteeId)
  if (domain === undefined) return notThere(view, 'mentee')
  const body = createElement(MenteePage, { view, mentee, domain, newKey: context.newKey })
  return { kind: 'page', title: `${mentee.name} – interview board`, body }
}

/** Sent again, the same form adds nothing. */
const addPoint = async (
  context: BoardContext<unknown, z.infer<typeof newNote>>,
): Promise<Reply> => {
  const { scope, input, params } = context
  const view = await loadBoard(context)
  if (view === null) return notFound
  const { idempotencyKey: changeId, mentee: menteeId, domain } = input
  const text = cleanText(input.text)
  const cell = { menteeId, domain }
  const refuse = (sentence: string): Reply => {
    const page = { view, cell, text: input.text, sentence, idempotencyKey: context.newKey() }
    return {
      kind: 'page',
      title: 'Add a point',
      status: 422,
      body: createElement(NewNotePage, page),
    }
  }
  if (text === '') return refuse(sentenceOfNoteFormProblem({ kind: 'note.empty' }))
  const note = addNote(view.notes, { ...cell, noteId: randomUUID(), text }, Math.random)
  const changed = await changeNotes(scope, {
    programmeId: params.programme,
    changes: [{ changeId, changes: [note] }],
  })
  if (!changed.ok) return refuse(sentenceOfNoteProblem(changed.problem))
  return { kind: 'redirect', to: `${cellAddress(params.programme, cell)}#point-${domain}` }
}

const board = `${boardStart}/board`

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: board, who, params: programmeParams, input: z.object({}) },
    handle: showBoard,
  }),
  route({
    ...{ method: 'GET', path: `${board}/:mentee`, who, params: menteeParams, input: asked },
    handle: showMentee,
  }),
  route({
    ...{
      method: 'POST',
      path: `${boardStart}/notes`,
      who,
      params: programmeParams,
      input: newNote,
    },
    handle: addPoint,
  }),
]
