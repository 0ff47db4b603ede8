import { beforeAll, describe, expect, test } from 'vitest'
import { exampleStudy } from '../../tests/support/example-study.ts'
import { analyseStudy } from './analyse-study.ts'
import { leastMedianWithoutOne } from './contradictions/scores.ts'
import { findContradictions } from './contradictions.ts'
import { publishedNumbers } from './published-study.ts'
import type { Study } from './study.ts'

let study: Study

beforeAll(async () => {
  study = await exampleStudy()
})

const reportedOf = (of: Study) => ({ study: of, analysis: analyseStudy(of) })

const contradictionsOf = (of: Study) => {
  const published = publishedNumbers(reportedOf(of))
  if (published === null) throw new Error('this is not the published study')
  return findContradictions({ ...reportedOf(of), published })
}

test('the least median without one person leaves out whoever pulls it up', () => {
  expect(leastMedianWithoutOne([27, 27, 30, 31, 32, 33])).toBe(30)
  expect(leastMedianWithoutOne([4])).toBeNull()
})

describe('in the published study', () => {
  test.each([
    [0, 'the median of the other 5 is at least 27, and not 23'],
    [1, 'the third 2 × 21.5 − 23 = 20, so the one who left scored 20 or less'],
    [2, 'it cannot rest on more than 5'],
    [3, 'At least 2 mentees report lesser concerns though they had reported none'],
    [4, '“Offending consultants” the most often, with 6 mentions'],
    [5, 'the smallest of the 6 printed p becomes 0.246'],
    [6, '100 × 4 / 6 = 66.67'],
    [7, 'at most 20, 20, 20, 23, 25 and at least 25. And the one who left is at most 20'],
  ])('contradiction %i follows: %s', (place, part) => {
    expect(contradictionsOf(study)[place]?.follows).toContain(part)
  })

  test('the data fit what the printed summaries give away', () => {
    const last = contradictionsOf(study).at(-1)
    expect(last?.here).toContain('The data fit this list (n = 6)')
  })

  test('data in which the one who left scored high do not fit', () => {
    const other = {
      ...study,
      scores: study.scores.map((score) =>
        score.participant === 'M6' && score.stage === 1 ? { ...score, score: 5 } : score,
      ),
    }
    expect(contradictionsOf(other)[1]?.here).toContain('with a total of 35: this does not fit')
    expect(contradictionsOf(other).at(-1)?.here).toContain('The data do not fit this list')
  })
})

describe('any other study', () => {
  test('that follows the same protocol is not compared with the paper', () => {
    const fewer = { ...study, participants: study.participants.slice(1) }
    expect(publishedNumbers(reportedOf(fewer))).toBeNull()
  })

  test('whose protocol does not cite the paper is not compared with it', () => {
    const { source: _, ...protocol } = study.protocol
    expect(publishedNumbers(reportedOf({ ...study, protocol }))).toBeNull()
  })
})
