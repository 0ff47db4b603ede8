/** How far the allocation is, in a few words for the overview of whoever runs the programme. */
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { listPairs } from '../store.ts'
import { listDraws } from './draw-store.ts'
import { currentDraw } from './load-allocation.ts'
import { type NextStep, nextStep } from './progress-rules.ts'

const words: Readonly<Record<NextStep, string>> = {
  willingness: 'the willingness is open',
  values: 'the willingness is closed, two values are to be given',
  draw: 'both values are there, the draw is to be made',
  publish: 'the pairs are there, to be published',
  done: 'published',
}

/** Null: there is nothing to be drawn in this programme now, and nothing was. */
export const loadAllocationProgress = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<string | null> => {
  const { protocol, state } = programme
  const current = currentDraw(await listDraws(tx, programme))
  const canBegin = state === 'open' && protocol.steps.some(({ kind }) => kind === 'allocation')
  if (current === null && (!canBegin || (await listPairs(tx, programme)).length > 0)) return null
  return words[nextStep({ current, before: null })]
}
