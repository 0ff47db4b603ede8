/** A programme in which people answer, in an organisation of its own. */
import type { Database } from '../../src/platform/database.ts'
import { type Answering, fillAnswering, type Wanted } from './answering-programme.ts'
import { newOrganisation } from './database.ts'

export const openAnswering = async (database: Database, wanted: Wanted = {}): Promise<Answering> =>
  fillAnswering(await newOrganisation(database), wanted)
