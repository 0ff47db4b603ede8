/** The registry: every route there is. */
import { routes as example } from '../example/routes.ts'
import { routes as organisations } from '../organisations/routes.ts'
import { routes as setUp } from '../organisations/set-up-routes.ts'
import { routes as signIn } from '../organisations/sign-in-routes.ts'
import { routes as protocol } from '../protocol/routes.ts'
import { routes as report } from '../report/routes.ts'
import type { Route } from './route.ts'
import { routes as service } from './service-routes.ts'

const all: readonly Route[] = [
  ...service,
  ...organisations,
  ...setUp,
  ...signIn,
  ...protocol,
  ...example,
  ...report,
]

/** Two routes with one address would hide one of them: found at start, not by a visitor. */
const withoutDuplicates = (routes: readonly Route[]): readonly Route[] => {
  const addresses = routes.map(({ method, path }) => `${method} ${path}`)
  const twice = addresses.find((address, index) => addresses.indexOf(address) !== index)
  if (twice !== undefined) throw new Error(`Two routes have the address ${twice}`)
  return routes
}

export const allRoutes = withoutDuplicates(all)
