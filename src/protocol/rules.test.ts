import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Protocol } from './model.ts'
import { sentenceOfProtocolProblem } from './problems.ts'
import {
  domainsOf,
  findItem,
  findMeasure,
  findQuestionnaire,
  itemsOf,
  maximumTotal,
  measuresOf,
  parseProtocol,
  questionnairesOf,
  scaleOf,
  stageOf,
} from './rules.ts'

const text = readFileSync(new URL('../../protocols/sheffield-2022.json', import.meta.url), 'utf8')

const parsed = (source: string): Protocol => {
  const result = parseProtocol(source)
  if (!result.ok) throw new Error(sentenceOfProtocolProblem(result.problem))
  return result.value
}

const sentencesAbout = (source: string): readonly string[] => {
  const result = parseProtocol(source)
  return result.ok ? [] : sentenceOfProtocolProblem(result.problem).split('\n')
}

describe('a text that is not JSON', () => {
  test.each([
    ['nothing', '', 1, 1],
    ['a word', 'abc', 1, 1],
    ['a value without quotation marks', '{\n  "id": xyz,\n  "b": 1\n}', 2, 9],
    ['a comma after the last entry', '[\n1,\n]', 3, 1],
    ['a comma after the last field', '{"a": 1,}', 1, 9],
    ['a comma forgotten between lines', '{\n"a": 1\n"b": 2}', 3, 1],
    ['a bracket forgotten at the end', '{"a": [1, 2]', 1, 13],
    ['a bracket too many', '{"a": 1}}', 1, 9],
    ['a misspelt true', '{"a": trux}', 1, 10],
    ['a line end inside quotation marks', '{"a": "x\ny"}', 1, 9],
    ['an escape that does not exist', '{"a": "\\q"}', 1, 9],
    ['a number that starts with 0', '{"a": 01}', 1, 8],
    ['a rare sign before the mistake, counted as one', '{"𝒶": é}', 1, 7],
  ])('is refused with the place of %s', (_, source, line, column) => {
    expect(parseProtocol(source)).toEqual({
      ok: false,
      problem: { kind: 'protocol.not_json', line, column },
    })
  })

  test('cut short anywhere, it is refused at its end', () => {
    const cuts = fc.integer({ min: 0, max: text.trimEnd().length - 1 })
    fc.assert(
      fc.property(cuts, (cut) => {
        const lines = text.slice(0, cut).split('\n')
        const column = Array.from(lines.at(-1) ?? '').length + 1
        const result = parseProtocol(text.slice(0, cut))
        expect(result).toMatchObject({ problem: { line: lines.length, column } })
      }),
      { numRuns: 30 },
    )
  })

  test('is told apart from one that only starts with a byte order mark', () => {
    expect(parseProtocol(`\uFEFF${text}`)).toEqual(parseProtocol(text))
  })
})

describe('a protocol of the wrong shape', () => {
  const draft = (): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>
  const changed = (change: Readonly<Record<string, unknown>>) =>
    sentencesAbout(JSON.stringify({ ...draft(), ...change }))

  test.each([
    ['another format', { format: 'turnabout-protocol/2' }, 'format is "turnabout-protocol/2".'],
    ['a missing field', { title: undefined }, 'title is missing. Give text.'],
    ['an empty text', { title: '  ' }, 'title is "". Give some text.'],
    ['an unknown field', { colour: 'red' }, 'colour is not a field of the format.'],
    ['a text in place of a list', { items: 'none' }, 'items is "none". Give a list.'],
    ['an empty list', { domains: [] }, 'domains is an empty list. Give at least 1 in the list.'],
    [
      'an id with a space',
      { scales: [{ id: 'my scale', anchors: [] }] },
      'scales[0].id is "my scale". Give lower-case letters',
    ],
    [
      'a fraction on a scale',
      { scales: [{ id: 'a', anchors: [{ value: 1.5, label: 'x' }] }] },
      'scales[0].anchors[0].value is 1.5. Give a whole number.',
    ],
    [
      'a step without a kind',
      { steps: [{}] },
      'steps[0].kind is missing. Give "questionnaire" or "interview" or "allocation" or "session".',
    ],
    [
      'an item of an unknown kind',
      { items: [{ kind: 'slider' }] },
      'items[0].kind is "slider". Give "single_choice" or "number" or "free_text".',
    ],
    [
      'a questionnaire for nobody',
      { steps: [{ kind: 'questionnaire', asks: {} }] },
      'steps[0].asks is an object { … }. Give at least one role.',
    ],
    [
      'a role that does not exist',
      { steps: [{ kind: 'questionnaire', asks: { observer: {} } }] },
      'steps[0].asks.observer is not a field of the format.',
    ],
    [
      'a comparison of a role that does not exist',
      { comparisons: [{ role: 'observer' }] },
      'comparisons[0].role is "observer". Give "mentor" or "mentee".',
    ],
    ['rules left empty', { rules: null }, 'rules is null. Give an object { … }.'],
  ])('is refused with the path of %s', (_, change, sentence) => {
    expect(changed(change)).toContainEqual(expect.stringContaining(sentence))
  })

  test('is refused with every mistake, not only the first', () => {
    expect(changed({ title: 7, domains: [], rules: 'none' })).toEqual([
      'title is 7. Give text.',
      'domains is an empty list. Give at least 1 in the list.',
      'rules is "none". Give an object { … }.',
    ])
  })

  test('that is no object at all is named as a whole', () => {
    expect(sentencesAbout('[1]')).toEqual(['The whole file is a list. Give an object { … }.'])
  })
})

