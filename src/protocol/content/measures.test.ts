import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import type { Protocol } from '../model.ts'
import { findMeasure, scaleOf } from '../rules.ts'
import { askAt, placesOf } from './asks.ts'
import { addMeasure, changeMeasure, type MeasureFields, removeMeasure } from './measures.ts'
import { idsOf } from './new-id.ts'
import { addThenTest, removeThenTest, thenTestOf } from './then-tests.ts'

const fields: MeasureFields = {
  label: 'Trust',
  question: 'How much do you trust each other?',
  answered: 'overall',
  anchors: ['Not at all', 'A little', 'Fully'],
  isRequired: true,
  offersNotToSay: false,
}

const labelsOf = (protocol: Protocol, id: string) => {
  const measure = findMeasure(protocol, id)
  return measure === undefined ? [] : scaleOf(protocol, measure).anchors
}

const fieldsOf = (id: string, more: Partial<MeasureFields> = {}): MeasureFields => {
  const measure = sheffield.measures.find((each) => each.id === id)
  const anchors = labelsOf(sheffield, id).map(({ label }) => label)
  const { label = '', question = '', answered = 'overall' } = measure ?? {}
  return { label, question, answered, anchors, isRequired: true, offersNotToSay: false, ...more }
}

describe('a measure', () => {
  test('is added with a scale of its own, from the lowest to the highest', () => {
    const { protocol, id } = succeeded(addMeasure(sheffield, fields))
    expect(findMeasure(protocol, id)).toEqual({
      id: 'trust',
      label: 'Trust',
      question: 'How much do you trust each other?',
      scale: 'trust',
      answered: 'overall',
    })
    expect(labelsOf(protocol, id)).toEqual([
      { value: 1, label: 'Not at all' },
      { value: 2, label: 'A little' },
      { value: 3, label: 'Fully' },
    ])
  })

  test('says that it may be left out, and “Prefer not to say”, only where it does', () => {
    const may = { ...fields, isRequired: false, offersNotToSay: true }
    const { protocol, id } = succeeded(addMeasure(sheffield, may))
    expect(findMeasure(protocol, id)).toMatchObject({ required: false, preferNotToSay: true })
  })

  test('that is reworded keeps its id, its scale and where it is asked', () => {
    const anchors = ['No', 'Hardly', 'Somewhat', 'Much', 'Fully']
    const next = succeeded(changeMeasure(sheffield, 'confidence', { ...fields, anchors }))
    expect(findMeasure(next, 'confidence')).toMatchObject({ label: 'Trust', scale: 'confidence' })
    expect(labelsOf(next, 'confidence').map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
    expect(placesOf(next, 'confidence')).toEqual(placesOf(sheffield, 'confidence'))
  })

  test('that shared its scale gets one of its own when its answers are reworded', () => {
    const measures = sheffield.measures.map((each) =>
      each.id === 'ability' ? { ...each, scale: 'confidence' } : each,
    )
    const shared = { ...sheffield, measures }
    const anchors = ['1', '2', '3', '4', '5']
    const next = succeeded(changeMeasure(shared, 'ability', fieldsOf('ability', { anchors })))
    expect(labelsOf(next, 'confidence')).toEqual(labelsOf(sheffield, 'confidence'))
    expect(labelsOf(next, 'ability').map(({ label }) => label)).toEqual(anchors)
  })

  test('is removed with its scale, where it was asked, and its comparisons', () => {
    const next = succeeded(removeMeasure(sheffield, 'confidence'))
    expect(idsOf(next.scales)).not.toContain('confidence')
    expect(placesOf(next, 'confidence')).toEqual([])
    expect(next.comparisons.map(({ measure }) => measure)).toEqual([
      'understanding',
      'awareness',
      'importance',
    ])
  })

  test('that is the only one stays, even when it has a then-test', () => {
    const others = idsOf(sheffield.measures).filter((id) => id !== 'confidence')
    const one = others.reduce((left, id) => succeeded(removeMeasure(left, id)), sheffield)
    const withThenTest = succeeded(addThenTest(one, 'confidence'))
    expect(removeMeasure(withThenTest, 'confidence')).toMatchObject({
      problem: { kind: 'measure.only_one' },
    })
  })
})

describe('a then-test', () => {
  const withThenTest = succeeded(addThenTest(sheffield, 'confidence'))
  const asked = (protocol: Protocol) => placesOf(protocol, 'confidence_then')

  test('asks on the same scale how it was before, last of the scales after the session', () => {
    expect(findMeasure(withThenTest, 'confidence_then')).toMatchObject({
      question:
        'Thinking back to before reverse mentoring began: knowing what you know now, how would you have answered “How confident are you in giving a consultant feedback in each of these areas?”',
      scale: 'confidence',
      answered: 'per_domain',
      retrospectiveOf: 'confidence',
    })
    expect(asked(withThenTest)).toEqual([{ step: 'after_session', role: 'mentor' }])
    const after = withThenTest.steps.find(({ id }) => id === 'after_session')
    expect(after).toMatchObject({
      asks: {
        mentor: {
          measures: ['importance', 'confidence', 'ability', 'understanding', 'confidence_then'],
        },
      },
    })
  })

  test('is asked of both groups where both are asked', () => {
    expect(placesOf(succeeded(addThenTest(sheffield, 'importance')), 'importance_then')).toEqual([
      { step: 'after_session', role: 'mentor' },
      { step: 'after_session', role: 'mentee' },
    ])
  })

  test('follows its measure in answers and domains, and keeps its own words', () => {
    const anchors = ['No', 'Some', 'Full']
    const next = succeeded(
      changeMeasure(
        withThenTest,
        'confidence',
        fieldsOf('confidence', { answered: 'overall', anchors }),
      ),
    )
    expect(findMeasure(next, 'confidence_then')).toMatchObject({
      scale: 'confidence',
      answered: 'overall',
    })
    const own = { ...fields, answered: 'per_domain', label: 'Back then' } as const
    const reworded = succeeded(changeMeasure(next, 'confidence_then', own))
    expect(findMeasure(reworded, 'confidence_then')).toMatchObject({
      label: 'Back then',
      answered: 'overall',
      retrospectiveOf: 'confidence',
    })
    expect(labelsOf(reworded, 'confidence').map(({ label }) => label)).toEqual(anchors)
  })

  test('goes with its measure, and alone', () => {
    for (const next of [
      succeeded(removeMeasure(withThenTest, 'confidence')),
      succeeded(removeThenTest(withThenTest, 'confidence')),
    ]) {
      expect(thenTestOf(next, 'confidence')).toBeUndefined()
      expect(asked(next)).toEqual([])
    }
    expect(succeeded(removeThenTest(withThenTest, 'confidence'))).toEqual(sheffield)
  })

  test('of a then-test, a second one, and one of what is asked nowhere are refused', () => {
    const unasked = succeeded(askAt(sheffield, 'ability', []))
    expect([
      addThenTest(withThenTest, 'confidence_then'),
      addThenTest(withThenTest, 'confidence'),
      addThenTest(unasked, 'ability'),
    ]).toMatchObject([
      { problem: { kind: 'then_test.not_possible' } },
      { problem: { kind: 'then_test.not_possible' } },
      { problem: { kind: 'then_test.asked_nowhere' } },
    ])
  })
})
