/** The list of transcripts, and the page of each: linked, approved, deleted. */
import { createElement } from 'react'
import * as z from 'zod'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { listRecordings } from '../recordings/recording-store.ts'
import { approveTranscript, deleteTranscript, keptDays, linkRecording } from './actions.ts'
import { transcriptAddress, transcriptsAddress } from './addresses.ts'
import { recordingOf } from './load-transcript.ts'
import { ApprovePage, DeletePage } from './pages/confirm.tsx'
import { ListPage } from './pages/list.tsx'
import { sayings } from './pages/said.tsx'
import { type Notice, notices } from './pages/transcript.tsx'
import { sentenceOfTranscriptProblem } from './problems.ts'
import {
  absentReply,
  cutNoteOf,
  type Loaded,
  openPassage,
  type TranscriptContext,
  transcriptReply,
  withTranscript,
} from './transcript-replies.ts'
import { listTranscripts } from './transcript-store.ts'

const params = z.object({ programme: z.uuid(), transcript: z.uuid() })
const listParams = z.object({ programme: z.uuid() })
const nothing = z.object({})
const form = z.object({ idempotencyKey: z.uuid() })
const linkForm = form.extend({ recording: z.union([z.uuid(), z.literal('')]) })

type ListContext = RouteContext<
  z.infer<typeof listParams>,
  { readonly deleted?: string | undefined }
>

const showList = async ({ read, scope, params, service, input }: ListContext): Promise<Reply> => {
  const { organisationId } = scope
  const place = { organisationId, programmeId: params.programme }
  const found = await read(async (tx) => ({
    programme: await findProgramme(tx, organisationId, params.programme),
    transcripts: await listTranscripts(tx, place),
    recordings: await listRecordings(tx, place),
  }))
  if (found.programme === null) return { kind: 'not_found' }
  const body = createElement(ListPage, {
    programmeId: params.programme,
    isOpen: found.programme.state !== 'closed',
    transcripts: found.transcripts,
    recordings: found.recordings,
    hasTranscriber: service.transcriber !== null,
    isDeleted: input.deleted !== undefined,
  })
  return { kind: 'page', title: 'Transcripts of the interview', body }
}

/** A query that nobody could have got from our pages counts as not asked. */
const number = z.coerce.number().int().min(0).optional().catch(undefined)
const shownQuery = z.object({
  find: z.string().max(200).default('').catch(''),
  /** The passage whose forms are open, from 1; and what of it was selected. */
  passage: number,
  from: number,
  to: number,
  /** The passage whose form was sent, and what became of it. */
  at: number,
  said: z.string().optional(),
  note: z.string().optional(),
  notice: z.string().optional(),
})

const isKeyOf = <T extends object>(one: T, key: string | undefined): key is keyof T & string =>
  key !== undefined && Object.hasOwn(one, key)

const show = (
  context: RouteContext<z.infer<typeof params>, z.infer<typeof shownQuery>>,
): Promise<Reply> =>
  withTranscript(context, (loaded) => {
    const { find, passage: place = 0, from, to, at = 0, said, note, notice } = context.input
    const passage = loaded.transcript.passages[place - 1]
    const selection = { from, to }
    return transcriptReply(context, loaded, {
      find: find.trim(),
      open:
        passage === undefined ? null : openPassage(context, loaded, { passage, place, selection }),
      saying: isKeyOf(sayings, said) ? { kind: said, place: at } : null,
      cut: cutNoteOf(loaded, note),
      notice: isKeyOf(notices, notice) ? notice : null,
    })
  })

const baseOf = ({ params }: TranscriptContext): string =>
  transcriptAddress(params.programme, params.transcript)

const noticed = (context: TranscriptContext, notice: Notice): Reply => ({
  kind: 'redirect',
  to: `${baseOf(context)}?notice=${notice}`,
})

const chosenBy = ({ params }: TranscriptContext) => ({
  programmeId: params.programme,
  transcriptId: params.transcript,
})

const link = async (
  context: RouteContext<z.infer<typeof params>, z.infer<typeof linkForm>>,
): Promise<Reply> => {
  const recordingId = context.input.recording === '' ? null : context.input.recording
  const linked = await linkRecording(context.scope, { ...chosenBy(context), recordingId })
  if (linked.ok) return noticed(context, 'linked')
  const problem = sentenceOfTranscriptProblem(linked.problem)
  return withTranscript(context, (loaded) =>
    transcriptReply(context, loaded, { problem, status: 422 }),
  )
}

type Confirming = { readonly problem: string | null }

const approvePage = (context: TranscriptContext, { problem }: Confirming): Promise<Reply> =>
  withTranscript(context, (loaded) => {
    const { transcript } = loaded
    if (transcript.approvedAt !== null && problem === null)
      return { kind: 'redirect', to: baseOf(context) }
    const body = createElement(ApprovePage, {
      ...confirming(context, loaded, problem),
      recording: recordingOf(loaded, transcript),
      keptDays,
    })
    return { kind: 'page', title: 'Approve the transcript', body, ...statusFor(problem) }
  })

const deletePage = (context: TranscriptContext, { problem }: Confirming): Promise<Reply> =>
  withTranscript(context, (loaded) => {
    const body = createElement(DeletePage, confirming(context, loaded, problem))
    return { kind: 'page', title: 'Delete the transcript', body, ...statusFor(problem) }
  })

const confirming = (context: TranscriptContext, loaded: Loaded, problem: string | null) => ({
  base: baseOf(context),
  title: loaded.transcript.title,
  problem,
  idempotencyKey: context.newKey(),
})

const statusFor = (problem: string | null) => (problem === null ? {} : ({ status: 422 } as const))

const approve = async (context: TranscriptContext): Promise<Reply> => {
  const approved = await approveTranscript(context.scope, chosenBy(context))
  if (approved.ok) return noticed(context, 'approved')
  return approvePage(context, { problem: sentenceOfTranscriptProblem(approved.problem) })
}

const remove = async (context: TranscriptContext): Promise<Reply> => {
  const { programme } = context.params
  const deleted = await deleteTranscript(context.scope, chosenBy(context))
  if (deleted.ok) return { kind: 'redirect', to: `${transcriptsAddress(programme)}?deleted=yes` }
  if (deleted.problem.kind === 'transcript.unknown') return absentReply(programme)
  return deletePage(context, { problem: sentenceOfTranscriptProblem(deleted.problem) })
}

const list = '/programmes/:programme/interview/transcripts'
const one = `${list}/:transcript`
const who = ['facilitator'] as const
const page = { method: 'GET', who, params, input: nothing } as const
const sent = { method: 'POST', who, params, input: form } as const
const listQuery = z.object({ deleted: z.string().optional() })

export const listRoutes: readonly Route[] = [
  route({ method: 'GET', path: list, who, params: listParams, input: listQuery, handle: showList }),
]

export const transcriptRoutes: readonly Route[] = [
  route({ ...page, path: one, input: shownQuery, handle: show }),
  route({ ...sent, path: `${one}/recording`, input: linkForm, handle: link }),
  route({
    ...page,
    path: `${one}/approve`,
    handle: (context) => approvePage(context, { problem: null }),
  }),
  route({ ...sent, path: `${one}/approve`, handle: approve }),
  route({
    ...page,
    path: `${one}/delete`,
    handle: (context) => deletePage(context, { problem: null }),
  }),
  route({ ...sent, path: `${one}/delete`, handle: remove }),
]
