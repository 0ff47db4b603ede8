/** A programme's study out of the database: the same people, under the codes of their pseudonyms. */
import { listPairs, listWillingness } from '../../allocation/store.ts'
import { listCodebook, listCodings } from '../../content-analysis/store.ts'
import {
  listCharacteristics,
  listParticipants,
  listRespondents,
  listSupervisions,
  type Place,
} from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Key, respondentOf } from '../../platform/keys.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import type { Programme } from '../../protocol/store.ts'
import { listAnswers, listComments, listScores } from '../../questionnaires/store.ts'
import { listSessions } from '../../sessions/store.ts'
import type { Coding, Study, StudyParticipant, StudySession, Willingness } from '../study.ts'
import { loadStudyAllocation } from './load-study-allocation.ts'
import { loadVersions } from './load-versions.ts'

export type LoadedStudy = { readonly programme: Programme; readonly study: Study }

export const loadStudy = async (
  tx: Transaction,
  input: Place & { readonly masterKey: Key },
): Promise<LoadedStudy | null> => {
  const { organisationId, programmeId } = input
  const found = await openProgramme(tx, { organisationId, programmeId, masterKey: input.masterKey })
  if (found === null) return null
  const { protocol, programmeKey, name } = found
  const place = { organisationId, programmeId, programmeKey, protocol }
  return { programme: { programmeId, name }, study: await assemble(tx, place) }
}

type Source = Place & { readonly programmeKey: Key; readonly protocol: Protocol }
type Person = { readonly code: string; readonly role: RoleId }

/** Codes by pseudonym, and by participant (which takes the programme key). */
type Codes = {
  readonly ofRespondent: (respondent: string) => Person
  /** Null: their link was cut when they withdrew. */
  readonly ofParticipant: (participantId: string) => Person | null
}

const loadCodes = async (tx: Transaction, source: Source): Promise<Codes> => {
  const rows = await listRespondents(tx, source)
  const people = new Map(rows.map((row) => [row.respondent, row]))
  const ofRespondent = (respondent: string): Person => {
    const person = people.get(respondent)
    if (person === undefined) throw new Error(`Respondent ${respondent} has no code`)
    return person
  }
  const ofParticipant = (id: string) => people.get(respondentOf(source.programmeKey, id)) ?? null
  return { ofRespondent, ofParticipant }
}

const assemble = async (tx: Transaction, source: Source): Promise<Study> => {
  const codes = await loadCodes(tx, source)
  const comments = await listComments(tx, source)
  const answering = <Row extends { readonly respondent: string }>(row: Row) => {
    const { respondent, ...rest } = row
    const { code, role } = codes.ofRespondent(respondent)
    return { participant: code, role, ...rest }
  }
  const commentLabels = new Map(comments.map(({ commentId, label }) => [commentId, label]))
  const participants = await loadParticipants(tx, source, codes)
  const versions = await loadVersions(tx, source)
  const sessions = await loadSessions(tx, source, codes)
  const allocation = await loadStudyAllocation(tx, source, sessions)
  return {
    protocol: source.protocol,
    ...(versions === undefined ? {} : { versions }),
    ...(allocation === undefined ? {} : { allocation }),
    participants,
    scores: byParticipant((await listScores(tx, source)).map(answering)),
    answers: byParticipant((await listAnswers(tx, source)).map(answering)),
    willingness: (await loadWillingness(tx, source, codes)).filter(isBetween(participants)),
    sessions,
    comments: comments.map(({ commentId: _, label, ...row }) => ({
      comment: label,
      ...answering(row),
    })),
    codebook: (await listCodebook(tx, source)).map(({ place: _, ...code }) => code),
    codings: await loadCodings(tx, source, commentLabels),
  }
}

/** Mentees are asked about before they have agreed: those who have not are no part of the study. */
const isBetween =
  (participants: readonly StudyParticipant[]) =>
  ({ mentor, mentee }: Willingness): boolean => {
    const codes = new Set(participants.map(({ participant }) => participant))
    return codes.has(mentor) && codes.has(mentee)
  }

