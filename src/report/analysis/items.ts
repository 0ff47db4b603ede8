import { type Item, type RoleId, roleIds } from '../../protocol/model.ts'
import { itemsOf, questionnairesOf } from '../../protocol/rules.ts'
import type { ItemSummary } from '../analysis.ts'
import type { Study } from '../study.ts'
import { countOptions } from './counts.ts'
import { largest, smallest, spreadOf } from './spread.ts'

type AskedItem = { readonly role: RoleId; readonly stage: number; readonly item: Item }

/**
 * Single items: what did the people of a role answer at a stage?
 *
 * @param study  one answer for each person, stage and item
 * @returns      counts and percent of each option, or the range and median in the item's unit; no entry
 *               where nobody answered, and none for free text
 * Missing: left out; `n` says how many answered, and percent are of them.
 * Ties: none.   Method: counts; the median as in statistics/quartiles.ts.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Results.
 * Agrees with: the paper, in tests/paper.
 * @example summariseItems(example)[1] // { item: 'concerns_before', n: 6, options: [{ value: 'yes', count: 4, … }, …], … }
 */
export const summariseItems = ({ protocol, answers }: Study): readonly ItemSummary[] => {
  const groups = Map.groupBy(answers, ({ role, stage, item }) => `${role} ${stage} ${item}`)
  const asked = roleIds.flatMap((role) =>
    questionnairesOf(protocol).flatMap((step) =>
      itemsOf(protocol, step, role).map((item) => ({ role, stage: step.stage, item })),
    ),
  )
  return asked.flatMap((place) => {
    const group = groups.get(`${place.role} ${place.stage} ${place.item.id}`) ?? []
    return summariseItem(
      place,
      group.map(({ answer }) => answer),
    )
  })
}

const summariseItem = (
  { role, stage, item }: AskedItem,
  answers: readonly string[],
): readonly ItemSummary[] => {
  const place = { role, stage, item: item.id, n: answers.length }
  switch (item.kind) {
    case 'free_text':
      return []
    case 'single_choice': {
      const options = countOptions(item.options, answers)
      return answers.length === 0 ? [] : [{ ...place, kind: item.kind, options }]
    }
    case 'number': {
      const values = answers.map(Number)
      const [min, max, { median }] = [smallest(values), largest(values), spreadOf(values)]
      if (min === null || max === null || median === null) return []
      return [{ ...place, kind: item.kind, unit: item.unit, min, median, max }]
    }
  }
}
