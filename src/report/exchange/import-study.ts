/** Takes a study into a new programme: every room's rows, in one transaction, with new ids and new pseudonyms. */
import { insertCodebook, insertCodings } from '../../content-analysis/store.ts'
import { ok } from '../../lib/result.ts'
import { loadOrganisationKey } from '../../organisations/store.ts'
import type { NewPeople } from '../../people/store.ts'
import { insertPeople } from '../../people/store.ts'
import { type ActionContext, action } from '../../platform/action.ts'
import { type Key, newKey, respondentOf } from '../../platform/keys.ts'
import { textOfProtocol } from '../../protocol/changing/change-protocol.ts'
import { insertProgramme, lockProtocolVersion } from '../../protocol/store.ts'
import { insertAnswers, insertComments, insertScores } from '../../questionnaires/store.ts'
import type { Study, StudyParticipant } from '../study.ts'
import { insertPairing } from './import-pairing.ts'

export type StudyImport = {
  readonly programmeId: string
  readonly name: string
  readonly study: Study
  /** What people are called; a study folder knows codes only. */
  readonly nameOf: (participant: StudyParticipant) => string
}

export const importStudy = action('study.imported', async (context, input: StudyImport) => {
  await insertStudy(context, input)
  const { participants, scores, comments } = input.study
  const details = {
    participants: participants.length,
    scores: scores.length,
    comments: comments.length,
  }
  return ok({ value: { programmeId: input.programmeId }, subject: input.programmeId, details })
})

/** The same inside another action (loading the example). */
export const insertStudy = async (context: ActionContext, input: StudyImport): Promise<void> => {
  const { tx, organisationId, masterKey } = context
  const { programmeId, name, study } = input
  const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
  const programmeKey = newKey()
  const protocolText = textOfProtocol(study.protocol)
  const programme = { programmeId, name, site: null, state: 'closed' } as const
  const keys = { organisationKey, programmeKey }
  await insertProgramme(tx, organisationId, { ...programme, protocolText, ...keys })
  await lockProtocolVersion(tx, { organisationId, programmeId }, 1)
  const place = { organisationId, programmeId }
  const ids = idsOf(study, programmeKey)
  await insertPeople(tx, place, peopleOf(input, ids))
  await insertAnswering(context, { ...place, programmeKey }, { study, ids })
  await insertPairing(tx, place, { study, ids })
}

/** The new ids of each person, by the code they have in the study. */
export type Ids = {
  readonly participant: (code: string) => string
  readonly respondent: (code: string) => string
}

const idsOf = (study: Study, programmeKey: Key): Ids => {
  const made = new Map(
    study.participants.map(({ participant }) => {
      const participantId = crypto.randomUUID()
      const respondent = respondentOf(programmeKey, participantId)
      return [participant, { participantId, respondent }]
    }),
  )
  const of = (code: string) => {
    const ids = made.get(code)
    if (ids === undefined) throw new Error('A study that was read names somebody it does not list.')
    return ids
  }
  return {
    participant: (code) => of(code).participantId,
    respondent: (code) => of(code).respondent,
  }
}

const peopleOf = ({ study, nameOf }: StudyImport, ids: Ids): NewPeople => ({
  participants: study.participants.map((person) => ({
    participantId: ids.participant(person.participant),
    role: person.role,
    name: nameOf(person),
    email: null,
    permanentId: null,
    state: person.leftAfterPhase === null ? 'agreed' : 'withdrawn',
    leftAfterPhase: person.leftAfterPhase,
  })),
  supervisions: study.participants.flatMap(({ participant, supervisor }) =>
    supervisor === null
      ? []
      : [{ mentorId: ids.participant(participant), menteeId: ids.participant(supervisor) }],
  ),
  respondents: study.participants.map(({ participant, role }) => ({
    respondent: ids.respondent(participant),
    role,
    code: participant,
  })),
  characteristics: study.participants.flatMap(({ participant, characteristics }) =>
    Object.entries(characteristics).map(([characteristic, value]) => ({
      respondent: ids.respondent(participant),
      characteristic,
      value,
    })),
  ),
})

type Place = { readonly organisationId: string; readonly programmeId: string }
type Source = { readonly study: Study; readonly ids: Ids }

const insertAnswering = async (
  { tx }: ActionContext,
  place: Place & { readonly programmeKey: Key },
  { study, ids }: Source,
): Promise<void> => {
  const { programmeKey: _, ...plain } = place
  const underPseudonym = <Row extends { readonly participant: string; readonly role: string }>({
    participant,
    role: _role,
    ...row
  }: Row) => ({ ...row, respondent: ids.respondent(participant) })
  await insertScores(tx, plain, study.scores.map(underPseudonym))
  await insertAnswers(tx, plain, study.answers.map(underPseudonym))
  const commentIds = new Map(study.comments.map(({ comment }) => [comment, crypto.randomUUID()]))
  const idOf = (comment: string): string => commentIds.get(comment) ?? ''
  const comments = study.comments.map(underPseudonym).map(({ comment, ...row }) => ({
    ...row,
    label: comment,
    commentId: idOf(comment),
  }))
  await insertComments(tx, place, comments)
  await insertCodebook(
    tx,
    plain,
    study.codebook.map((code, place) => ({ ...code, place })),
  )
  const codings = study.codings.map(({ comment, start, end, code, coder }) => ({
    commentId: idOf(comment),
    startAt: start,
    endAt: end,
    code,
    coder,
  }))
  await insertCodings(tx, plain, codings)
}
