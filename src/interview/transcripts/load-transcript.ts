/** A transcript with what its page shows around it. */
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { nounOfDomains } from '../../protocol/wording/domain-noun.ts'
import type { RouteContext } from '../../web/route.ts'
import { listNotes } from '../board/note-store.ts'
import type { Interview, Mentee, Note } from '../model.ts'
import type { Recording } from '../recordings/model.ts'
import { listRecordings } from '../recordings/recording-store.ts'
import { findInterview, listMentees } from '../store.ts'
import { transcriptAddress } from './addresses.ts'
import type { Transcript } from './model.ts'
import type { PassageContext } from './pages/passage.tsx'
import { findTranscript } from './transcript-store.ts'

export type LoadedTranscript = {
  readonly programme: OpenProgramme
  /** Null: it is not there. */
  readonly transcript: Transcript | null
  readonly recordings: readonly Recording[]
  readonly mentees: readonly Mentee[]
  readonly interview: Interview
  readonly notes: readonly Note[]
}

type Context = Pick<
  RouteContext<{ readonly programme: string; readonly transcript: string }, unknown>,
  'read' | 'scope' | 'params'
>

/** Null: the organisation has no such programme. */
export const loadTranscript = ({
  read,
  scope: { organisationId, masterKey },
  params: { programme: programmeId, transcript: transcriptId },
}: Context): Promise<LoadedTranscript | null> =>
  read(async (tx) => {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return null
    const mentees = await listMentees(tx, programme)
    return {
      programme,
      transcript: await findTranscript(tx, programme, transcriptId),
      recordings: await listRecordings(tx, programme),
      mentees,
      interview: await findInterview(tx, programme, mentees),
      notes: await listNotes(tx, programme, mentees),
    }
  })

/** Which recording it is linked with. */
export const recordingOf = (
  { recordings }: LoadedTranscript,
  { recordingId }: Transcript,
): Recording | null => recordings.find((one) => one.recordingId === recordingId) ?? null

export const passageContext = (
  { programme, mentees, interview }: LoadedTranscript,
  transcript: Transcript,
  find: string,
): PassageContext => {
  const { protocol, programmeId, state } = programme
  return {
    base: transcriptAddress(programmeId, transcript.transcriptId),
    find,
    canCorrect: state !== 'closed' && transcript.approvedAt === null,
    canCut: state !== 'closed' && interview.state === 'open',
    mentees,
    domains: protocol.domains,
    noun: nounOfDomains(protocol),
    menteeLabel: `${protocol.roles.mentee.label.slice(0, 1).toUpperCase()}${protocol.roles.mentee.label.slice(1)}`,
  }
}
