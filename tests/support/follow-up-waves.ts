/** The example study as a programme whose sessions are over and which asks three times more, with the clock moved. */
import { linkFor } from '../../src/people/inviting/invitation-links.ts'
import { insertInvitations } from '../../src/people/inviting/invitation-store.ts'
import type { Participant } from '../../src/people/model.ts'
import { listParticipants } from '../../src/people/store.ts'
import { type Database, read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { chooseFollowUps } from '../../src/protocol/content/follow-ups.ts'
import { insertCompletion } from '../../src/questionnaires/completion-store.ts'
import { remindAboutStages } from '../../src/questionnaires/reminders/stage-reminders.ts'
import { insertAnswers, insertScores, listScores } from '../../src/questionnaires/store.ts'
import { putStageWindow } from '../../src/questionnaires/windows/window-store.ts'
import { moveWindowsByDate } from '../../src/questionnaires/windows/windows.ts'
import { openFollowUps } from '../../src/sessions/follow-ups/clock-tasks.ts'
import { masterKey } from './database.ts'
import { type Somebody, signedIn } from './hospital.ts'
import { addStaff, writing } from './programme-under-way.ts'
import { studyUnderWay, type UnderWay } from './study-under-way.ts'
import { succeeded } from './succeeded.ts'

/** That all is well. */
const answersOf = {
  mentor: {
    ...{ follow_up_noticed: 'some', follow_up_relationship: 'better' },
    follow_up_retaliation: 'no',
  },
  mentee: {
    ...{ follow_up_lasting: 'lasted', follow_up_relationship: 'better' },
    follow_up_retaliation: 'no',
  },
} as const

export type FollowingUp = UnderWay & {
  readonly lead: Somebody
  /** Two of the ten; M6 has left before the sessions. */
  readonly mentor: Somebody
  readonly mentee: Somebody
  /** The clock's tasks of that moment: waves and stages open and close, people are told and reminded. */
  readonly clockAt: (time: string) => Promise<void>
  /** Everybody who takes part, but these, sends the scores of stage 5 once more, and that all is well. */
  readonly everybodyAnswers: (stage: number, but: readonly Somebody[]) => Promise<void>
}

const closedStages = [1, 3, 4, 5] as const
const heldOn = '2026-11-20'

/** When the clock is looked at, wave by wave, with the last session on that day. */
export const waves = [
  {
    ...{ number: 1, stage: 6, months: 3, lastDay: '20 March 2027' },
    ...{ eve: '2027-02-19T12:00:00Z', opens: '2027-02-20T09:00:00Z' },
    ...{ reminds: '2027-02-23T09:00:00Z', last: '2027-03-20T09:00:00Z' },
    closes: '2027-03-21T09:00:00Z',
  },
  {
    ...{ number: 2, stage: 7, months: 6, lastDay: '17 June 2027' },
    ...{ eve: '2027-05-19T12:00:00Z', opens: '2027-05-20T09:00:00Z' },
    ...{ reminds: '2027-05-23T09:00:00Z', last: '2027-06-17T09:00:00Z' },
    closes: '2027-06-18T09:00:00Z',
  },
  {
    ...{ number: 3, stage: 8, months: 12, lastDay: '18 December 2027' },
    ...{ eve: '2027-11-19T12:00:00Z', opens: '2027-11-20T09:00:00Z' },
    ...{ reminds: '2027-11-23T09:00:00Z', last: '2027-12-18T09:00:00Z' },
    closes: '2027-12-19T09:00:00Z',
  },
] as const

export const startFollowingUp = async (
  database: Database,
  publicUrl: string,
): Promise<FollowingUp> => {
  const underWay = await studyUnderWay(database, [], (study) => ({
    ...study,
    protocol: succeeded(chooseFollowUps(study.protocol, [3, 6, 12])),
  }))
  const { scope, programmeId, programmeKey } = underWay
  const { organisationId } = scope
  const place = { organisationId, programmeId }
  const everybody = await read(database, organisationId, (tx) => listParticipants(tx, place))
  const people = await writing(database, organisationId, async (tx) => {
    for (const stage of closedStages) {
      const dates = { opensOn: null, closesOn: null, protocolVersion: 1 }
      await putStageWindow(tx, place, { stage, state: 'closed', ...dates })
    }
    await tx.updateTable('sessions').set({ heldOn }).execute()
    for (const { participantId, name } of everybody) {
      const email = `${name.toLowerCase()}@hospital.example`
      await tx
        .updateTable('participants')
        .set({ email })
        .where('participantId', '=', participantId)
        .execute()
    }
    const invited = everybody.map(({ participantId }) => {
      const which = { organisationId, participantId, generation: 1 }
      const { codeKey } = linkFor({ masterKey, publicUrl }, which)
      return { participantId, generation: 1, invitedAt: new Date('2026-09-01T10:00:00Z'), codeKey }
    })
    await insertInvitations(tx, place, invited)
    const enter = (code: string): Promise<Somebody> => {
      const personId = everybody.find(({ name }) => name === code)?.participantId ?? ''
      const who = { kind: 'participant', name: code, email: null } as const
      return signedIn(tx, { organisationId, personId, ...who })
    }
    return {
      lead: await addStaff(tx, place, 'lead'),
      mentor: await enter('M1'),
      mentee: await enter('C1'),
    }
  })
  const answerAs = ({ participantId, role }: Participant, stage: number): Promise<void> =>
    writing(database, organisationId, async (tx) => {
      const respondent = respondentOf(programmeKey, participantId)
      await insertCompletion(tx, { ...place, programmeKey }, { stage, participantId })
      const answers = Object.entries(answersOf[role])
      await insertAnswers(
        tx,
        place,
        answers.map(([item, answer]) => ({ respondent, stage, item, answer })),
      )
      const before = (await listScores(tx, place)).filter(
        (score) => score.stage === 5 && score.respondent === respondent,
      )
      await insertScores(
        tx,
        place,
        before.map((score) => ({ ...score, stage })),
      )
    })
  return {
    ...underWay,
    ...people,
    clockAt: async (time) => {
      const now = new Date(time)
      await openFollowUps(scope, { now })
      await moveWindowsByDate(scope, { today: time.slice(0, 10) })
      await remindAboutStages(scope, { now, publicUrl })
    },
    everybodyAnswers: async (stage, but) => {
      const done = but.map(({ personId }) => personId)
      const asked = everybody.filter(({ state }) => state === 'agreed')
      for (const person of asked)
        if (!done.includes(person.participantId)) await answerAs(person, stage)
    },
  }
}
