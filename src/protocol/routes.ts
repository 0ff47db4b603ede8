import { createElement } from 'react'
import * as z from 'zod'
import { listStaff } from '../organisations/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { giveRoles } from './actions.ts'
import { programmeRoles } from './model.ts'
import { RolesPage } from './pages.tsx'
import { findProgramme, listProgrammeStaff } from './store.ts'

const programmeParams = z.object({ programme: z.uuid() })
type Params = z.infer<typeof programmeParams>
const nothing = z.object({})
/** One field for each member of staff, `roles-<id>`, with one value, several or none. */
const rolesForm = z.looseObject({ idempotencyKey: z.uuid() })

const show = async ({
  scope,
  params,
  read,
  newKey,
}: RouteContext<Params, unknown>): Promise<Reply> => {
  const { organisationId } = scope
  const found = await read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, params.programme)
    const staff = await listStaff(tx, organisationId)
    return { programme, staff, given: await listProgrammeStaff(tx, organisationId) }
  })
  if (found.programme === null) return { kind: 'not_found' }
  const { programme, given } = found
  const here = given.filter(({ programmeId }) => programmeId === programme.programmeId)
  const staff = found.staff.map((member) => ({
    ...member,
    roles: here.filter(({ staffId }) => staffId === member.staffId).map(({ role }) => role),
  }))
  const body = createElement(RolesPage, { programme, staff, idempotencyKey: newKey() })
  return { kind: 'page', title: 'Roles', body }
}

const fieldName = /^roles-([0-9a-f-]{36})$/
const fieldValue = z.union([z.string().transform((role) => [role]), z.array(z.string())])

const rolesIn = (form: Readonly<Record<string, unknown>>) =>
  Object.entries(form).flatMap(([name, value]) => {
    const staffId = fieldName.exec(name)?.[1]
    if (staffId === undefined) return []
    const chosen = fieldValue.parse(value)
    const roles = programmeRoles.filter((role) => chosen.includes(role))
    return roles.map((role) => ({ staffId, role }))
  })

const save = async ({
  scope,
  params,
  input,
}: RouteContext<Params, z.infer<typeof rolesForm>>): Promise<Reply> => {
  const given = { programmeId: params.programme, roles: rolesIn(input) }
  const saved = await giveRoles(scope, given)
  if (!saved.ok) return { kind: 'not_found' }
  return { kind: 'redirect', to: `/programmes/${params.programme}/roles` }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/roles',
    who: ['administrator'],
    params: programmeParams,
    input: nothing,
    navigation: 'Roles',
    handle: show,
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/roles',
    who: ['administrator'],
    params: programmeParams,
    input: rolesForm,
    handle: save,
  }),
]
