import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import type { Protocol } from '../model.ts'
import { findItem, findQuestionnaire, questionnairesOf } from '../rules.ts'
import { askAt, moveAsked, type Place, placesOf } from './asks.ts'
import { addCharacteristic, changeCharacteristic, removeCharacteristic } from './characteristics.ts'
import { addItem, changeItem, type ItemFields, removeItem } from './items.ts'
import { idsOf } from './new-id.ts'

const asked = {
  label: 'Length',
  question: 'How long was it?',
  roles: ['mentor', 'mentee'],
  isRequired: true,
  offersNotToSay: false,
} as const
const minutes: ItemFields = { ...asked, kind: 'number', unit: 'minutes', min: 5, max: 90 }

describe('an item', () => {
  test('is added and asked nowhere until somebody says where', () => {
    const { protocol, id } = succeeded(addItem(sheffield, minutes))
    const { isRequired: required, offersNotToSay: _, ...rest } = { ...minutes }
    expect(findItem(protocol, id)).toEqual({ id: 'length', ...rest, required })
    expect(placesOf(protocol, id)).toEqual([])
  })

  test('with the name of a measure gets another id, since a step tells them apart by it', () => {
    const { id } = succeeded(addItem(sheffield, { ...minutes, label: 'Confidence' }))
    expect(id).toBe('confidence_2')
  })

  test('that is not for a group any more is no longer asked there', () => {
    const fields = { ...asked, kind: 'free_text', label: 'Benefits', roles: ['mentee'] } as const
    const next = succeeded(changeItem(sheffield, 'benefits', fields))
    expect(new Set(placesOf(next, 'benefits').map(({ role }) => role))).toEqual(new Set(['mentee']))
  })

  test('is not asked of a group that it is not for', () => {
    const place = { step: 'after_session', role: 'mentor' } as const
    expect(askAt(sheffield, 'expected_minutes', [place])).toMatchObject({
      problem: { kind: 'item.not_for_role', role: 'mentor' },
    })
  })

  test('is removed from everywhere', () => {
    const next = succeeded(removeItem(sheffield, 'benefits'))
    expect([findItem(next, 'benefits'), placesOf(next, 'benefits')]).toEqual([undefined, []])
  })
})

describe('where something is asked', () => {
  const place = { step: 'before_interview', role: 'mentor' } as const
  const order = (id: string, way: 'up' | 'down') =>
    findQuestionnaire(succeeded(moveAsked(sheffield, { ...place, id }, way)), 1)?.asks.mentor

  test('it moves among its own kind', () => {
    expect(order('confidence', 'up')?.measures.slice(0, 2)).toEqual(['confidence', 'importance'])
    expect(order('benefits', 'down')?.items.slice(3)).toEqual(['what_would_help', 'benefits'])
  })

  /** Nothing is asked any more of one group at one step. */
  const silenced = (protocol: Protocol, { step: id, role }: Place) => {
    const step = questionnairesOf(protocol).find((each) => each.id === id)
    const { measures = [], items = [] } = step?.asks[role] ?? {}
    const left = [...measures, ...items].reduce((current, asking) => {
      const others = placesOf(current, asking).filter((at) => at.step !== id || at.role !== role)
      return succeeded(askAt(current, asking, others))
    }, protocol)
    return questionnairesOf(left).find((each) => each.id === id)?.asks
  }

  test('a group that is asked nothing any more has no part', () => {
    const asks = silenced(sheffield, { step: 'before_session', role: 'mentee' })
    expect(Object.keys(asks ?? {})).toEqual(['mentor'])
  })

  test('mentors who say there whom they are willing to mentor keep their part', () => {
    const asks = silenced(builtIn('reciprocal-edi'), { step: 'before', role: 'mentor' })
    expect(asks?.mentor).toEqual({ measures: [], items: [] })
    expect(asks?.mentee?.measures).toHaveLength(4)
  })
})

describe('a characteristic', () => {
  const choice = { label: 'Role', roles: ['mentor'], kind: 'choice', options: ['A', 'B'] } as const

  test('never has the name of a column that participants.csv has already', () => {
    const { characteristics } = succeeded(addCharacteristic(sheffield, choice))
    expect(characteristics.at(-1)).toEqual({
      id: 'role_2',
      label: 'Role',
      roles: ['mentor'],
      kind: 'choice',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    })
  })

  test('keeps id and options through a change of words, and can be removed', () => {
    const reworded = { ...choice, label: 'Sex', options: ['Women', 'Men', 'Other', 'Not stated'] }
    const next = succeeded(changeCharacteristic(sheffield, 'sex', reworded))
    expect(next.characteristics[0]).toMatchObject({
      id: 'sex',
      options: [
        { value: 'female' },
        { value: 'male' },
        { value: 'other' },
        { value: 'not_stated' },
      ],
    })
    const without = succeeded(removeCharacteristic(sheffield, 'sex'))
    expect(idsOf(without.characteristics)).toEqual(idsOf(sheffield.characteristics).slice(1))
    expect(removeCharacteristic(without, 'sex')).toMatchObject({ ok: false })
  })
})
