import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import type { Protocol } from '../model.ts'
import { differencesBetween } from './differences.ts'

const saidOf = (changes: Partial<Protocol>) =>
  differencesBetween(sheffield, { ...sheffield, ...changes })

const replaced = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: Partial<T>,
) => list.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))

test.each(['sheffield-2022', 'sheffield-2022-online', 'reciprocal-edi'])(
  '%s does not differ from itself',
  (id) => {
    expect(differencesBetween(builtIn(id), builtIn(id))).toEqual([])
  },
)

describe('domains', () => {
  const { domains } = sheffield

  test('that came, went, have another name or are asked about otherwise', () => {
    const rota = { id: 'rota', label: 'Rota', prompts: { open: ['How?'], clarifying: [] } }
    const renamed = replaced(domains.slice(1), 'strengths', {
      label: 'What they do well',
      prompts: rota.prompts,
    })
    expect(saidOf({ domains: [...renamed, rota] })).toEqual([
      'The domain “Rota” was added.',
      'The domain “Use of technology” was taken out.',
      'The domain “Strengths” is now called “What they do well”.',
      'What the interview asks about “What they do well” was changed.',
    ])
  })

  test('in another order', () => {
    expect(saidOf({ domains: domains.toReversed() })).toEqual(['The domains are in another order.'])
  })

  test('are called as the protocol calls them', () => {
    const domainNoun = { singular: 'Topic', plural: 'Topics' }
    expect(saidOf({ domainNoun, domains: domains.toReversed() })).toEqual([
      '“Domains” are now called “Topics”.',
      'The topics are in another order.',
    ])
  })
})

describe('questions', () => {
  test('that are worded otherwise, or may be left out', () => {
    const [confidence] = sheffield.measures.filter(({ id }) => id === 'confidence')
    const measures = replaced(sheffield.measures, 'confidence', {
      question: 'How sure are you?',
      required: false,
      preferNotToSay: true,
    })
    expect(saidOf({ measures })).toEqual([
      `The question “${confidence?.label}” was reworded: “${confidence?.question}” became “How sure are you?”.`,
      `The question “${confidence?.label}” may now be left out.`,
      `“Prefer not to say” is now offered for “${confidence?.label}”.`,
    ])
  })

  test('with another scale are named, each of those that use it', () => {
    const [scale] = sheffield.scales
    const scales = sheffield.scales.map((one) =>
      one.id === scale?.id
        ? {
            ...one,
            anchors: one.anchors.map((anchor) => ({ ...anchor, label: `${anchor.label}!` })),
          }
        : one,
    )
    const using = sheffield.measures.filter((measure) => measure.scale === scale?.id)
    expect(saidOf({ scales })).toEqual(
      using.map(({ label }) => `The scale of “${label}” was changed.`),
    )
  })

  test('with other choices', () => {
    const item = sheffield.items.find(({ kind }) => kind === 'single_choice')
    if (item?.kind !== 'single_choice') throw new Error('The protocol has no such question.')
    const [first, second, ...rest] = item.options
    if (first === undefined || second === undefined) throw new Error('It has no choices.')
    const options = [{ ...second, label: 'Another word' }, ...rest, { value: 'new', label: 'New' }]
    const items = sheffield.items.map((one) => (one.id === item.id ? { ...item, options } : one))
    expect(saidOf({ items })).toEqual([
      `The choice “New” of “${item.label}” was added.`,
      `The choice “${first.label}” of “${item.label}” was taken out.`,
      `The choice “${second.label}” of “${item.label}” is now “Another word”.`,
    ])
  })
})

describe('steps', () => {
  test('that ask something else of somebody', () => {
    const [step] = sheffield.steps
    if (step?.kind !== 'questionnaire' || step.asks.mentor === undefined)
      throw new Error('No questionnaire.')
    const [gone, ...measures] = step.asks.mentor.measures
    const steps = replaced(sheffield.steps, step.id, {
      asks: { ...step.asks, mentor: { ...step.asks.mentor, measures } },
    } as Partial<typeof step>)
    const label = sheffield.measures.find(({ id }) => id === gone)?.label
    expect(saidOf({ steps })).toEqual([
      `In “${step.title}”, mentors are no longer asked “${label}”.`,
    ])
  })

  test('that went, and where people meet', () => {
    const steps = sheffield.steps
      .slice(1)
      .map((step) => ('mode' in step ? { ...step, mode: 'online' as const } : step))
    const [first] = sheffield.steps
    const meetings = sheffield.steps.filter((step) => 'mode' in step)
    expect(saidOf({ steps })).toEqual([
      `Stage 1, “${first?.title}”, was taken out.`,
      ...meetings.map(({ title }) => `“${title}” is now online.`),
    ])
  })
})

describe('rules and criteria', () => {
  test('say what they were and what they are', () => {
    const rules = { ...sheffield.rules, supervisor: 'forbid', sessionLimitMinutes: 45 } as const
    const progression = [{ criterion: 'recruitment', go: 70, stop: 50 } as const]
    expect(saidOf({ rules, progression })).toEqual([
      'Own supervisor: it was “asked about like every mentee” and is “never paired”.',
      `Longest time of a session: it was “${sheffield.rules.sessionLimitMinutes} minutes” and is “45 minutes”.`,
      'The criterion “Recruitment” was added.',
    ])
  })
})

/** Without the entry, and without what refers to it. */
const without = (
  list: 'domains' | 'measures' | 'items' | 'characteristics',
  id: string,
): Protocol => {
  const keep = (ids: readonly string[]) => ids.filter((one) => one !== id)
  const steps = sheffield.steps.map((step) => {
    if (step.kind !== 'questionnaire') return step
    const asks = Object.fromEntries(
      Object.entries(step.asks).map(([role, { measures, items }]) => [
        role,
        { measures: keep(measures), items: keep(items) },
      ]),
    )
    return { ...step, asks }
  })
  const comparisons = sheffield.comparisons.filter(({ measure }) => measure !== id)
  return {
    ...sheffield,
    steps,
    comparisons,
    [list]: sheffield[list].filter((one) => one.id !== id),
  }
}

test('whatever is taken out of a protocol is said by its name', () => {
  const lists = ['domains', 'measures', 'items', 'characteristics'] as const
  for (const list of lists) {
    for (const { id, label } of sheffield[list]) {
      const said = differencesBetween(sheffield, without(list, id))
      expect(said.filter((line) => line.endsWith(`“${label}” was taken out.`))).toHaveLength(1)
    }
  }
})
