/** An organisation with at least one row in every table. */
import { randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import { listPairs } from '../../src/allocation/store.ts'
import { ok } from '../../src/lib/result.ts'
import { insertStaff, loadOrganisationKey } from '../../src/organisations/store.ts'
import { listParticipants, type Place } from '../../src/people/store.ts'
import { type ActionContext, type ActionScope, action } from '../../src/platform/action.ts'
import type { Database, Transaction } from '../../src/platform/database.ts'
import type { DB } from '../../src/platform/database-types.ts'
import { lookupKey, respondentOf } from '../../src/platform/keys.ts'
import { writeMail } from '../../src/platform/mail.ts'
import { beginSignIn } from '../../src/platform/sign-in.ts'
import { insertLink, insertSignIn } from '../../src/platform/sign-in-store.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { type OpenProgramme, openProgramme } from '../../src/protocol/open-programme.ts'
import { insertProgrammeStaff } from '../../src/protocol/store.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { putDraft } from '../../src/questionnaires/draft-store.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { insertStudy } from '../../src/report/exchange/import-study.ts'
import type { Study } from '../../src/report/study.ts'
import { makePack } from '../../src/sessions/pack/keys.ts'
import {
  type PackOwner,
  putOpening,
  putPackKeys,
  putPart,
} from '../../src/sessions/pack/pack-store.ts'
import { newOrganisation } from '../support/database.ts'
import { exampleStudy } from '../support/example-study.ts'

/** The example study, and whatever it leaves out of what a study can hold. */
export const fullStudy = async (): Promise<Study> => {
  const study = await exampleStudy()
  const mentee = study.participants.find(({ role }) => role === 'mentee')?.participant ?? null
  const participants = study.participants.map((person) =>
    person.role === 'mentor' ? { ...person, supervisor: mentee } : person,
  )
  return { ...study, participants }
}

const fill = action('organisation.filled', async (context, study: Study) => {
  const { tx, organisationId, masterKey } = context
  const [programmeId, staffId] = [crypto.randomUUID(), crypto.randomUUID()]
  const nameOf = ({ participant }: { readonly participant: string }) => participant
  await insertStudy(context, { programmeId, name: 'A programme', study, nameOf })
  const email = `${staffId}@hospital.example`
  const emailKey = lookupKey(masterKey, email)
  const member = { staffId, name: 'Nadia Rahman', email, emailKey }
  await insertStaff(tx, organisationId, { ...member, roles: ['administrator'] })
  await insertProgrammeStaff(tx, organisationId, [{ programmeId, staffId, role: 'lead' }])
  const token = newToken(organisationId)
  await insertLink(tx, { token, purpose: 'staff', personId: staffId, expiresAt: null })
  await beginSignIn(context, { organisationId, personKind: 'staff', personId: staffId }, token)
  const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
  const mail = { purpose: 'staff_link', to: email, subject: 'A link', text: 'Here it is.' }
  await writeMail(context, organisationKey, mail)
  await fillSetUp(context, programmeId, staffId)
  return ok({ value: null })
})

/** What a running programme holds and an imported study does not. */
const fillSetUp = async (
  context: ActionContext,
  programmeId: string,
  staffId: string,
): Promise<void> => {
  const { tx, organisationId, masterKey, now } = context
  const place = { organisationId, programmeId }
  const programme = await openProgramme(tx, { ...place, masterKey })
  const [person] = await listParticipants(tx, place)
  if (programme === null || person === undefined) throw new Error('The study was not inserted.')
  const { participantId } = person
  const generated = { generation: 1, codeKey: lookupKey(masterKey, organisationId) }
  await tx
    .insertInto('invitations')
    .values({ ...place, participantId, ...generated, invitedAt: now })
    .execute()
  await tx
    .insertInto('reminders')
    .values({ ...place, participantId, about: 'invitation', number: 1 })
    .execute()
  await tx
    .insertInto('consentTexts')
    .values({ ...place, version: 1, text: '{}' })
    .execute()
  await tx
    .insertInto('consents')
    .values({
      ...place,
      participantId,
      version: 1,
      statements: '[]',
      withdrawal: 'stop',
      agreedAt: now,
    })
    .execute()
  await tx
    .insertInto('governance')
    .values({ ...place, details: '{}' })
    .execute()
  const [opensOn, closesOn] = ['2026-11-01', '2026-11-30']
  await putStageWindow(tx, place, {
    stage: 1,
    state: 'open',
    opensOn,
    closesOn,
    protocolVersion: 1,
  })
  const keyed = { ...place, programmeKey: programme.programmeKey }
  await insertCompletion(tx, keyed, { stage: 1, participantId })
  await putDraft(tx, keyed, { stage: 3, participantId }, { concerns: 'Too little time' })
  await fillInterview(context, programme)
  await fillAllocation(context, programme, staffId)
}

const sealedText = Buffer.from('Sealed')

const fillInterview = async (context: ActionContext, programme: OpenProgramme): Promise<void> => {
  const { tx, now } = context
  const place = { organisationId: programme.organisationId, programmeId: programme.programmeId }
  const people = await listParticipants(tx, place)
  const [mentor, mentee] = [
    people.find(({ role }) => role === 'mentor')?.participantId ?? '',
    respondentOf(
      programme.programmeKey,
      people.find(({ role }) => role === 'mentee')?.participantId ?? '',
    ),
  ]
  const [noteId, pointId, recordingId] = [
    crypto.randomUUID(),
    crypto.randomUUID(),
    crypto.randomUUID(),
  ]
  const cell = { ...place, mentee, domain: 'strengths' }
  const put = <T extends keyof DB>(table: T, row: Insertable<DB[T]>) =>
    tx.insertInto(table).values(row).execute()
  await put('interviews', { ...place, state: 'open', wrappedBallotKey: sealedText })
  await put('interviewSittings', { ...place, sitting: 1, heldOn: '2026-11-20', state: 'open' })
  const present = { participantId: mentor, agreesToRecording: true }
  await put('interviewAttendances', { ...place, sitting: 1, ...present })
  await put('interviewTimes', { ...place, mentee, seconds: 60 })
  await put('interviewCells', cell)
  await put('interviewNotes', { ...cell, noteId, place: 'a', sealedText })
  await put('interviewChanges', { ...place, changeId: crypto.randomUUID() })
  await put('interviewPhonePoints', { ...cell, pointId: crypto.randomUUID(), sealedText })
  await put('interviewBallots', { ...place, noteId, ballotKey: sealedText })
  await put('interviewTallies', { ...place, noteId, supporters: 3 })
  const received = { state: 'receiving', begunAt: now, wrappedKey: sealedText }
  await put('recordings', { ...place, recordingId, sitting: 1, ...received })
  const piece = { part: 'received', piece: 0, sealed: sealedText }
  await put('recordingPieces', { ...place, recordingId, ...piece })
  const transcript = { transcriptId: crypto.randomUUID(), title: 'The first sitting' }
  await put('transcripts', { ...place, ...transcript, recordingId, sealedPassages: sealedText })
  await put('documentPoints', { ...cell, pointId, place: 'a', sealedText })
  await put('documentSources', { ...place, pointId, noteId })
  const version = { ...place, mentee, version: 1 }
  const days = { sentOn: '2026-11-21', answerBy: '2026-12-01' }
  const text = { sha256: Buffer.alloc(32), sealedText, ...days }
  await put('documentVersions', { ...version, state: 'signing', ...text })
  await put('signOffs', { ...version, signOffKey: sealedText })
  await put('changeRequests', { ...version, requestId: crypto.randomUUID(), sealedText })
}

const fillAllocation = async (
  { tx, now }: ActionContext,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  staffId: string,
): Promise<void> => {
  const place = { organisationId, programmeId }
  const people = await listParticipants(tx, place)
  const idOf = (role: string) => people.find((one) => one.role === role)?.participantId ?? ''
  const [mentorId, menteeId] = [idOf('mentor'), idOf('mentee')]
  const [mentor, mentee] = [
    respondentOf(programmeKey, mentorId),
    respondentOf(programmeKey, menteeId),
  ]
  const put = <T extends keyof DB>(table: T, row: Insertable<DB[T]>) =>
    tx.insertInto(table).values(row).execute()
  const draw = { number: 1, kind: 'first', mode: 'random', state: 'locked', askedByRole: 'lead' }
  await put('allocationDraws', { ...place, ...draw, lockedAt: now, sealedInputs: sealedText })
  const given = { number: 1, role: 'lead', staffId, sealedValue: sealedText }
  await put('allocationContributions', { ...place, ...given })
  await put('excludedPairs', { ...place, mentorId, menteeId })
  await put('menteeVetoes', { ...place, mentee, mentor })
  await put('mentorLimits', { ...place, mentor, most: 2 })
  const [pair] = await listPairs(tx, place)
  if (pair === undefined) throw new Error('The study has no pairs.')
  const rules = { rulesSha256: Buffer.alloc(32), agreedOn: '2026-11-22' }
  const agreement = { pairId: pair.pairId, participantId: pair.mentorId, ...rules }
  await put('sessionAgreements', { ...place, ...agreement })
  await fillSessions(tx, {
    ...place,
    pairId: pair.pairId,
    participantId: menteeId,
    respondent: mentee,
  })
}

type Pair = Place & {
  readonly pairId: string
  readonly participantId: string
  readonly respondent: string
}

const fillSessions = async (
  tx: Transaction,
  { pairId, participantId, respondent, ...place }: Pair,
): Promise<void> => {
  const put = <T extends keyof DB>(table: T, row: Insertable<DB[T]>) =>
    tx.insertInto(table).values(row).execute()
  const planId = crypto.randomUUID()
  const plan = { pairId, state: 'proposed', proposedBy: 'mentee', minutes: 60, mode: 'online' }
  await put('sessionPlans', { ...place, planId, ...plan })
  await put('sessionProposals', { ...place, planId, startsAt: new Date('2026-12-01T09:00:00Z') })
  const hash = randomBytes(32)
  await put('sessionDelegates', { ...place, participantId, tokenHash: hash, sealed: sealedText })
  await put('sessionPulses', { ...place, respondent, number: 1, question: 'useful', value: 4 })
  await put('timeUses', { ...place, respondent, step: 'stage_1', band: 'under_10' })
  await fillPack(tx, { ...place, participantId })
  await put('sharedChanges', { ...place, participantId, changeId: planId, sealedText })
  const clarificationId = crypto.randomUUID()
  const question = { state: 'asked', domain: 'strengths', sealedQuestion: sealedText }
  await put('clarifications', { ...place, clarificationId, participantId, ...question })
  await put('clarificationTurns', { ...place, clarificationId, participantId })
  await put('clarificationNotes', { ...place, clarificationId, noteId: planId, sealedText })
  await put('stageWaits', { ...place, stage: 5, participantId })
  await put('closingLetters', { ...place, sentOn: '2026-11-22' })
}

const fillPack = async (tx: Transaction, owner: PackOwner): Promise<void> => {
  const { organisationId, programmeId, participantId } = owner
  const { key, stored } = await makePack(owner, 'a passphrase that is long')
  await putPackKeys(tx, owner, stored)
  await putPart(tx, owner, { key, part: 'changes', json: '[]' })
  const token = newToken(organisationId)
  const expiresAt = new Date('2100-01-01T00:00:00Z')
  const personKind = 'participant'
  await insertSignIn(tx, { organisationId, personKind, personId: participantId, token, expiresAt })
  await putOpening(tx, owner, { key, token: token.text })
  await tx
    .insertInto('documentOpenings')
    .values({ organisationId, programmeId, participantId })
    .execute()
}

export const filledOrganisation = async (
  database: Database,
  study: Study,
): Promise<ActionScope> => {
  const scope = await newOrganisation(database)
  await fill({ ...scope, idempotencyKey: crypto.randomUUID() }, study)
  return scope
}
