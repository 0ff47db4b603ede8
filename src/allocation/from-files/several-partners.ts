/** How many partners people may have, from the options of the command. */
import type { CommandInput } from '../../cli/command.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Capacity, SideName } from '../model.ts'
import type { InputProblem } from '../problems.ts'
import type { WillingnessTable } from './read-tables.ts'

/** Everybody of one side may have so many. */
export type SeveralPartners = { readonly side: SideName; readonly most: number }

const options = [
  { name: 'menteesPerMentor', option: '--mentees-per-mentor', side: 'mentors' },
  { name: 'mentorsPerMentee', option: '--mentors-per-mentee', side: 'mentees' },
] as const

/** Null: nobody has more than one. */
export const severalPartners = (
  given: CommandInput['options'],
): Result<SeveralPartners | null, InputProblem> => {
  const found = options.map((one) => ({ ...one, value: String(given[one.name] ?? '1') }))
  const wrong = found.find(({ value }) => !/^[1-5]$/.test(value))
  if (wrong !== undefined)
    return fail({ kind: 'allocation.partners', option: wrong.option, value: wrong.value })
  const [one, other] = found.filter(({ value }) => value !== '1')
  if (other !== undefined) return fail({ kind: 'allocation.partners_on_both_sides' })
  return ok(one === undefined ? null : { side: one.side, most: Number(one.value) })
}

export const capacityOf = (
  { side, most }: SeveralPartners,
  people: WillingnessTable,
): Capacity => ({ side, most: Object.fromEntries(people[side].map((id) => [id, most])) })
