/** Questions to the group, as each of those who have to do with them may see them. */
import { listNotes as listInterviewNotes } from '../../interview/board/note-store.ts'
import type { DocumentText } from '../../interview/documents/model.ts'
import { listContributors, listMentees } from '../../interview/store.ts'
import { listStaff } from '../../organisations/store.ts'
import type { Participant } from '../../people/model.ts'
import { findParticipant, listParticipants, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { loadFeedback } from '../load-feedback.ts'
import { listClarifications } from './clarification-store.ts'
import { type Clarification, type ClarificationState, isOpen } from './model.ts'
import type { GroupFacts } from './rules.ts'
import { listNotes, listTurns } from './turn-store.ts'
import type { WordsAround } from './word-warnings.ts'

type Asked = Place & { readonly masterKey: Key }
export type AskedByPerson = Asked & { readonly participantId: string }

export type OwnClarifications = {
  readonly programme: OpenProgramme
  readonly participant: Participant
  /** Null: they are not shown it. */
  readonly document: DocumentText | null
  /** Those that are open first. */
  readonly clarifications: readonly Clarification[]
}

/** For a mentee. Null: the programme has no such person. */
export const loadOwnClarifications = async (
  tx: Transaction,
  { participantId, ...asked }: AskedByPerson,
): Promise<OwnClarifications | null> => {
  const feedback = await loadFeedback(tx, { ...asked, menteeId: participantId })
  const participant = await findParticipant(tx, asked.organisationId, participantId)
  if (feedback === null || participant?.programmeId !== asked.programmeId) return null
  const { programme, shown } = feedback
  const own = (await listClarifications(tx, programme)).filter(
    ({ menteeId }) => menteeId === participantId,
  )
  return {
    ...{ programme, participant, document: shown?.document.text ?? null },
    clarifications: own.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one))),
  }
}

export type GroupQuestion = {
  readonly clarification: Clarification
  readonly menteeName: string
  readonly hasTakenTurn: boolean
}

export type QuestionsToMentor = {
  readonly programme: OpenProgramme
  /** They took part in the interview and have not left: nobody else is asked. */
  readonly isContributor: boolean
  /** Those that were passed on, whether they are answered or not. */
  readonly questions: readonly GroupQuestion[]
}

/** For a mentor. Null: the organisation has no such programme. */
export const loadQuestionsToMentor = async (
  tx: Transaction,
  { participantId, ...asked }: AskedByPerson,
): Promise<QuestionsToMentor | null> => {
  const programme = await openProgramme(tx, asked)
  return programme === null ? null : listQuestionsToMentor(tx, programme, participantId)
}

const shownToGroup: readonly ClarificationState[] = ['with_group', 'heard', 'answered']

export const listQuestionsToMentor = async (
  tx: Transaction,
  programme: OpenProgramme,
  participantId: string,
): Promise<QuestionsToMentor> => {
  const contributors = await listContributors(tx, programme)
  const isContributor = contributors.some((one) => one.participantId === participantId)
  if (!isContributor) return { programme, isContributor, questions: [] }
  const own = (await listTurns(tx, programme)).filter(
    (turn) => turn.participantId === participantId,
  )
  const taken = new Set(own.map(({ clarificationId }) => clarificationId))
  const questions = (await listByMentee(tx, programme))
    .filter(({ clarification: { state } }) => shownToGroup.includes(state))
    .map((one) => ({ ...one, hasTakenTurn: taken.has(one.clarification.clarificationId) }))
  return { programme, isContributor, questions }
}

type OfMentee = Omit<GroupQuestion, 'hasTakenTurn'>

/** Of the mentees who take part, by their names. */
const listByMentee = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<readonly OfMentee[]> => {
  const all = await listClarifications(tx, programme)
  return (await listMentees(tx, programme)).flatMap(({ menteeId, name }) =>
    all
      .filter((one) => one.menteeId === menteeId)
      .map((clarification) => ({ clarification, menteeName: name })),
  )
}

export type FacilitatedQuestion = GroupFacts & OfMentee & { readonly programme: OpenProgramme }

export type FacilitatedQuestions = {
  readonly programme: OpenProgramme
  readonly questions: readonly FacilitatedQuestion[]
}

/** For the facilitator. Null: the organisation has no such programme. */
export const loadFacilitated = async (
  tx: Transaction,
  asked: Asked,
): Promise<FacilitatedQuestions | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const contributors = new Set(
    (await listContributors(tx, programme)).map(({ participantId }) => participantId),
  )
  const turns = (await listTurns(tx, programme)).filter((turn) =>
    contributors.has(turn.participantId),
  )
  const questions = (await listByMentee(tx, programme)).map((one) => ({
    ...{ ...one, programme, contributors: contributors.size },
    turns: turns.filter((turn) => turn.clarificationId === one.clarification.clarificationId)
      .length,
  }))
  return { programme, questions }
}

export type OpenedQuestion = FacilitatedQuestion & {
  /** What was said to it, by its words, once the turns are over. */
  readonly notes: readonly string[]
  readonly around: WordsAround
}

/** For the facilitator. Null: there is no such question. */
export const loadOpenedQuestion = async (
  tx: Transaction,
  { clarificationId, ...asked }: Asked & { readonly clarificationId: string },
): Promise<OpenedQuestion | null> => {
  const loaded = await loadFacilitated(tx, asked)
  const question = loaded?.questions.find(
    ({ clarification }) => clarification.clarificationId === clarificationId,
  )
  if (question === undefined) return null
  const { programme, clarification } = question
  const isHeard = clarification.state === 'heard'
  const notes = isHeard ? await listNotes(tx, programme, clarificationId) : []
  const people = await listParticipants(tx, programme)
  const staff = await listStaff(tx, programme.organisationId)
  const mentees = await listMentees(tx, programme)
  const about = mentees.filter(({ menteeId }) => menteeId === clarification.menteeId)
  const said = await listInterviewNotes(tx, programme, about)
  const names = [...people, ...staff].map(({ name }) => name)
  return {
    ...question,
    notes,
    around: { names, notes: [...said.map(({ text }) => text), ...notes] },
  }
}