describe('the protocol of the published study', () => {
  const protocol = parsed(text)
  const first = protocol.steps.find((step) => stageOf(step) === 1)
  const last = protocol.steps.find((step) => stageOf(step) === 5)

  test('has five stages, with the allocation before and the session after stage 4', () => {
    expect(protocol.steps.map((step) => stageOf(step) ?? step.kind)).toEqual([
      1,
      2,
      3,
      'allocation',
      4,
      'session',
      5,
    ])
  })

  test('has questionnaires at every stage but the interview', () => {
    expect(questionnairesOf(protocol).map((step) => step.stage)).toEqual([1, 3, 4, 5])
    expect(findQuestionnaire(protocol, 4)?.id).toBe('before_session')
    expect(findQuestionnaire(protocol, 2)).toBeUndefined()
  })

  test('asks mentors on the same four scales at stages 1 and 5', () => {
    const measures = first && measuresOf(protocol, first, 'mentor')
    expect(measures?.map(({ id }) => id)).toEqual([
      'importance',
      'confidence',
      'ability',
      'understanding',
    ])
    expect(last && measuresOf(protocol, last, 'mentor')).toEqual(measures)
  })

  test('asks mentees nothing before stage 4 and nothing in the session', () => {
    const [before, rest] = [protocol.steps.slice(0, 4), protocol.steps.slice(4)]
    const asked = before.flatMap((step) => [
      ...measuresOf(protocol, step, 'mentee'),
      ...itemsOf(protocol, step, 'mentee'),
    ])
    expect(asked).toEqual([])
    expect(rest.map((step) => itemsOf(protocol, step, 'mentee').length > 0)).toEqual([
      true,
      false,
      true,
    ])
  })

  test('totals seven domains to 35 points, and what is asked once to 5', () => {
    const totals = protocol.measures.map((measure) => [measure.id, maximumTotal(protocol, measure)])
    expect(Object.fromEntries(totals)).toEqual({
      importance: 35,
      confidence: 35,
      ability: 35,
      understanding: 5,
      awareness: 35,
    })
  })

  test('scores a measure in the seven domains in the order of the paper, or overall', () => {
    const [confidence, understanding] = ['confidence', 'understanding'].map((id) =>
      findMeasure(protocol, id),
    )
    expect(confidence && domainsOf(protocol, confidence)).toEqual([
      'use_of_technology',
      'clinical_practice',
      'approach_to_juniors',
      'time_management',
      'approachability',
      'strengths',
      'areas_for_improvement',
    ])
    expect(understanding && domainsOf(protocol, understanding)).toEqual(['overall'])
  })

  test('labels every anchor from 1 to 5', () => {
    const values = protocol.measures.map((measure) =>
      scaleOf(protocol, measure).anchors.map((anchor) => anchor.value),
    )
    expect(new Set(values.map(String))).toEqual(new Set(['1,2,3,4,5']))
  })

  test('rates concerns after the session against those before', () => {
    const item = findItem(protocol, 'concerns_after')
    const options = item?.kind === 'single_choice' ? item.options.map(({ value }) => value) : []
    expect(options).toEqual(['none', 'lesser', 'same', 'greater'])
    expect(findItem(protocol, 'confidence')).toBeUndefined()
  })
})
