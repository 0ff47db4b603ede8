/** The inputs of a draw from what is stored now. */
import { randomBytes } from 'node:crypto'
import { createRandom, freshSeed } from '../../lib/random.ts'
import { listSupervisions } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { respondentOf } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { listBarredPairs, listLimits, listVetoes, listWillingness } from '../store.ts'
import { collectInputs, type TakingPart } from './collect-inputs.ts'

export const loadInputs = async (
  tx: Transaction,
  programme: OpenProgramme,
  takingPart: TakingPart,
) => {
  const stored = {
    rules: programme.protocol.rules,
    supervisions: await listSupervisions(tx, programme),
    excluded: await listBarredPairs(tx, programme),
    willingness: await listWillingness(tx, programme),
    vetoes: await listVetoes(tx, programme),
    limits: await listLimits(tx, programme),
    pseudonymOf: (id: string) => respondentOf(programme.programmeKey, id),
  }
  const chance = { random: createRandom(freshSeed()), salt: randomBytes(32).toString('hex') }
  return collectInputs(takingPart, stored, chance)
}
