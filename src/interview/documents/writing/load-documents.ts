/** What the pages of the documents are made from. */
import { listStaff } from '../../../organisations/store.ts'
import { listParticipants } from '../../../people/store.ts'
import type { Transaction } from '../../../platform/database.ts'

import { type OpenProgramme, openProgramme } from '../../../protocol/open-programme.ts'
import { listNotes } from '../../board/note-store.ts'
import type { InterviewState, Mentee, Note } from '../../model.ts'
import { countBallots } from '../../phones/ballots.ts'
import { findInterview, listContributors, listMentees } from '../../store.ts'
import type { DocumentPoint } from '../model.ts'
import { type DocumentAsked, loadSignOff } from '../signing/load-sign-off.ts'
import type { SignOff } from '../signing/model.ts'
import { type DocumentStanding, listDocumentStates } from '../signing/store.ts'
import { listAllPoints, listDocumentPoints } from './draft-store.ts'
import type { Surroundings } from './warnings/warning.ts'

export type DocumentInList = {
  readonly mentee: Mentee
  readonly standing: DocumentStanding
  readonly points: readonly DocumentPoint[]
  readonly around: Surroundings
}

export type Documents = {
  readonly programme: OpenProgramme
  readonly interview: InterviewState
  /** How many took part and have not left. */
  readonly contributors: number
  readonly documents: readonly DocumentInList[]
}

const writing: DocumentStanding = { state: 'writing', version: null }

/** Null: the organisation has no such programme. */
export const loadDocuments = async (
  tx: Transaction,
  asked: Omit<DocumentAsked, 'menteeId' | 'today'>,
): Promise<Documents | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const mentees = await listMentees(tx, programme)
  const { state: interview } = await findInterview(tx, programme, mentees)
  const contributors = await listContributors(tx, programme)
  const states = await listDocumentStates(tx, programme)
  const points = await listAllPoints(tx, programme)
  const notes = await listNotes(tx, programme, mentees)
  const around = await loadSurroundings(tx, programme, interview)
  return {
    programme,
    interview,
    contributors: contributors.length,
    documents: mentees.map((mentee) => ({
      mentee,
      standing: states.get(mentee.menteeId) ?? writing,
      points: points.get(mentee.mentee) ?? [],
      around: { ...around, notes: notes.filter(({ menteeId }) => menteeId === mentee.menteeId) },
    })),
  }
}

/** Ballots are counted once the interview has ended: until then somebody may still cast one. */
const loadSurroundings = async (
  tx: Transaction,
  programme: OpenProgramme,
  interview: InterviewState,
): Promise<Omit<Surroundings, 'notes'>> => {
  const { organisationId, protocol } = programme
  const people = await listParticipants(tx, programme)
  const staff = await listStaff(tx, organisationId)
  const counts = interview === 'ended' ? await countBallots(tx, programme) : new Map()
  return {
    anonymityFloor: protocol.rules.anonymityFloor,
    supporters: counts.size === 0 ? null : counts,
    names: [...people, ...staff].map(({ name }) => name),
  }
}

export type Draft = SignOff & {
  readonly points: readonly DocumentPoint[]
  readonly notes: readonly Note[]
  readonly around: Surroundings
}

/** Null: there is no such mentee in this programme, or no longer. */
export const loadDraft = async (tx: Transaction, asked: DocumentAsked): Promise<Draft | null> => {
  const signOff = await loadSignOff(tx, asked)
  if (signOff === null) return null
  const { programme, mentee, interview } = signOff
  const notes = await listNotes(tx, programme, [mentee])
  const around = { ...(await loadSurroundings(tx, programme, interview)), notes }
  const points = await listDocumentPoints(tx, programme, mentee.menteeId)
  return { ...signOff, points, notes, around }
}
