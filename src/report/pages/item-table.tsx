/** The single items of a stage: how many chose each answer, out of those who answered. */
import type { ReactNode } from 'react'
import type { RoleId } from '../../protocol/model.ts'
import { each } from '../../web/components/each.ts'
import { Table } from '../../web/components/table.tsx'
import type { Count, ItemSummary } from '../analysis.ts'
import { inPlaceOfCounts } from '../follow-ups/private-items.ts'
import { labelsOf } from '../labels.ts'
import type { Reported } from '../reported.ts'
import { showNumber, showRange } from '../show.ts'
import { shareOf } from '../words.ts'

type ItemTableProps = Reported & { readonly role: RoleId; readonly stage: number }

export const ItemTable = ({ study, analysis, role, stage }: ItemTableProps) => {
  const items = analysis.items.filter((item) => item.role === role && item.stage === stage)
  const labels = labelsOf(study.protocol)
  return items.length === 0 ? null : (
    <Table
      id={`items-${role}-${stage}`}
      caption={`${study.protocol.roles[role].plural}, stage ${stage}: single questions`}
      captionSize="s"
      columns={[{ header: 'Question' }, { header: 'Answers' }, { header: 'n', isNumeric: true }]}
      rows={items.map((item) => {
        const label = labels.item(item.item)
        const words = inPlaceOfCounts(study.protocol, item)
        return words === null ? itemRow(item, label) : [label, words, '–']
      })}
    />
  )
}

export const itemRow = (item: ItemSummary, label: string): readonly ReactNode[] => {
  if (item.kind === 'single_choice') {
    return [label, <Choices key="answers" options={item.options} n={item.n} />, item.n]
  }
  const range = `${showRange(item.min, item.max)} ${item.unit}, median ${showNumber(item.median)}`
  return [label, range, item.n]
}

type ChoicesProps = { readonly options: readonly Count[]; readonly n: number }

/** Every option with its count, also those that nobody chose. */
export const Choices = ({ options, n }: ChoicesProps) => (
  <ul className="app-choices">
    {each(options, ({ label, count }) => (
      <li>
        {label}: {count === 0 ? `0 out of ${n}` : shareOf(count, n)}
      </li>
    ))}
  </ul>
)
