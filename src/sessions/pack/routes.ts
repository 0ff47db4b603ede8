/** Every door to a reflection pack. */
import type { Route } from '../../web/route.ts'
import { routes as files } from './file-routes.ts'
import { routes as pack } from './pack-routes.ts'
import { routes as reflection } from './reflection-routes.ts'
import { routes as selfAssessment } from './self-assessment-routes.ts'
import { routes as unlocking } from './unlocking-routes.ts'

export const routes: readonly Route[] = [
  ...pack,
  ...unlocking,
  ...selfAssessment,
  ...reflection,
  ...files,
]
