/**
 * What may be said about the answers of one group to one question of a wave, so that no page tells how a few people
 * answered. Why like this: docs/methods/follow-up.md.
 */
import { followUpItems } from '../../protocol/content/follow-up-questions.ts'
import type { Item } from '../../protocol/model.ts'

export type ChoiceItem = Extract<Item, { kind: 'single_choice' }>

/** `atLeast`: a multiple of k, and never the number itself. */
export type Banded = { readonly label: string; readonly atLeast: number }

export type QuestionShown = {
  readonly question: string
} & (
  | {
      readonly kind: 'bands'
      /** The answers that k people or more gave; of the others it is not said whether anybody gave them. */
      readonly options: readonly Banded[]
    }
  | {
      readonly kind: 'warning'
      /** The answer that is looked for. */
      readonly warning: string
      readonly result: 'too_few' | 'nobody' | 'somebody'
      /** Another answer that k people or more gave; said only where nobody gave the one that is looked for. */
      readonly named: Banded | null
    }
)

/** Answers that matter as soon as one person gives them. */
const warnings: Readonly<Record<string, { readonly warning: string; readonly named: string }>> = {
  [followUpItems.relationship]: { warning: 'worse', named: 'better' },
  [followUpItems.retaliation]: { warning: 'yes', named: '' },
}

/**
 * At least how many people gave an answer: rounded down to a multiple of k.
 *
 * @param count  people
 * @param floor  k of the protocol
 * @returns      people; 0 says nothing about whether there is anybody
 * Method: bands as wide as k, each answer for itself, so that nothing can be worked out by taking one from another.
 * @example bandOf(11, 5) // 10
 */
export const bandOf = (count: number, floor: number): number => Math.floor(count / floor) * floor

type Asked = {
  readonly item: ChoiceItem
  /** One for each person who gave one; whoever preferred not to say is not among them. */
  readonly answers: readonly string[]
  readonly floor: number
}

export const questionShown = (asked: Asked): QuestionShown => {
  const { id, question, options } = asked.item
  const warned = options.find(({ value }) => value === warnings[id]?.warning)
  return { question, ...(warned === undefined ? bands(asked) : warning(asked, warned)) }
}

const bands = (asked: Asked) =>
  ({ kind: 'bands', options: asked.item.options.flatMap(banded(asked)) }) as const

type Option = ChoiceItem['options'][number]

const banded =
  ({ answers, floor }: Asked) =>
  ({ value, label }: Option): readonly Banded[] => {
    const atLeast = bandOf(answers.filter((answer) => answer === value).length, floor)
    return atLeast === 0 ? [] : [{ label, atLeast }]
  }

const warning = (asked: Asked, { value, label }: Option) => {
  const { item, answers, floor } = asked
  const looked = { kind: 'warning', warning: label, named: null } as const
  if (answers.length < floor) return { ...looked, result: 'too_few' } as const
  if (answers.includes(value)) return { ...looked, result: 'somebody' } as const
  const other = item.options.filter((option) => option.value === warnings[item.id]?.named)
  return { ...looked, result: 'nobody', named: other.flatMap(banded(asked))[0] ?? null } as const
}
