/** Every way in which a small group can answer, and whether what is shown tells of a few. */
import { describe, expect, test } from 'vitest'
import { builtIn } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import { followUpItems } from '../../protocol/content/follow-up-questions.ts'
import { chooseFollowUps } from '../../protocol/content/follow-ups.ts'
import { findItem } from '../../protocol/rules.ts'
import type { KeptWindow } from '../../questionnaires/model.ts'
import { neverOpened } from '../../questionnaires/windows/opening-rules.ts'
import { wavesOf } from '../../sessions/follow-ups/rules.ts'
import { analyseStudy } from '../analyse-study.ts'
import type { Study } from '../study.ts'
import { followUpsShown } from './follow-ups.ts'
import { bandOf, type ChoiceItem, questionShown } from './shown.ts'
import { standingOfStage } from './standing.ts'

const protocol = succeeded(chooseFollowUps(builtIn('sheffield-2022'), [3, 6]))
const itemOf = (id: string): ChoiceItem => {
  const item = findItem(protocol, id)
  if (item?.kind !== 'single_choice') throw new Error(`${id} is no choice`)
  return item
}

/** How many people gave each answer; the last number: how many gave none. */
type Counts = readonly number[]

/** Every way to share out `n` people among so many answers. */
const sharings = (n: number, answers: number): readonly Counts[] =>
  answers === 1
    ? [[n]]
    : Array.from({ length: n + 1 }, (_, first) => first).flatMap((first) =>
        sharings(n - first, answers - 1).map((rest) => [first, ...rest]),
      )

const answersOf = (item: ChoiceItem, counts: Counts): readonly string[] =>
  item.options.flatMap(({ value }, place) =>
    Array.from({ length: counts[place] ?? 0 }, () => value),
  )

const shownOf = (item: ChoiceItem, counts: Counts, floor: number): string =>
  JSON.stringify(questionShown({ item, answers: answersOf(item, counts), floor }))

/** Answers of which somebody who sees this, and knows how many were asked, knows that a few people gave them. */
const knownToBeFew = (possible: readonly Counts[], floor: number): readonly number[] =>
  (possible[0] ?? []).flatMap((_, place) => {
    const values = possible.map((counts) => counts[place] ?? 0)
    return values.every((value) => value > 0 && value < floor) ? [place] : []
  })

/** One person's ways to answer a question, the last being not at all. */
const oneHot = ({ options }: ChoiceItem): readonly Counts[] =>
  Array.from({ length: options.length + 1 }, (_, given) =>
    Array.from({ length: options.length + 1 }, (__, answer) => Number(answer === given)),
  )

/** What any group of so many people of these kinds gave, added up. */
const groupsOf = (kinds: readonly Counts[], people: number, from = 0): readonly Counts[] => {
  if (people === 0) return [(kinds[0] ?? []).map(() => 0)]
  return kinds
    .slice(from)
    .flatMap((kind, place) =>
      groupsOf(kinds, people - 1, from + place).map((rest) =>
        rest.map((count, answer) => count + (kind[answer] ?? 0)),
      ),
    )
}

const choices = [
  followUpItems.lasting,
  followUpItems.noticed,
  followUpItems.relationship,
  followUpItems.retaliation,
].map(itemOf)

const twoAnswers: ChoiceItem = { ...itemOf(followUpItems.lasting), id: 'of_a_lead' }
const asked = [...choices, { ...twoAnswers, options: twoAnswers.options.slice(0, 2) }]

describe('what is shown of a question', () => {
  test.each(asked.map((item) => [item.id, item] as const))(
    'never tells that fewer than k gave an answer, or none, whatever was answered: %s',
    (_, item) => {
      for (const [floor, most] of [
        [3, 8],
        [4, 9],
        [5, 12],
      ] as const) {
        for (let people = 0; people <= most; people += 1) {
          const all = sharings(people, item.options.length + 1)
          const alike = Map.groupBy(all, (counts) => shownOf(item, counts, floor))
          for (const possible of alike.values()) expect(knownToBeFew(possible, floor)).toEqual([])
        }
      }
    },
  )

  test('tells no more when all questions of a group are seen together', () => {
    const [floor, people] = [3, 4]
    const items = [
      followUpItems.lasting,
      followUpItems.relationship,
      followUpItems.retaliation,
    ].map(itemOf)
    const kinds = items.reduce<readonly Counts[]>(
      (some, item) => some.flatMap((one) => oneHot(item).map((given) => [...one, ...given])),
      [[]],
    )
    const parts = items.map(({ options }) => options.length + 1)
    const known = new Map<string, string>()
    const shownIn = (counts: Counts): string => {
      const shown = items.map((item, place) => {
        const from = parts.slice(0, place).reduce((sum, length) => sum + length, 0)
        const own = counts.slice(from, from + item.options.length)
        const key = `${place} ${own.join()}`
        const words = known.get(key) ?? shownOf(item, own, floor)
        known.set(key, words)
        return words
      })
      return shown.join()
    }
    const alike = Map.groupBy(groupsOf(kinds, people), shownIn)
    expect(alike.size).toBeGreaterThan(10)
    for (const possible of alike.values()) expect(knownToBeFew(possible, floor)).toEqual([])
  })

  test('is what k people or more said, rounded down', () => {
    expect([0, 4, 5, 9, 10, 11].map((n) => bandOf(n, 5))).toEqual([0, 0, 5, 5, 10, 10])
    const answers = answersOf(itemOf(followUpItems.lasting), [11, 4, 5])
    expect(questionShown({ item: itemOf(followUpItems.lasting), answers, floor: 5 })).toMatchObject(
      {
        kind: 'bands',
        options: [
          { label: 'Yes, and it has lasted', atLeast: 10 },
          { label: 'No', atLeast: 5 },
        ],
      },
    )
  })

  test('is of being treated worse that nobody was, or somebody, and of a few answers nothing', () => {
    const item = itemOf(followUpItems.retaliation)
    const resultOf = (no: number, yes: number) =>
      questionShown({ item, answers: answersOf(item, [no, yes]), floor: 5 })
    expect(resultOf(4, 0)).toMatchObject({ result: 'too_few' })
    expect(resultOf(0, 4)).toMatchObject({ result: 'too_few' })
    expect(resultOf(5, 0)).toMatchObject({ result: 'nobody', named: null })
    expect(resultOf(4, 1)).toMatchObject({ result: 'somebody', named: null })
    expect(resultOf(0, 5)).toEqual(resultOf(4, 1))
  })
})

