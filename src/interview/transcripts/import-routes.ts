/** A transcript comes in: read, shown with the names that will be replaced, then stored without them. */
import { createElement } from 'react'
import * as z from 'zod'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { importTranscript } from './actions.ts'
import { transcriptAddress } from './addresses.ts'
import { type ImportSurroundings, loadImporting } from './load-importing.ts'
import { type ImportErrors, ImportPage } from './pages/import.tsx'
import { sentPassages } from './passages.ts'
import { chosenIn, type PreviewForm, previewForm, previewReply } from './preview.ts'
import { sentenceOfTranscriptProblem, type TranscriptProblem } from './problems.ts'
import { readTranscript } from './read-transcript/read-transcript.ts'
import { forgetTranscription } from './transcriptions.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>

const limitBytes = 10_000_000

const fileForm = z.object({
  idempotencyKey: z.uuid(),
  title: z.string(),
  recording: z.string().optional(),
  file: z.instanceof(File).optional(),
})

const asked = z.object({ recording: z.string().optional() })

type Typed = { readonly title: string; readonly recordingId: string }

const importPage = (
  context: RouteContext<Params, unknown>,
  { recordings }: ImportSurroundings,
  { title, recordingId, errors }: Typed & { readonly errors: ImportErrors },
): Reply => {
  const page = {
    ...{ programmeId: context.params.programme, title, recordingId, recordings, errors },
    idempotencyKey: context.newKey(),
  }
  const isRefused = Object.keys(errors).length > 0
  return {
    kind: 'page',
    title: 'Import a transcript',
    body: createElement(ImportPage, page),
    ...(isRefused ? { status: 422 } : {}),
  }
}

const show = async (context: RouteContext<Params, z.infer<typeof asked>>): Promise<Reply> => {
  const loaded = await loadImporting(context, context.params.programme)
  if (loaded === null) return { kind: 'not_found' }
  const typed = { title: loaded.usualTitle, recordingId: context.input.recording ?? '' }
  return importPage(context, loaded, { ...typed, errors: {} })
}

/** Nothing is stored: what was read goes to the browser and comes back with the choices. */
const check = async (context: RouteContext<Params, z.infer<typeof fileForm>>): Promise<Reply> => {
  const { params, input } = context
  const loaded = await loadImporting(context, params.programme)
  if (loaded === null) return { kind: 'not_found' }
  const { title, recording: recordingId = '', file } = input
  const refuse = (problem: TranscriptProblem): Reply => {
    const errors = { file: sentenceOfTranscriptProblem(problem) }
    return importPage(context, loaded, { title, recordingId, errors })
  }
  if (file === undefined || file.size === 0) return refuse({ kind: 'transcript.absent' })
  const passages = await readTranscript(new Uint8Array(await file.arrayBuffer()))
  if (!passages.ok) return refuse(passages.problem)
  return previewReply(context, loaded, {
    ...{ passages: passages.value, title, recordingId, errors: {}, choices: null },
  })
}

const titleProblems = [
  'transcript.title_missing',
  'transcript.title_too_long',
  'transcript.title_has_name',
]

const errorsFor = (problem: TranscriptProblem | RepeatedKeyProblem): ImportErrors => {
  const text = sentenceOfTranscriptProblem(problem)
  return titleProblems.includes(problem.kind) ? { title: text } : { file: text }
}

const confirm = async (context: RouteContext<Params, PreviewForm>): Promise<Reply> => {
  const { params, input, scope } = context
  const loaded = await loadImporting(context, params.programme)
  if (loaded === null) return { kind: 'not_found' }
  const { title, recording: recordingId } = input
  const passages = sentPassages(input.passages)
  if (passages === null) {
    const errors = { file: sentenceOfTranscriptProblem({ kind: 'transcript.absent' }) }
    return importPage(context, loaded, { title, recordingId, errors })
  }
  const preview = { passages, title, recordingId, choices: input }
  if (input.next === 'look') return previewReply(context, loaded, { ...preview, errors: {} })
  const added = await importTranscript(scope, {
    ...{ programmeId: params.programme, title, passages },
    recordingId: recordingId === '' ? null : recordingId,
    choice: chosenIn(passages, input),
  })
  if (!added.ok)
    return previewReply(context, loaded, { ...preview, errors: errorsFor(added.problem) })
  forgetTranscription({ organisationId: scope.organisationId, recordingId })
  const to = `${transcriptAddress(params.programme, added.value.transcriptId)}?notice=imported`
  return { kind: 'redirect', to }
}

const list = '/programmes/:programme/interview/transcripts'
const of = { who: ['facilitator'], params } as const

export const importRoutes: readonly Route[] = [
  route({ ...of, method: 'GET', path: `${list}/new`, input: asked, handle: show }),
  route({ ...of, method: 'POST', path: `${list}/new`, input: fileForm, limitBytes, handle: check }),
  route({ ...of, method: 'POST', path: list, input: previewForm, limitBytes, handle: confirm }),
]
