import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import type { Item, Protocol } from '../model.ts'
import { findItem, stageOf } from '../rules.ts'
import { followUpItems } from './follow-up-questions.ts'
import { chooseFollowUps, followUpsOf } from './follow-ups.ts'
import { lintItem } from './lint-question.ts'
import { turnStageOff } from './stages.ts'

const stagesOf = ({ steps }: Protocol) => steps.flatMap((step) => stageOf(step) ?? [])
const withSix = succeeded(chooseFollowUps(sheffield, [6]))

describe('follow-ups', () => {
  test('ask the scales of the last questionnaire again, and what a wave asks, after the last stage', () => {
    expect(withSix.steps.at(-1)).toMatchObject({
      id: 'follow_up_6_months',
      stage: 6,
      followUpMonths: 6,
      willingness: false,
      asks: {
        mentor: {
          measures: ['importance', 'confidence', 'ability', 'understanding'],
          items: ['follow_up_noticed', 'follow_up_relationship', 'follow_up_retaliation'],
        },
        mentee: {
          measures: ['awareness', 'importance'],
          items: [
            ...['follow_up_lasting', 'follow_up_relationship', 'follow_up_retaliation'],
            'follow_up_helped',
          ],
        },
      },
    })
  })

  test('stand in the order of their months, with their comparisons', () => {
    const all = succeeded(chooseFollowUps(withSix, [3, 6, 12]))
    expect(followUpsOf(all)).toEqual([3, 6, 12])
    expect(stagesOf(all)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const compared = all.comparisons.filter(({ measure }) => measure === 'awareness')
    expect(compared.map(({ from, to }) => [from, to])).toEqual([
      [4, 5],
      [5, 7],
      [5, 6],
      [5, 8],
    ])
  })

  test('that are there already stay as they are, and go with their questions when they are not chosen', () => {
    expect(succeeded(chooseFollowUps(withSix, [6]))).toEqual(withSix)
    expect(succeeded(chooseFollowUps(withSix, [6, 12])).steps.slice(0, -1)).toEqual(withSix.steps)
    expect(succeeded(chooseFollowUps(withSix, [6, 12])).items).toEqual(withSix.items)
    expect(succeeded(chooseFollowUps(withSix, []))).toEqual(sheffield)
    const three = succeeded(chooseFollowUps(sheffield, [3, 6, 12]))
    expect(succeeded(chooseFollowUps(three, []))).toEqual(sheffield)
  })

  test('of an earlier kind, which ask the scales alone, stay so', () => {
    const asks = { mentor: { measures: ['confidence'], items: [] } }
    const steps = withSix.steps.map((step) =>
      step.kind === 'questionnaire' && step.followUpMonths === 6 ? { ...step, asks } : step,
    )
    const old = { ...sheffield, steps }
    expect(succeeded(chooseFollowUps(old, [6]))).toEqual(old)
    expect(succeeded(chooseFollowUps(old, [6, 12])).steps.at(-2)).toEqual(steps.at(-1))
  })

  test('need a questionnaire that asks on scales', () => {
    const steps = sheffield.steps.filter(({ kind }) => kind !== 'questionnaire')
    const none = { ...sheffield, steps: steps.slice(0, 1), comparisons: [] }
    expect(chooseFollowUps(none, [3])).toMatchObject({
      problem: { kind: 'follow_up.nothing_to_repeat' },
    })
  })
})

describe('what is compared with a wave', () => {
  test('is what the protocol compares for the group, from the last stage before the waves', () => {
    expect(withSix.comparisons.slice(sheffield.comparisons.length)).toEqual([
      { role: 'mentor', measure: 'confidence', from: 5, to: 6 },
      { role: 'mentor', measure: 'understanding', from: 5, to: 6 },
      { role: 'mentee', measure: 'awareness', from: 5, to: 6 },
      { role: 'mentee', measure: 'importance', from: 5, to: 6 },
    ])
  })

  test('looks from another stage once that one is turned off', () => {
    const next = succeeded(turnStageOff(withSix, 'after_session'))
    expect(next.comparisons).toContainEqual({
      role: 'mentee',
      measure: 'awareness',
      from: 4,
      to: 6,
    })
  })
})

describe('the questions of a wave', () => {
  const asked = (protocol: Protocol): readonly Item[] => {
    const next = succeeded(chooseFollowUps(protocol, [3]))
    return Object.values(followUpItems).flatMap((id) => findItem(next, id) ?? [])
  }

  test.each(['sheffield-2022', 'sheffield-2022-online', 'reciprocal-edi'])(
    'give no cause for doubt, in the words of %s',
    (id) => {
      const protocol = builtIn(id)
      expect(asked(protocol)).toHaveLength(5)
      expect(asked(protocol).flatMap(lintItem)).toEqual([])
    },
  )

  test('speak of the group by its name', () => {
    const roles = { ...sheffield.roles }
    roles.mentee = { ...roles.mentee, plural: 'Ward sisters' }
    expect(asked({ ...sheffield, roles })[1]).toMatchObject({
      question:
        'Thinking of all the ward sisters together: how much change have you noticed in how they work since the sessions?',
    })
  })

  test('leave alone what a lead has asked under the same id', () => {
    const mine = { id: followUpItems.helped, label: 'Mine', question: 'What helped?' }
    const item: Item = { ...mine, roles: ['mentor'], required: false, kind: 'free_text' }
    const next = succeeded(chooseFollowUps({ ...sheffield, items: [item] }, [3]))
    expect(findItem(next, item.id)).toEqual(item)
  })
})
