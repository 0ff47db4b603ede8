import { expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import { type Answering, progressOf, stageProgress } from './collecting-rules.ts'
import { neverOpened } from './opening-rules.ts'

const floor = 5

test('below k it is the same whether nobody or all but one of k have answered', () => {
  for (const answered of [0, 1, 4])
    expect(progressOf({ state: 'open', asked: 6, answered, floor })).toBe('collecting')
  for (const answered of [5, 6])
    expect(progressOf({ state: 'open', asked: 6, answered, floor })).toBe('enough')
})

test('of a group smaller than k nothing is said, however many have answered', () => {
  for (const answered of [0, 2, 4])
    expect(progressOf({ state: 'open', asked: 4, answered, floor })).toBe('too_small')
})

test('a stage that is not open or closed says that alone', () => {
  for (const answered of [0, 6]) {
    expect(progressOf({ state: 'closed', asked: 6, answered, floor })).toBe('closed')
    expect(progressOf({ state: 'not_open', asked: 6, answered, floor })).toBe('not_open')
  }
})

const person = (state: Answering['state'], stages: readonly number[]): Answering => ({
  role: 'mentor',
  state,
  answered: new Set(stages),
})

test('who has answered and then withdrawn still counts among the answers, and is asked no more', async () => {
  const { protocol } = await exampleStudy()
  const window = { ...neverOpened(1), state: 'open' } as const
  const answered = Array.from({ length: 4 }, () => person('agreed', [1]))
  const facts = {
    protocol,
    state: 'open',
    windows: [window],
    waitedFor: new Set<number>(),
  } as const
  const mentorsAt1 = (people: readonly Answering[]) =>
    stageProgress({ ...facts, people })[0]?.groups[0]?.progress
  const withdrawn = person('withdrawn', [1])
  expect(mentorsAt1([...answered, person('agreed', []), withdrawn])).toBe('enough')
  expect(mentorsAt1([...answered, withdrawn])).toBe('too_small')
})

test('in a programme that has closed every stage is closed', async () => {
  const { protocol } = await exampleStudy()
  const stages = stageProgress({
    ...{ protocol, state: 'closed', windows: [], waitedFor: new Set(), people: [] },
  })
  expect(stages.map(({ stage }) => stage)).toEqual([1, 3, 4, 5])
  expect(new Set(stages.flatMap(({ groups }) => groups.map((group) => group.progress)))).toEqual(
    new Set(['closed']),
  )
})
