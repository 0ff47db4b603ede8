/** How long people say that each step took them, under their pseudonyms. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { rewriteFigures } from '../figure-store.ts'
import { type TimeBand, type TimeUse, timeBandOf } from './model.ts'

const bandOf = (text: string): TimeBand => {
  const band = timeBandOf(text)
  if (band === null) throw new Error(`A time in an unknown band: ${text}`)
  return band
}

/** In the order of the pseudonyms. */
export const listTimeUses = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly TimeUse[]> => {
  const rows = await tx
    .selectFrom('timeUses')
    .select(['respondent', 'step', 'band'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('respondent')
    .orderBy('step')
    .execute()
  return rows.map((row) => ({ ...row, band: bandOf(row.band) }))
}

type OwnTime = {
  readonly respondent: string
  readonly step: string
  /** Null: nothing is said of it any more. */
  readonly band: TimeBand | null
}

export const putTimeUse = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { respondent, step, band }: OwnTime,
): Promise<void> => {
  await tx
    .deleteFrom('timeUses')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .where('step', '=', step)
    .execute()
  if (band === null) return
  await tx
    .insertInto('timeUses')
    .values({ organisationId, programmeId, respondent, step, band })
    .execute()
  await rewriteFigures(tx, { organisationId, programmeId }, 'timeUses')
}
