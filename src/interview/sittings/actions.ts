/** The interview begins, in its first sitting; it ends; and it is opened again. */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { newKey, seal } from '../../platform/keys.ts'
import { tellLive } from '../../platform/live.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { topicOf } from '../board/live-topic.ts'
import { rewriteNotes } from '../board/note-store.ts'
import { showAllPhonePoints } from '../phones/phone-points.ts'
import { endedClock, stoppedClock } from './clock-rules.ts'
import { addTime, lockClock, putClock } from './clock-store.ts'
import { type LoadedInterview, loadInterview } from './load-interview.ts'
import type { Sitting } from './model.ts'
import {
  changedList,
  changeIn,
  mayBeginSitting,
  mayReopen,
  type ReopeningProblem,
  type SittingProblem,
  type TickedList,
} from './rules.ts'
import {
  deletePresences,
  endOpenSitting,
  insertInterview,
  insertPresences,
  insertSitting,
  setInterviewState,
  setRecordingConsent,
} from './sitting-store.ts'

export type UnknownProblem = { readonly kind: 'programme.unknown' }
export type NoSittingProblem = { readonly kind: 'interview.no_sitting' }

type OfProgramme = { readonly programmeId: string }

const load = (context: ActionContext, { programmeId }: OfProgramme) =>
  loadInterview(context.tx, { ...context, programmeId })

/** Whoever has the interview on a screen looks again. */
export const tellRoom = (
  { tx }: Pick<ActionContext, 'tx'>,
  { programmeId }: OfProgramme,
): Promise<void> => tellLive(tx, topicOf(programmeId), JSON.stringify({ kind: 'room' }))

const done = (
  { programmeId }: OfProgramme,
  details: NonNullable<Done<null>['details']>,
): Result<Done<null>, never> => ok({ value: null, subject: programmeId, details })

export type Beginning = OfProgramme & {
  readonly heldOn: string
  readonly present: readonly string[]
}

const idsOf = (people: readonly { readonly participantId: string }[]): readonly string[] =>
  people.map(({ participantId }) => participantId)

/** The first one begins the interview. */
export const beginSitting = action(
  'sitting.begun',
  async (
    context,
    input: Beginning,
  ): Promise<Result<Done<null>, SittingProblem | UnknownProblem>> => {
    const { tx, now } = context
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { programme, facts, mentors, sittings } = loaded
    const present = idsOf(mentors).filter((id) => input.present.includes(id))
    const { heldOn } = input
    const allowed = mayBeginSitting(facts, { heldOn, today: dayOf(now), present })
    if (!allowed.ok) return allowed
    if (facts.interview === 'not_started') await beginInterview(context, programme)
    const sitting = sittings.length + 1
    await insertSitting(tx, programme, { sitting, heldOn })
    await insertPresences(tx, programme, { sitting, participantIds: present })
    await putClock(tx, programme, stoppedClock)
    await tellRoom(context, input)
    return done(input, { sitting, present: present.length })
  },
)

/** With the key under which ballots are counted once. */
const beginInterview = ({ tx }: ActionContext, programme: OpenProgramme): Promise<void> => {
  const context = `interviews/${programme.programmeId}`
  return insertInterview(tx, programme, seal(programme.programmeKey, newKey(), context))
}

const stopSitting = async ({ tx, now }: ActionContext, programme: OpenProgramme): Promise<void> => {
  const clock = await lockClock(tx, programme)
  if (clock === null) return
  const ended = endedClock(clock, now)
  if (ended.spent !== null) await addTime(tx, programme, ended.spent)
  await putClock(tx, programme, ended.clock)
  await endOpenSitting(tx, programme)
}

export const endSitting = action(
  'sitting.ended',
  async (
    context,
    input: OfProgramme,
  ): Promise<Result<Done<null>, NoSittingProblem | UnknownProblem>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { openSitting, programme } = loaded
    if (openSitting === null) return fail({ kind: 'interview.no_sitting' })
    await stopSitting(context, programme)
    await tellRoom(context, input)
    return done(input, { sitting: openSitting.sitting })
  },
)

export type Attendance = OfProgramme & TickedList

type AttendanceProblem = UnknownProblem | NoSittingProblem | { readonly kind: 'attendance.nobody' }

type InSitting = LoadedInterview & { readonly openSitting: Sitting }

/** Of an interview that goes on now. */
const inSitting = async (
  context: ActionContext,
  input: OfProgramme,
): Promise<Result<InSitting, UnknownProblem | NoSittingProblem>> => {
  const loaded = await load(context, input)
  if (loaded === null) return fail({ kind: 'programme.unknown' })
  const { openSitting } = loaded
  return openSitting === null
    ? fail({ kind: 'interview.no_sitting' })
    : ok({ ...loaded, openSitting })
}

/** People come in during a sitting; whoever was ticked by mistake is taken out. */
export const changeAttendance = action(
  'attendance.changed',
  async (context, input: Attendance): Promise<Result<Done<null>, AttendanceProblem>> => {
    const { tx } = context
    const found = await inSitting(context, input)
    if (!found.ok) return found
    const { programme, mentors, openSitting } = found.value
    const { sitting, present } = openSitting
    const change = changeIn(input, idsOf(mentors))
    const after = changedList(idsOf(present), change)
    if (after.length === 0) return fail({ kind: 'attendance.nobody' })
    await insertPresences(tx, programme, { sitting, participantIds: change.added })
    await deletePresences(tx, programme, { sitting, participantIds: change.removed })
    await tellRoom(context, input)
    return done(input, { sitting, present: after.length })
  },
)

/** What each said when asked whether the sitting may be recorded. */
export const noteRecordingConsent = action(
  'recording_consent.noted',
  async (context, input: Attendance): Promise<Result<Done<null>, AttendanceProblem>> => {
    const { tx } = context
    const found = await inSitting(context, input)
    if (!found.ok) return found
    const { programme, openSitting } = found.value
    const { sitting, present } = openSitting
    const change = changeIn(input, idsOf(present))
    const { added, removed } = change
    await setRecordingConsent(tx, programme, { sitting, participantIds: added, agrees: true })
    await setRecordingConsent(tx, programme, { sitting, participantIds: removed, agrees: false })
    await tellRoom(context, input)
    const agreeing = changedList(idsOf(present.filter((one) => one.agreesToRecording)), change)
    return done(input, { sitting, present: present.length, agreeing: agreeing.length })
  },
)

/** Points that wait on phones come onto the board first; then nothing of the notes tells any more when they came. */
export const endInterview = action(
  'interview.ended',
  async (
    context,
    input: OfProgramme,
  ): Promise<Result<Done<null>, UnknownProblem | { readonly kind: 'interview.not_open' }>> => {
    const { tx } = context
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { programme, facts, sittings, contributors } = loaded
    if (facts.interview !== 'open') return fail({ kind: 'interview.not_open' })
    await stopSitting(context, programme)
    await showAllPhonePoints(tx, programme)
    await rewriteNotes(tx, programme)
    await setInterviewState(tx, programme, 'ended')
    await tellRoom(context, input)
    return done(input, { sittings: sittings.length, contributors: contributors.length })
  },
)

export const reopenInterview = action(
  'interview.reopened',
  async (
    context,
    input: OfProgramme,
  ): Promise<Result<Done<null>, UnknownProblem | ReopeningProblem>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { programme, facts } = loaded
    const allowed = mayReopen(facts)
    if (!allowed.ok) return allowed
    await setInterviewState(context.tx, programme, 'open')
    await tellRoom(context, input)
    return done(input, {})
  },
)
