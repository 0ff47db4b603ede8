/** How long somebody says that a step took them. */
import type { Band } from './bands.ts'

export const timeBands = [
  { id: 'under_10', from: 0, to: 9 },
  { id: 'from_10', from: 10, to: 19 },
  { id: 'from_20', from: 20, to: 39 },
  { id: 'from_40', from: 40, to: 59 },
  { id: 'from_60', from: 60, to: 120 },
  { id: 'over_120', from: 121, to: null },
] as const satisfies readonly Band[]
export type TimeBand = (typeof timeBands)[number]['id']

export const timeBandOf = (text: string): TimeBand | null =>
  timeBands.find(({ id }) => id === text)?.id ?? null

/** `step`: the id of a step of the protocol, or `preparationStep`. Under a pseudonym. */
export type TimeUse = {
  readonly respondent: string
  readonly step: string
  readonly band: TimeBand
}

/** No step of a protocol can have this id. */
export const preparationStep = 'before-the-session'
