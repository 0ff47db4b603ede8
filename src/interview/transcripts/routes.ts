/** The doors of the transcripts; addresses with a word of their own before those with an id in its place. */
import type { Route } from '../../web/route.ts'
import { importRoutes } from './import-routes.ts'
import { passageRoutes } from './passage-routes.ts'
import { listRoutes, transcriptRoutes } from './transcript-routes.ts'
import { transcriptionRoutes } from './transcription-routes.ts'

export const routes: readonly Route[] = [
  ...listRoutes,
  ...importRoutes,
  ...transcriptionRoutes,
  ...transcriptRoutes,
  ...passageRoutes,
]
