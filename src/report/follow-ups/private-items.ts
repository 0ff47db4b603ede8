/** The questions of a wave that no page and no report counts, because one person's answer matters. */
import type { Protocol } from '../../protocol/model.ts'
import { findItem } from '../../protocol/rules.ts'
import type { ItemSummary } from '../analysis.ts'
import { questionShown } from './shown.ts'
import { questionInWords } from './words.ts'

/** What is said of such a question in place of its counts; null: its counts can be given. */
export const inPlaceOfCounts = (protocol: Protocol, summary: ItemSummary): string | null => {
  const item = findItem(protocol, summary.item)
  if (item?.kind !== 'single_choice' || summary.kind !== 'single_choice') return null
  const answers = summary.options.flatMap(({ value, count }) =>
    Array.from({ length: count }, () => value),
  )
  const shown = questionShown({ item, answers, floor: protocol.rules.anonymityFloor })
  const { role } = summary
  return shown.kind === 'warning' ? questionInWords({ protocol, role }, shown) : null
}
