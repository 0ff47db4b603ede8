/** The forms of a passage: corrected, cut onto the board, taken off it again. */
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { transcriptAddress } from './addresses.ts'
import type { OpenPassage, PassageErrors } from './pages/passage.tsx'
import type { Saying } from './pages/said.tsx'
import { correctPassage, cutPassage, undoCut } from './passage-actions.ts'
import { type CutProblem, sentenceOfCutProblem, sentenceOfTranscriptProblem } from './problems.ts'
import {
  type Loaded,
  openPassage,
  type TranscriptParams,
  transcriptReply,
  withTranscript,
} from './transcript-replies.ts'

const params = z.object({ programme: z.uuid(), transcript: z.uuid() })
/** From 1, as on the page. */
const place = z.coerce.number().int().min(1)

const correctForm = z.object({
  idempotencyKey: z.uuid(),
  passage: place,
  from: z.string(),
  text: z.string(),
})
const cutForm = z.object({
  idempotencyKey: z.uuid(),
  passage: place,
  note: z.uuid(),
  cut: z.string(),
  menteeId: z.string(),
  domain: z.string(),
})
const state = z.strictObject({
  menteeId: z.string(),
  domain: z.string(),
  place: z.string(),
  text: z.string(),
})
const undoForm = z.object({
  idempotencyKey: z.uuid(),
  passage: place,
  note: z.uuid(),
  from: z
    .string()
    .max(50_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(state),
})

type Context<Form> = RouteContext<TranscriptParams, Form & { readonly passage: number }>

/** Back to the passage, which says what became of it. */
const backTo = (
  { params, input }: Context<unknown>,
  said: Saying['kind'],
  noteId?: string,
): Reply => {
  const base = transcriptAddress(params.programme, params.transcript)
  const note = noteId === undefined ? '' : `&note=${noteId}`
  return {
    kind: 'redirect',
    to: `${base}?at=${input.passage}&said=${said}${note}#passage-${input.passage}`,
  }
}

type Refusal = {
  /** What was typed. */
  readonly typed: Partial<OpenPassage>
  readonly errors: PassageErrors
  readonly problem: string | null
}

/** The page with the passage open, what was typed in its forms, and what is wrong with it. */
const refused = (context: Context<unknown>, { typed, errors, problem }: Refusal): Promise<Reply> =>
  withTranscript(context, (loaded: Loaded) => {
    const at = context.input.passage
    const passage = loaded.transcript.passages[at - 1]
    const open =
      passage === undefined
        ? null
        : {
            ...openPassage(context, loaded, { passage, place: at, selection: {} }),
            ...typed,
            errors,
          }
    return transcriptReply(context, loaded, { open, problem, status: 422 })
  })

const correct = async (context: Context<z.infer<typeof correctForm>>): Promise<Reply> => {
  const { scope, params, input } = context
  const corrected = await correctPassage(scope, {
    ...{ programmeId: params.programme, transcriptId: params.transcript },
    ...{ passage: input.passage - 1, from: input.from, to: input.text },
  })
  if (corrected.ok) return backTo(context, 'corrected')
  const text = sentenceOfTranscriptProblem(corrected.problem)
  const isOfField = corrected.problem.kind.startsWith('passage.')
  return refused(context, {
    typed: { text: input.text },
    errors: isOfField ? { text } : {},
    problem: isOfField ? null : text,
  })
}

const fieldOf = ({ kind }: CutProblem): keyof PassageErrors | null => {
  if (kind === 'passage.no_cell' || kind === 'note.unknown_cell') return 'cell'
  return kind === 'passage.empty' || kind === 'note.too_long' ? 'cut' : null
}

const cut = async (context: Context<z.infer<typeof cutForm>>): Promise<Reply> => {
  const { scope, params, input } = context
  const { menteeId, domain, note: noteId } = input
  const done =
    menteeId === '' || domain === ''
      ? ({ ok: false, problem: { kind: 'passage.no_cell' } } as const)
      : await cutPassage(scope, {
          ...{ programmeId: params.programme, changeId: input.idempotencyKey },
          ...{ noteId, menteeId, domain, text: input.cut },
        })
  if (done.ok) return backTo(context, 'cut', noteId)
  const [field, text] = [fieldOf(done.problem), sentenceOfCutProblem(done.problem)]
  return refused(context, {
    typed: { cut: input.cut, menteeId, domain },
    errors: field === null ? {} : { [field]: text },
    problem: field === null ? text : null,
  })
}

const undo = async (context: Context<z.infer<typeof undoForm>>): Promise<Reply> => {
  const { scope, params, input } = context
  const undone = await undoCut(scope, {
    ...{ programmeId: params.programme, changeId: input.idempotencyKey },
    ...{ noteId: input.note, from: input.from },
  })
  if (undone.ok) return backTo(context, undone.value.isGone ? 'undone' : 'stays')
  const problem = sentenceOfCutProblem(undone.problem)
  return withTranscript(context, (loaded) =>
    transcriptReply(context, loaded, { problem, status: 422 }),
  )
}

const one = '/programmes/:programme/interview/transcripts/:transcript'
const sent = { method: 'POST', who: ['facilitator'], params } as const

export const passageRoutes: readonly Route[] = [
  route({ ...sent, path: `${one}/passages`, input: correctForm, handle: correct }),
  route({ ...sent, path: `${one}/cut`, input: cutForm, handle: cut }),
  route({ ...sent, path: `${one}/undo`, input: undoForm, handle: undo }),
]
