/** The random values that two people give to a draw. */
import * as z from 'zod'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { type Contribution, contributingRoles } from './model.ts'

const contextOf = ({ programmeId }: Place, number: number, role: string): string =>
  `allocation_contributions/${programmeId}/${number}/${role}`

export const insertContribution = async (
  tx: Transaction,
  programme: OpenProgramme,
  { number, role, staffId, value }: Contribution & { readonly number: number },
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = programme
  const sealedValue = seal(programmeKey, value, contextOf(programme, number, role))
  await tx
    .insertInto('allocationContributions')
    .values({ organisationId, programmeId, number, role, staffId, sealedValue })
    .execute()
}

const roleSchema = z.enum(contributingRoles)

/** None, one or both, the facilitator's first. */
export const listContributions = async (
  tx: Transaction,
  programme: OpenProgramme,
  number: number,
): Promise<readonly Contribution[]> => {
  const rows = await tx
    .selectFrom('allocationContributions')
    .select(['role', 'staffId', 'sealedValue'])
    .where('organisationId', '=', programme.organisationId)
    .where('programmeId', '=', programme.programmeId)
    .where('number', '=', number)
    .orderBy('role')
    .execute()
  return rows.map(({ role, staffId, sealedValue }) => ({
    role: roleSchema.parse(role),
    staffId,
    value: unseal(programme.programmeKey, sealedValue, contextOf(programme, number, role)).toString(
      'utf8',
    ),
  }))
}