/** In the order of the codes: the order of the pseudonyms means nothing, but changes with the key. */
const byParticipant = <Row extends { readonly participant: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) =>
    a.participant < b.participant ? -1 : Number(a.participant > b.participant),
  )

/** Who agreed, whether they stayed or not; the invited and those who declined are no part of the study. */
const loadParticipants = async (
  tx: Transaction,
  source: Source,
  codes: Codes,
): Promise<readonly StudyParticipant[]> => {
  const supervisors = new Map(
    (await listSupervisions(tx, source)).map((row) => [row.mentorId, row.menteeId]),
  )
  const stated = Map.groupBy(
    await listCharacteristics(tx, source),
    (row) => codes.ofRespondent(row.respondent).code,
  )
  const people = new Map(
    (await listParticipants(tx, source)).map((person) => [
      respondentOf(source.programmeKey, person.participantId),
      person,
    ]),
  )
  const respondents = (await listRespondents(tx, source)).filter(({ respondent }) => {
    const state = people.get(respondent)?.state
    return state !== 'invited' && state !== 'declined'
  })
  const codesHere = new Map(respondents.map(({ respondent, code }) => [respondent, code]))
  const rows = respondents.map(({ respondent, code, role }) => {
    const person = people.get(respondent)
    const supervisor = supervisors.get(person?.participantId ?? '')
    const characteristics = stated.get(code) ?? []
    return {
      participant: code,
      role,
      supervisor:
        supervisor === undefined
          ? null
          : (codesHere.get(respondentOf(source.programmeKey, supervisor)) ?? null),
      // Whose link was cut on withdrawal has left, too: when, follows no more from anything.
      leftAfterPhase: person === undefined ? 1 : person.leftAfterPhase,
      characteristics: Object.fromEntries(
        characteristics.map((row) => [row.characteristic, row.value]),
      ),
    }
  })
  return byParticipant(rows).toSorted(
    (a, b) => Number(a.role === 'mentee') - Number(b.role === 'mentee'),
  )
}

const loadWillingness = async (tx: Transaction, source: Source, codes: Codes) => {
  const rows = (await listWillingness(tx, source)).map(({ mentor, mentee, isWilling }) => ({
    mentor: codes.ofRespondent(mentor).code,
    mentee: codes.ofRespondent(mentee).code,
    isWilling,
  }))
  return rows.toSorted((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1))
}

const pairOf = (row: { readonly mentor: string; readonly mentee: string }): string =>
  JSON.stringify([row.mentor, row.mentee])

/** A pair in which somebody's link was cut has no sessions here: naming the pair would tie it again. */
const loadSessions = async (
  tx: Transaction,
  source: Source,
  codes: Codes,
): Promise<readonly StudySession[]> => {
  const met = Map.groupBy(await listSessions(tx, source), (session) => session.pairId)
  return (await listPairs(tx, source)).flatMap((pair) => {
    const mentor = codes.ofParticipant(pair.mentorId)
    const mentee = codes.ofParticipant(pair.menteeId)
    if (mentor === null || mentee === null) return []
    const people = { pair: pair.label, mentor: mentor.code, mentee: mentee.code }
    const sessions = met.get(pair.pairId) ?? [{ durationMinutes: null, mode: null }]
    return sessions.map(({ durationMinutes, mode }) => ({ ...people, durationMinutes, mode }))
  })
}

const loadCodings = async (
  tx: Transaction,
  source: Source,
  labels: ReadonlyMap<string, string>,
): Promise<readonly Coding[]> => {
  const rows = (await listCodings(tx, source)).map((row) => ({
    comment: labels.get(row.commentId) ?? '',
    start: row.startAt,
    end: row.endAt,
    code: row.code,
    coder: row.coder,
  }))
  return rows.toSorted((a, b) => (a.comment < b.comment ? -1 : Number(a.comment > b.comment)))
}
