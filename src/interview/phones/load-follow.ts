/** The interview as one mentor's phone shows it: what is spoken about now, its notes, and what they have seen too. */
import { findParticipant } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listNotes } from '../board/note-store.ts'
import type { Interview, Mentee, Note } from '../model.ts'
import { listSittings } from '../sittings/sitting-store.ts'
import { findInterview, listMentees } from '../store.ts'
import { listSeenBy } from './ballots.ts'
import { type FollowStanding, followStanding } from './follow-rules.ts'

export type FollowAsked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
  readonly participantId: string
}

export type FollowedNote = Pick<Note, 'noteId' | 'domain' | 'text'> & { readonly isSeen: boolean }

type Named = Pick<Mentee, 'menteeId' | 'name'>

/** Nothing of anybody else's ballots, and nothing of another mentee. */
export type Followed = {
  readonly mentee: Named
  readonly domain: string
  readonly isPaused: boolean
  /** Whom a point can be about. */
  readonly mentees: readonly Named[]
  readonly notes: readonly FollowedNote[]
}

export type Follow = {
  readonly programme: OpenProgramme
  readonly standing: FollowStanding
  /** Null: nobody is spoken about yet, or this person cannot follow. */
  readonly followed: Followed | null
}

export type OpenFollow = Pick<Follow, 'programme' | 'standing'> & {
  readonly mentees: readonly Mentee[]
  readonly interview: Interview
}

/** What decides whether this person follows, without what they would see. Null: they are not of the programme. */
export const openFollow = async (
  tx: Transaction,
  asked: FollowAsked,
): Promise<OpenFollow | null> => {
  const programme = await openProgramme(tx, asked)
  const person = await findParticipant(tx, asked.organisationId, asked.participantId)
  if (programme === null || person?.programmeId !== asked.programmeId) return null
  const mentees = await listMentees(tx, programme)
  const interview = await findInterview(tx, programme, mentees)
  const standing = followStanding({
    participantId: asked.participantId,
    participant: person.state,
    interview: interview.state,
    sittings: await listSittings(tx, programme),
  })
  return { programme, mentees, interview, standing }
}

export const loadFollow = async (tx: Transaction, asked: FollowAsked): Promise<Follow | null> => {
  const open = await openFollow(tx, asked)
  if (open === null) return null
  const { programme, standing, interview, mentees } = open
  if (standing !== 'following') return { programme, standing, followed: null }
  const current = currentOf(interview, mentees)
  if (current === null) return { programme, standing, followed: null }
  const notes = (await listNotes(tx, programme, mentees)).filter(
    ({ menteeId }) => menteeId === current.mentee.menteeId,
  )
  const noteIds = notes.map(({ noteId }) => noteId)
  const seen = await listSeenBy(tx, programme, { participantId: asked.participantId, noteIds })
  const shown = notes.map(({ noteId, domain, text }) => ({
    ...{ noteId, domain, text },
    isSeen: seen.has(noteId),
  }))
  return { programme, standing, followed: { ...current, notes: shown } }
}

const currentOf = (
  { current, currentSince }: Interview,
  mentees: readonly Mentee[],
): Omit<Followed, 'notes'> | null => {
  const named = mentees.map(({ menteeId, name }) => ({ menteeId, name }))
  const mentee = named.find(({ menteeId }) => menteeId === current?.menteeId)
  if (mentee === undefined || current === null) return null
  return { mentee, domain: current.domain, isPaused: currentSince === null, mentees: named }
}
