/** Where what somebody gave is to go when they leave: no label of any draw leads to them any more. */
import { createRandom, freshSeed } from '../../lib/random.ts'
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { findPeople, listDraws, putPeople } from '../procedure/draw-store.ts'
import { type People, statesUnderWay } from '../procedure/model.ts'
import { forgetPeople } from './departure-store.ts'

/**
 * With one place empty it would be plain who stood there, so it is forgotten of everybody which label they had. Of a draw
 * that is over nothing is kept; of one under way, which cannot be used any more, who else was in it.
 */
export const forgetInDraws = async (
  tx: Transaction,
  programme: OpenProgramme,
  participantId: string,
): Promise<void> => {
  for (const { number, state } of await listDraws(tx, programme)) {
    const people = await findPeople(tx, programme, number)
    if (people === null || !isIn(people, participantId)) continue
    if (statesUnderWay.includes(state)) {
      await putPeople(tx, programme, { number, people: withoutPlaces(people, participantId) })
    } else {
      await forgetPeople(tx, programme, number)
    }
  }
}

const isIn = ({ mentors, mentees }: People, id: string): boolean =>
  [...mentors, ...mentees].includes(id)

const withoutPlaces = ({ mentors, mentees }: People, leaver: string): People => {
  const random = createRandom(freshSeed())
  const mixed = (ids: People['mentors']) =>
    random.shuffle(ids.map((id) => (id === leaver ? null : id)))
  return { mentors: mixed(mentors), mentees: mixed(mentees) }
}
