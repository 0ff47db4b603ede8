/** After which of their sessions somebody is asked. */
import type { Transaction } from '../../platform/database.ts'
import { respondentOf } from '../../platform/keys.ts'
import { type AskedOwn, loadPairsOf, type OwnPairs } from '../own/load-own-pairs.ts'
import { listAnsweredPulses } from './pulse-store.ts'
import { duePulses, type PulseStanding, pulseStanding } from './rules.ts'

export type LoadedPulse = {
  readonly own: OwnPairs
  readonly respondent: string
  readonly standing: PulseStanding
  /** The numbers of the sessions, the first first. */
  readonly due: readonly number[]
  readonly answered: ReadonlySet<number>
}

/** Null: the programme has no such mentor or mentee. */
export const loadPulse = async (tx: Transaction, asked: AskedOwn): Promise<LoadedPulse | null> => {
  const own = await loadPairsOf(tx, asked)
  return own === null ? null : pulseOf(tx, own)
}

export const pulseOf = async (tx: Transaction, own: OwnPairs): Promise<LoadedPulse> => {
  const { programme, participant } = own
  const respondent = respondentOf(programme.programmeKey, participant.participantId)
  const answered = await listAnsweredPulses(tx, programme, respondent)
  const standing = pulseStanding(own, answered)
  return { own, respondent, standing, answered, due: duePulses(own, answered) }
}
