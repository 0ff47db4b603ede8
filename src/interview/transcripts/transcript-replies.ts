/** The page of a transcript, whatever was asked of it. */
import { createElement } from 'react'
import type { Reply, RouteContext } from '../../web/route.ts'
import { transcriptsAddress } from './addresses.ts'
import {
  type LoadedTranscript,
  loadTranscript,
  passageContext,
  recordingOf,
} from './load-transcript.ts'
import type { Passage, Transcript } from './model.ts'
import { AbsentPage } from './pages/confirm.tsx'
import type { OpenPassage } from './pages/passage.tsx'
import type { CutNote, Saying } from './pages/said.tsx'
import { type Notice, TranscriptPage } from './pages/transcript.tsx'

export type TranscriptParams = { readonly programme: string; readonly transcript: string }
export type TranscriptContext = RouteContext<TranscriptParams, unknown>

/** With a transcript that is there. */
export type Loaded = LoadedTranscript & { readonly transcript: Transcript }

export type Shown = {
  readonly find?: string
  readonly open?: OpenPassage | null
  readonly saying?: Saying | null
  readonly cut?: CutNote | null
  readonly notice?: Notice | null
  readonly problem?: string | null
  readonly status?: 200 | 422
}

/** Loads it, or says that it is not there and where to go. */
export const withTranscript = async (
  context: TranscriptContext,
  show: (loaded: Loaded) => Reply,
): Promise<Reply> => {
  const loaded = await loadTranscript(context)
  if (loaded === null) return { kind: 'not_found' }
  const { transcript } = loaded
  return transcript === null
    ? absentReply(context.params.programme)
    : show({ ...loaded, transcript })
}

export const absentReply = (programmeId: string): Reply => ({
  kind: 'page',
  title: 'This transcript is not there',
  body: createElement(AbsentPage, {
    heading: 'This transcript is not there',
    sentence: 'It may have been deleted.',
    listAddress: transcriptsAddress(programmeId),
  }),
})

export const transcriptReply = (
  context: TranscriptContext,
  loaded: Loaded,
  { find = '', status = 200, ...shown }: Shown,
): Reply => {
  const { programme, transcript } = loaded
  const nothing = { open: null, saying: null, cut: null, notice: null, problem: null }
  const page = {
    ...passageContext(loaded, transcript, find),
    ...nothing,
    ...shown,
    programmeId: programme.programmeId,
    transcript,
    recording: recordingOf(loaded, transcript),
    recordings: loaded.recordings.filter(({ state }) => state === 'ready'),
    isOpen: programme.state !== 'closed',
    idempotencyKey: context.newKey(),
  }
  return {
    kind: 'page',
    title: transcript.title,
    body: createElement(TranscriptPage, page),
    status,
  }
}

/** What somebody selected in a passage, in signs from its beginning. */
export type Selection = { readonly from?: number | undefined; readonly to?: number | undefined }

export const openPassage = (
  { newKey }: Pick<TranscriptContext, 'newKey'>,
  { interview }: Loaded,
  {
    passage,
    place,
    selection,
  }: {
    readonly passage: Passage
    readonly place: number
    readonly selection: Selection
  },
): OpenPassage => ({
  place,
  from: passage.text,
  text: passage.text,
  cut: passage.text.slice(selection.from, selection.to).trim() || passage.text,
  menteeId: interview.current?.menteeId ?? '',
  domain: interview.current?.domain ?? '',
  errors: {},
  keys: { correct: newKey(), cut: newKey(), note: newKey() },
})

/** The note that was made of a passage, where it is on the board now. */
export const cutNoteOf = (
  { notes, mentees, programme }: Loaded,
  noteId: string | undefined,
): CutNote | null => {
  const note = notes.find((one) => one.noteId === noteId)
  if (note === undefined) return null
  const { domains } = programme.protocol
  return {
    note,
    mentee: mentees.find(({ menteeId }) => menteeId === note.menteeId)?.name ?? '',
    domain: domains.find(({ id }) => id === note.domain)?.label ?? note.domain,
  }
}
