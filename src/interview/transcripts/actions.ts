/** A transcript is imported, linked with its recording, approved, deleted. */
import { createRandom, freshSeed } from '../../lib/random.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { listParticipants } from '../../people/store.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { destroyLater } from '../recordings/destroy-later.ts'
import { findRecording } from '../recordings/recording-store.ts'
import { longestTitle, type Passage, type Transcript } from './model.ts'
import { allNames, type NamelessChoice, speakersIn, withoutNames } from './nameless.ts'
import { replaceNames } from './names.ts'
import type { TranscriptProblem } from './problems.ts'
import {
  deleteTranscriptRow,
  insertTranscript,
  lockTranscript,
  updateTranscript,
} from './transcript-store.ts'

/** After the approval, until the recording is destroyed. */
export const keptDays = 30
const day = 86_400_000

export type NewTranscript = {
  readonly programmeId: string
  readonly title: string
  readonly recordingId: string | null
  /** With the names that the file has; they go no further than this. */
  readonly passages: readonly Passage[]
  /** `names`: further ones, beside those of the programme's people. */
  readonly choice: NamelessChoice
}

export const importTranscript = action(
  'transcript.imported',
  async (
    context,
    { programmeId, title, recordingId, passages, choice }: NewTranscript,
  ): Promise<Result<Done<{ readonly transcriptId: string }>, TranscriptProblem>> => {
    const { tx } = context
    const programme = await findTaking(context, programmeId)
    if (!programme.ok) return programme
    const people = await listParticipants(tx, programme.value)
    const names = [...people.map(({ name }) => name), ...choice.names]
    const problem = problemOfTitle(title, allNames(passages, { ...choice, names }))
    if (problem !== null) return fail(problem)
    if (!(await isThere(context, programme.value, recordingId)))
      return fail({ kind: 'recording.unknown' })
    const random = createRandom(freshSeed())
    const nameless = withoutNames(passages, { ...choice, names }, random)
    const transcriptId = crypto.randomUUID()
    const transcript = { transcriptId, recordingId, title: title.trim(), passages: nameless }
    await insertTranscript(tx, programme.value, transcript)
    const details = { passages: nameless.length, speakers: speakersIn(nameless).length }
    return ok({ value: { transcriptId }, subject: transcriptId, details })
  },
)

/** The title is not encrypted, and stands in lists. */
const problemOfTitle = (title: string, names: ReadonlySet<string>): TranscriptProblem | null => {
  const written = title.trim()
  if (written === '') return { kind: 'transcript.title_missing' }
  if (written.length > longestTitle) return { kind: 'transcript.title_too_long' }
  const isNameless = replaceNames(written, names, new Set()) === written
  return isNameless ? null : { kind: 'transcript.title_has_name' }
}

const findTaking = async (
  { tx, organisationId, masterKey }: ActionContext,
  programmeId: string,
): Promise<Result<OpenProgramme, TranscriptProblem>> => {
  const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
  if (programme === null) return fail({ kind: 'programme.unknown' })
  return programme.state === 'closed' ? fail({ kind: 'programme.closed' }) : ok(programme)
}

const isThere = async (
  { tx }: ActionContext,
  programme: OpenProgramme,
  recordingId: string | null,
): Promise<boolean> => {
  if (recordingId === null) return true
  return (await findRecording(tx, programme, recordingId))?.state === 'ready'
}

type Chosen = { readonly programmeId: string; readonly transcriptId: string }
type Found = { readonly programme: OpenProgramme; readonly transcript: Transcript }

/** Null recording: it is no longer linked. */
export const linkRecording = action(
  'transcript.linked',
  async (
    context,
    input: Chosen & { readonly recordingId: string | null },
  ): Promise<Result<Done<null>, TranscriptProblem>> => {
    const found = await findChangeable(context, input)
    if (!found.ok) return found
    const { recordingId, transcriptId } = input
    if (!(await isThere(context, found.value.programme, recordingId)))
      return fail({ kind: 'recording.unknown' })
    await updateTranscript(context.tx, found.value.programme, { transcriptId, recordingId })
    const details = recordingId === null ? {} : { recording: recordingId }
    return ok({ value: null, subject: transcriptId, details })
  },
)

const findChangeable = async (
  context: ActionContext,
  { programmeId, transcriptId }: Chosen,
): Promise<Result<Found, TranscriptProblem>> => {
  const programme = await findTaking(context, programmeId)
  if (!programme.ok) return programme
  const transcript = await lockTranscript(context.tx, programme.value, transcriptId)
  if (transcript === null) return fail({ kind: 'transcript.unknown' })
  if (transcript.approvedAt !== null) return fail({ kind: 'transcript.approved' })
  return ok({ programme: programme.value, transcript })
}

/** From then on it stays as it is, and its recording is no longer needed. */
export const approveTranscript = action(
  'transcript.approved',
  async (context, input: Chosen): Promise<Result<Done<null>, TranscriptProblem>> => {
    const found = await findChangeable(context, input)
    if (!found.ok) return found
    const { tx, now } = context
    const { programme, transcript } = found.value
    const { transcriptId, recordingId } = transcript
    await updateTranscript(tx, programme, { transcriptId, approvedAt: now })
    if (recordingId !== null)
      await destroyLater(tx, programme, {
        recordingId,
        when: new Date(now.getTime() + keptDays * day),
      })
    const details = recordingId === null ? {} : { recording: recordingId, keptDays }
    return ok({ value: null, subject: transcriptId, details })
  },
)

/** Approved or not. The recording is left as it is. */
export const deleteTranscript = action(
  'transcript.deleted',
  async (
    context,
    { programmeId, transcriptId }: Chosen,
  ): Promise<Result<Done<null>, TranscriptProblem>> => {
    const programme = await findTaking(context, programmeId)
    if (!programme.ok) return programme
    const transcript = await lockTranscript(context.tx, programme.value, transcriptId)
    if (transcript === null) return fail({ kind: 'transcript.unknown' })
    await deleteTranscriptRow(context.tx, programme.value, transcriptId)
    return ok({ value: null, subject: transcriptId })
  },
)