const window = (stage: number, given: Partial<KeptWindow>): KeptWindow => ({
  ...neverOpened(stage),
  ...given,
})

describe('a stage is shown', () => {
  const standing = (
    windows: readonly KeptWindow[],
    { state = 'open', late = false }: { state?: 'open' | 'closed'; late?: boolean } = {},
  ) => {
    const rules = late ? { lateAnswers: 'until_next_stage' as const } : {}
    const changed = { ...protocol, rules: { ...protocol.rules, ...rules } }
    return standingOfStage({ programme: { protocol: changed, state }, windows, stage: 6 })
  }
  const closed = window(6, { state: 'closed', protocolVersion: 1 })

  test('only once nobody can answer it any more', () => {
    expect(standing([])).toBe('to_come')
    expect(standing([window(6, { state: 'open' })])).toBe('open')
    expect(standing([closed])).toBe('final')
    expect(standing([closed], { late: true })).toBe('late')
    expect(standing([closed, window(7, { state: 'open' })], { late: true })).toBe('final')
    expect(standing([closed], { late: true, state: 'closed' })).toBe('final')
  })

  test('never again once it was opened a second time', () => {
    const again = { ...closed, earlierVersions: [1] }
    expect(standing([{ ...again, state: 'open' }])).toBe('open')
    expect(standing([again])).toBe('opened_again')
    expect(standing([again], { state: 'closed' })).toBe('opened_again')
  })
})

/** A study in which so many mentees gave each answer about lasting change at stage 6. */
const studyWith = (counts: Counts): Study => {
  const nobody = { scores: [], willingness: [], sessions: [], comments: [], codebook: [] }
  const given = answersOf(itemOf(followUpItems.lasting), counts)
  const people = given.map((answer, index) => ({ participant: `C${index}`, answer }))
  const of = { role: 'mentee', stage: 6, item: followUpItems.lasting } as const
  return {
    ...{ protocol, ...nobody, codings: [] },
    participants: people.map(({ participant }) => ({
      ...{ participant, role: 'mentee', supervisor: null, leftAfterPhase: null },
      characteristics: {},
    })),
    answers: people.map((person) => ({ ...of, ...person })),
  }
}

type Since = { readonly takenOut?: 'mentee'; readonly floor?: number }

const pageOf = (
  counts: Counts,
  given: Partial<KeptWindow>,
  { takenOut, floor = 5 }: Since = {},
) => {
  const windows = [window(6, given)]
  const now = { ...protocol, rules: { ...protocol.rules, anonymityFloor: floor } }
  const study = { ...studyWith(counts), protocol: now }
  return followUpsShown({
    ...{ study, analysis: analyseStudy(study), windows },
    programme: { protocol: now, state: 'open' },
    waves: wavesOf({ protocol: now, windows, pairs: [], sessions: [] }),
    floors: new Map([[1, protocol.rules.anonymityFloor]]),
    takenOut: new Set(takenOut === undefined ? [] : [takenOut]),
  })
}

describe('the page before and after one more answer', () => {
  const everyWay = Array.from({ length: 8 }, (_, n) => sharings(n, 3)).flat()
  const views = (given: Partial<KeptWindow>, since: Since = {}) =>
    new Set(everyWay.map((counts) => JSON.stringify(pageOf(counts, given, since))))

  test('says of the answers nothing while one more can come, and nothing after it has come late', () => {
    expect(views({ state: 'open' }).size).toBe(1)
    expect(views({ state: 'closed', protocolVersion: 2, earlierVersions: [1] }).size).toBe(1)
  })

  test('says nothing once answers were taken out', () => {
    expect(views({ state: 'closed', protocolVersion: 1 }, { takenOut: 'mentee' }).size).toBe(1)
    expect(views({ state: 'closed', protocolVersion: 1 }).size).toBe(4)
  })

  test('says nothing once k was raised: bands of 5, 6 and 7 together would tell the number', () => {
    expect(views({ state: 'closed', protocolVersion: 1 }, { floor: 6 }).size).toBe(1)
    const [mentees] = pageOf([6, 0, 0], { state: 'closed', protocolVersion: 1 }, { floor: 6 })
      .waves.flatMap(({ groups }) => groups)
      .filter(({ role }) => role === 'mentee')
    expect(mentees?.standing).toBe('floor_raised')
  })
})
