import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sentenceOfProtocolProblem } from './problems.ts'
import { parseProtocol } from './rules.ts'

const text = readFileSync(new URL('../../protocols/sheffield-2022.json', import.meta.url), 'utf8')

type Keys = readonly (string | number)[]

/** The published protocol with one value replaced; a key past the end of a list adds an entry. */
const replaced = (value: unknown, [key, ...rest]: Keys, inner: unknown): unknown => {
  if (key === undefined) return inner
  const copy = structuredClone(value) as Record<string | number, unknown>
  copy[key] = replaced(copy[key], rest, inner)
  return copy
}

const faultsAfter = (keys: Keys, value: unknown) => {
  const result = parseProtocol(JSON.stringify(replaced(JSON.parse(text), keys, value)))
  if (result.ok) return []
  return sentenceOfProtocolProblem(result.problem).split('\n')
}

const stage1 = ['steps', 0, 'asks', 'mentor'] as const
const comparison = { role: 'mentor', measure: 'confidence', from: 1, to: 5 }
const repeatedOption = ['sex', 'sex'].map((value) => ({ value, label: 'Sex' }))

test.each<[string, Keys, unknown, string]>([
  ['a domain id used twice', ['domains', 1, 'id'], 'strengths', 'domains[5].id repeats'],
  ['a scale id used twice', ['scales', 1, 'id'], 'importance', 'scales[1].id repeats'],
  ['a measure id used twice', ['measures', 4, 'id'], 'ability', 'measures[4].id repeats'],
  ['an item id used twice', ['items', 2, 'id'], 'benefits', 'items[3].id repeats'],
  ['an item with the id of a measure', ['items', 2, 'id'], 'ability', 'items[2].id repeats'],
  ['a characteristic id used twice', ['characteristics', 1, 'id'], 'sex', 'characteristics[1].id'],
  ['a step id used twice', ['steps', 1, 'id'], 'session', 'steps[5].id repeats'],
  ['a domain called total', ['domains', 0, 'id'], 'total', 'domains[0].id is “total”, a word'],
  [
    'a characteristic called as a column of participants.csv',
    ['characteristics', 0, 'id'],
    'supervisor',
    'characteristics[0].id is “supervisor”, a word',
  ],
  [
    'anchors out of order',
    ['scales', 0, 'anchors', 2, 'value'],
    2,
    'scales[0].anchors[2].value is 2. Give more than 2.',
  ],
  [
    'a measure on an unknown scale',
    ['measures', 2, 'scale'],
    'abilty',
    'measures[2].scale names “abilty”, which is not in scales.',
  ],
  [
    'a then-test of an unknown measure',
    ['measures', 1, 'retrospectiveOf'],
    'courage',
    'measures[1].retrospectiveOf names “courage”, which is not in measures.',
  ],
  [
    'a then-test of itself',
    ['measures', 1, 'retrospectiveOf'],
    'confidence',
    'measures[1].retrospectiveOf names “confidence”, which is not in measures.',
  ],
  [
    'an option that stands twice',
    ['characteristics', 0, 'options'],
    repeatedOption,
    'characteristics[0].options[1].value repeats “sex” of characteristics[0].options[0].value.',
  ],
  ['a range upside down', ['items', 6, 'max'], 5, 'items[6].max is 5. Give more than 5.'],
  [
    'an unknown measure asked',
    [...stage1, 'measures', 1],
    'confidense',
    'steps[0].asks.mentor.measures[1] names “confidense”, which is not in measures.',
  ],
  [
    'an unknown item asked',
    [...stage1, 'items', 0],
    'worries',
    'steps[0].asks.mentor.items[0] names “worries”, which is not in items.',
  ],
  [
    'a measure asked twice in a step',
    [...stage1, 'measures', 1],
    'importance',
    'steps[0].asks.mentor.measures[1] repeats “importance”',
  ],
  [
    'an item asked of a role that it is not for',
    [...stage1, 'items', 4],
    'expected_minutes',
    'steps[0].asks.mentor.items[4] asks the mentor “expected_minutes”',
  ],
  ['two steps with one stage', ['steps', 2, 'stage'], 1, 'steps[2].stage repeats “1”'],
  ['stages out of order', ['steps', 1, 'stage'], 9, 'steps[2].stage is 3. Give more than 9.'],
  [
    'willingness asked where no mentor is asked',
    ['steps', 4],
    {
      id: 'mentees_only',
      title: 'Mentees',
      phase: 2,
      description: 'Mentees only',
      kind: 'questionnaire',
      stage: 4,
      asks: { mentee: { measures: ['awareness', 'importance'], items: [] } },
      willingness: true,
    },
    'steps[4].willingness asks for willingness, but this step asks mentors nothing.',
  ],
  [
    'an allocation before anybody was asked for willingness',
    ['steps', 0, 'willingness'],
    false,
    'steps[3] comes too early: it needs a questionnaire that asks for willingness',
  ],
  [
    'a session before the allocation',
    ['steps', 3],
    { id: 'talk', title: 'T', phase: 1, description: 'D', kind: 'session', mode: 'online' },
    'steps[3] comes too early: it needs an allocation',
  ],
  [
    'a comparison of an unknown measure',
    ['comparisons', 0, 'measure'],
    'courage',
    'comparisons[0].measure names “courage”, which is not in measures.',
  ],
  [
    'a comparison with a stage that does not exist',
    ['comparisons', 0, 'to'],
    6,
    'comparisons[0].to is stage 6, but no step has that stage.',
  ],
  [
    'a comparison of what mentees are not asked',
    ['comparisons', 0, 'role'],
    'mentee',
    'comparisons[0].from is stage 1, which does not ask the mentee “confidence”.',
  ],
  [
    'a comparison with the interview, which scores nothing',
    ['comparisons', 0, 'from'],
    2,
    'comparisons[0].from is stage 2, which does not ask the mentor “confidence”.',
  ],
  [
    'a comparison backwards in time',
    ['comparisons', 0, 'to'],
    1,
    'comparisons[0].to is 1. Give more than 1.',
  ],
  ['a comparison planned twice', ['comparisons', 4], comparison, 'comparisons[4] repeats'],
])('a protocol is refused with the path of %s', (_, keys, value, sentence) => {
  expect(faultsAfter(keys, value)).toContainEqual(expect.stringContaining(sentence))
})

test('a protocol is refused with every reference that fails, not only the first', () => {
  const measures = ['importance', 'confidense', 'ability', 'understandig']
  expect(faultsAfter([...stage1, 'measures'], measures)).toEqual([
    'steps[0].asks.mentor.measures[1] names “confidense”, which is not in measures. Correct the id or add it there.',
    'steps[0].asks.mentor.measures[3] names “understandig”, which is not in measures. Correct the id or add it there.',
    'comparisons[0].from is stage 1, which does not ask the mentor “confidence”. Ask it there or choose another stage.',
    'comparisons[1].from is stage 1, which does not ask the mentor “understanding”. Ask it there or choose another stage.',
  ])
})
