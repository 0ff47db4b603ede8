import type { Item } from '../../../protocol/model.ts'
import type { Answer } from '../../study.ts'
import { type Known, onceOnly, readAnswering } from './answering.ts'
import { decimalNumber, filled, oneOf } from './cells.ts'
import type { Cells, Table } from './table.ts'

export const answerColumns = ['participant', 'role', 'stage', 'item', 'answer'] as const

export const readAnswers = (table: Table, known: Known): readonly Answer[] => {
  const isNew = onceOnly('the answer of this participant, stage and item')
  const items = [...known.protocol.items.values()]
    .filter((item) => item.kind !== 'free_text')
    .map((item) => item.id)
  return table.read((cells) => {
    const answering = readAnswering(cells, known)
    const id = oneOf(cells, 'item', items)
    const item = known.protocol.items.get(id ?? '')
    if (item === undefined) return null
    const answer = readAnswer(cells, item)
    if (answering === null || !isItemAsked(cells, answering, { item, known })) return null
    const isFirst = isNew(
      cells,
      'answer',
      `${answering.participant}\n${answering.stage}\n${item.id}`,
    )
    return answer === null || !isFirst ? null : { ...answering, item: item.id, answer }
  })
}

const readAnswer = (cells: Cells, item: Item): string | null => {
  switch (item.kind) {
    case 'free_text':
      return filled(cells, 'answer')
    case 'single_choice':
      return oneOf(
        cells,
        'answer',
        item.options.map((option) => option.value),
      )
    case 'number': {
      const value = decimalNumber(cells, 'answer')
      if (value === null) return null
      if (value >= item.min && value <= item.max) return cells.at('answer')
      return cells.wrong('answer', `${value} is not between ${item.min} and ${item.max}`)
    }
  }
}

/** Also for comments, whose question is an item of free text. */
export const isItemAsked = (
  cells: Cells,
  { role, stage }: Pick<Answer, 'role' | 'stage'>,
  { item, known }: { readonly item: Item; readonly known: Known },
): boolean => {
  if (item.roles.includes(role) && known.protocol.isAsked(role, stage, item.id)) return true
  const column = item.kind === 'free_text' ? 'question' : 'item'
  cells.wrong(column, `${item.id} is not asked of a ${role} at stage ${stage}`)
  return false
}
