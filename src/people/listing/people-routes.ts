/** The people of a programme: the list, adding, inviting, one person. What has a name of its own stands before `:participant`. */
import type { Route } from '../../web/route.ts'
import { importRoutes } from '../adding/import-routes.ts'
import { addingRoutes, changingRoutes } from '../adding/person-form-routes.ts'
import { invitationRoutes, personInvitationRoutes } from '../inviting/invitation-routes.ts'
import { joinRoutes } from '../inviting/join-routes.ts'
import { listRoutes } from './list-routes.ts'
import { personRoutes } from './person-routes.ts'

export const routes: readonly Route[] = [
  ...joinRoutes,
  ...listRoutes,
  ...addingRoutes,
  ...importRoutes,
  ...invitationRoutes,
  ...personRoutes,
  ...changingRoutes,
  ...personInvitationRoutes,
]
