/**
 * Points from phones wait until there are several and come onto the board together, so that no arrival gives anybody
 * away. What waits is written anew with each point that comes: in the database too nothing tells one from the others.
 */
import { createRandom, freshSeed } from '../../lib/random.ts'
import type { Transaction } from '../../platform/database.ts'
import { lookupKey } from '../../platform/keys.ts'
import { tellLive } from '../../platform/live.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { takeChanges } from '../board/change-store.ts'
import { type RoomMessage, topicOf } from '../board/live-topic.ts'
import { listNotes, putNote } from '../board/note-store.ts'
import { lockClock } from '../sittings/clock-store.ts'
import { listMentees } from '../store.ts'
import { listWaiting, putPhonePoints, takePhonePoints } from './phone-point-store.ts'
import { type Point, placeBatch } from './place-batch.ts'

const fewestInABatch = 3

/** The form is known by its own key, whoever sent it: a double click is one point. */
export type SentPoint = Point & { readonly formKey: string }

/**
 * False: this form was taken before. Kept with the changes of notes, under a keyed hash of what the form itself holds:
 * of who sent it nothing is in it.
 */
const rememberForm = async (
  tx: Transaction,
  programme: OpenProgramme,
  formKey: string,
): Promise<boolean> => {
  const hash = lookupKey(programme.programmeKey, `phone_form/${formKey}`)
  const changeId = hash.toString('hex').slice(0, 32)
  return (await takeChanges(tx, programme, [changeId])).size === 1
}

/** Tells no open page. The interview is held meanwhile, and nothing that belongs to a person: a lock leaves a mark on what it holds. */
export const addPhonePoint = async (
  tx: Transaction,
  programme: OpenProgramme,
  { formKey, ...point }: SentPoint,
): Promise<void> => {
  await lockClock(tx, programme)
  if (!(await rememberForm(tx, programme, formKey))) return
  const waiting = await takePhonePoints(tx, programme, await listMentees(tx, programme))
  await putPhonePoints(tx, programme, [...waiting, point])
}

/** For the facilitator: all that wait, once there are enough. False: there are too few yet, and nothing was done. */
export const showPhonePoints = async (
  tx: Transaction,
  programme: OpenProgramme,
  formKey: string,
): Promise<boolean> => {
  await lockClock(tx, programme)
  if (!(await rememberForm(tx, programme, formKey))) return true
  if (!(await canShowPhonePoints(tx, programme))) return false
  await showAllPhonePoints(tx, programme)
  return true
}

/** Whether there are enough to be shown; how many there are is told to nobody. */
const canShowPhonePoints = async (tx: Transaction, programme: OpenProgramme): Promise<boolean> => {
  const known = new Set((await listMentees(tx, programme)).map(({ mentee }) => mentee))
  const waiting = (await listWaiting(tx, programme)).filter((mentee) => known.has(mentee))
  return waiting.length >= fewestInABatch
}

/** When the interview ends: however many wait. The seed is kept nowhere; with it the order could be undone. */
export const showAllPhonePoints = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<void> => {
  await lockClock(tx, programme)
  const mentees = await listMentees(tx, programme)
  const points = await takePhonePoints(tx, programme, mentees)
  if (points.length === 0) return
  const notes = await listNotes(tx, programme, mentees)
  const placed = placeBatch(points, notes, createRandom(freshSeed()))
  const shown = placed.map((state) => ({ ...state, noteId: crypto.randomUUID() }))
  for (const note of shown) await putNote(tx, programme, note)
  const message: RoomMessage = { kind: 'notes', noteIds: shown.map(({ noteId }) => noteId) }
  await tellLive(tx, topicOf(programme.programmeId), JSON.stringify(message))
}
