/** The protocols that come with the product: what each promises to be. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtIn } from '../../tests/support/protocols.ts'
import { lintCharacteristic, lintItem, lintMeasure } from './content/lint-question.ts'
import type { Protocol, Step } from './model.ts'
import { questionnairesOf, scaleOf } from './rules.ts'

const folder = new URL('../../protocols/', import.meta.url)
const ids = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

test('there are three', () => {
  expect(ids.toSorted()).toEqual(['reciprocal-edi', 'sheffield-2022', 'sheffield-2022-online'])
})

test.each(ids)('%s parses, holds together and is called as its file', (id) => {
  expect(builtIn(id).id).toBe(id)
})

test.each(ids)('%s says first what it is', (id) => {
  const text = readFileSync(new URL(`${id}.json`, folder), 'utf8')
  expect(text.endsWith('}\n')).toBe(true)
  expect(Object.keys(JSON.parse(text)).slice(0, 4)).toEqual(['format', 'id', 'title', 'summary'])
})

const usedIn = (protocol: Protocol): ReadonlySet<string> =>
  new Set(
    questionnairesOf(protocol).flatMap(({ asks }) =>
      [asks.mentor, asks.mentee].flatMap((asked) => [
        ...(asked?.measures ?? []),
        ...(asked?.items ?? []),
      ]),
    ),
  )

test.each(ids)('%s has no question that it never asks', (id) => {
  const protocol = builtIn(id)
  const used = usedIn(protocol)
  const idle = [...protocol.measures, ...protocol.items].filter((each) => !used.has(each.id))
  expect(idle.map((each) => each.id)).toEqual([])
})

const modesOf = ({ steps }: Protocol) =>
  steps.flatMap((step: Step) => ('mode' in step ? [step.mode] : []))

test('sheffield-2022-online is the published one but for its name and where people meet', () => {
  const [published, online] = [builtIn('sheffield-2022'), builtIn('sheffield-2022-online')]
  expect(modesOf(online)).toEqual(['online', 'online'])
  const steps = published.steps.map((step, place) => {
    const { description = '' } = online.steps[place] ?? {}
    return 'mode' in step ? { ...step, mode: 'online' as const, description } : step
  })
  const { id, title, summary } = online
  expect(online).toEqual({ ...published, id, title, summary, steps })
})

test('reciprocal-edi asks before, half-way and after, around six sessions on topics', () => {
  const protocol = builtIn('reciprocal-edi')
  expect(protocol.steps.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
    'before: questionnaire',
    'allocation: allocation',
    'first_sessions: session',
    'half_way: questionnaire',
    'last_sessions: session',
    'after: questionnaire',
  ])
  expect(protocol.rules.sessionsPerPair).toBe(6)
  expect(protocol.domainNoun).toEqual({ singular: 'Topic', plural: 'Topics' })
})

test('reciprocal-edi lets every question half-way be left out', () => {
  const protocol = builtIn('reciprocal-edi')
  const halfWay = questionnairesOf(protocol).find(({ id }) => id === 'half_way')
  const asked = [...(halfWay?.asks.mentor?.items ?? []), ...(halfWay?.asks.mentee?.items ?? [])]
  const mustBeAnswered = protocol.items.filter(({ id, required }) => asked.includes(id) && required)
  expect(asked).toHaveLength(10)
  expect([halfWay?.asks.mentor?.measures, mustBeAnswered]).toEqual([[], []])
})

test('reciprocal-edi is worded so that nothing in it is doubted', () => {
  const protocol = builtIn('reciprocal-edi')
  const { measures, items, characteristics } = protocol
  expect([
    ...measures.flatMap((measure) => lintMeasure(measure, scaleOf(protocol, measure))),
    ...items.flatMap(lintItem),
    ...characteristics.flatMap(lintCharacteristic),
  ]).toEqual([])
})
