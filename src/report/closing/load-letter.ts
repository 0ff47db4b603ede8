/** What the closing letter is made from, out of the database. */
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import { analyseStudy } from '../analyse-study.ts'
import { loadStudy } from '../exchange/load-study.ts'
import { shownResults } from '../outcomes/shown-results.ts'
import type { LetterFacts } from './letter.ts'

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
}

/** Null: the organisation has no such programme. */
export const loadLetter = async (tx: Transaction, asked: Asked): Promise<LetterFacts | null> => {
  const loaded = await loadStudy(tx, asked)
  if (loaded === null) return null
  const { study, programme } = loaded
  const k = study.protocol.rules.anonymityFloor
  const shown = shownResults({ study, analysis: analyseStudy(study) }, k)
  return { name: programme.name, study, shown, governance: await findGovernance(tx, asked) }
}
