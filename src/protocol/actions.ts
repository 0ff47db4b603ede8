/** Who runs a programme. */
import { fail, ok, type Result } from '../lib/result.ts'
import { listStaff } from '../organisations/store.ts'
import { action, type Done } from '../platform/action.ts'
import type { ProgrammeRole } from './model.ts'
import { findProgramme, replaceProgrammeStaff } from './store.ts'

export type RolesGiven = {
  readonly programmeId: string
  readonly roles: readonly { readonly staffId: string; readonly role: ProgrammeRole }[]
}

export type RolesProblem = { readonly kind: 'programme.unknown' | 'staff.unknown' }

/** The roles as they shall be: who is not named has none from now on. */
export const giveRoles = action(
  'programme_roles.given',
  async (context, input: RolesGiven): Promise<Result<Done<null>, RolesProblem>> => {
    const { tx, organisationId } = context
    const programme = await findProgramme(tx, organisationId, input.programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const staff = new Set((await listStaff(tx, organisationId)).map(({ staffId }) => staffId))
    if (input.roles.some(({ staffId }) => !staff.has(staffId)))
      return fail({ kind: 'staff.unknown' })
    await replaceProgrammeStaff(tx, organisationId, input)
    return ok({ value: null, subject: input.programmeId, details: { roles: input.roles.length } })
  },
)
