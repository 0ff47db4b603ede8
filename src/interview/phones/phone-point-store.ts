/** Points sent from phones that wait to be shown, encrypted, under the mentees' pseudonyms. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { respondentOf, seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Mentee } from '../model.ts'
import type { Point } from './place-batch.ts'

const contextOf = (pointId: string): string => `interview_phone_points/${pointId}`

/** The pseudonyms of those whom the points that wait are about: one for each point. */
export const listWaiting = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('interviewPhonePoints')
    .select('mentee')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()
  return rows.map(({ mentee }) => mentee)
}

/** Takes out all that wait. Of a mentee who has left there is no point to show. */
export const takePhonePoints = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  mentees: readonly Mentee[],
): Promise<readonly Point[]> => {
  const rows = await tx
    .deleteFrom('interviewPhonePoints')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .returning(['pointId', 'mentee', 'domain', 'sealedText'])
    .execute()
  const ids = new Map(mentees.map(({ mentee, menteeId }) => [mentee, menteeId]))
  return rows.flatMap(({ pointId, mentee, domain, sealedText }) => {
    const menteeId = ids.get(mentee)
    const text = unseal(programmeKey, sealedText, contextOf(pointId)).toString('utf8')
    return menteeId === undefined ? [] : [{ menteeId, domain, text }]
  })
}

/** Under new ids, in their order: neither id nor row tells which came first. */
export const putPhonePoints = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  points: readonly Point[],
): Promise<void> => {
  const rows = points.map(({ menteeId, domain, text }) => {
    const pointId = crypto.randomUUID()
    const mentee = respondentOf(programmeKey, menteeId)
    const sealedText = seal(programmeKey, text, contextOf(pointId))
    return { organisationId, programmeId, pointId, mentee, domain, sealedText }
  })
  await tx
    .insertInto('interviewPhonePoints')
    .values(rows.toSorted((a, b) => (a.pointId < b.pointId ? -1 : 1)))
    .execute()
}
