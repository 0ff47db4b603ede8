/** What the lead reads: numbers, and no sentence that says who declined whom. */
import { describe, expect, test } from 'vitest'
import { sheffield } from '../../tests/support/protocols.ts'
import { createRandom } from '../lib/random.ts'
import { leakSentences } from './leak-words.ts'
import type { AllocationInput } from './model.ts'
import { programme } from './pairings/every-pairing.ts'
import { repairsOf } from './repairs.ts'
import { prepareDraw } from './rules.ts'
import { shortageSentences } from './shortage-words.ts'

const sentencesFor = (input: AllocationInput) => {
  const draw = prepareDraw(input)
  const repairs = repairsOf(input)
  if (draw.ok || draw.problem.kind !== 'allocation.no_complete_pairing' || repairs === null)
    throw new Error('Everybody can be paired.')
  return shortageSentences(draw.problem, repairs, sheffield)
}

describe('where not everybody can be paired, the lead reads', () => {
  test('how large the groups are, and any of three things to do', () => {
    expect(sentencesFor(programme(['11000', '11000', '11000', '11111', '11111']))).toEqual({
      reasons: [
        'Not all mentees can be paired: at best, 1 partner is missing.',
        '3 mentees have only 2 possible mentors between them.',
        '3 mentors have only 2 possible mentees between them.',
      ],
      remedies: [
        'Ask the mentors to reconsider. Everybody gets the same private message. One more yes can be enough.',
        'Add 1 mentor who can be paired with anybody.',
        'Let 1 mentor have one more mentee.',
      ],
    })
  })

  test('no group where one person alone has nobody', () => {
    const { reasons } = sentencesFor(programme(['110', '110', '110']))
    expect(reasons).toEqual(['Not all mentees can be paired: at best, 1 partner is missing.'])
  })

  test('of mentees to add where mentors are fewer and lack partners', () => {
    expect(sentencesFor(programme(['1000', '1000', '1000'])).remedies).toEqual([
      'Ask the mentors to reconsider. Everybody gets the same private message. 2 more yeses can be enough.',
      'Add 2 mentees who can be paired with anybody.',
    ])
    expect(sentencesFor(programme(['1100', '1100', '1100'])).remedies.at(-1)).toBe(
      'Let 1 mentee have one more mentor.',
    )
  })

  test('of exclusions where yeses cannot help', () => {
    const excluded = ['M1', 'M2'].map((mentor) => ({ mentor, mentee: 'C1' }))
    expect(sentencesFor({ ...programme(['01', '01']), excluded }).remedies[0]).toBe(
      'More yeses from the mentors are not enough by themselves: too many pairs are excluded, or have ended and are not made again. Allow some that you excluded, or change the rule about supervisors.',
    )
  })

  test('nothing by which programmes with other people in the same places differ', () => {
    const rows = ['11000', '11000', '11000', '11111', '11111']
    const { shuffle } = createRandom('places')
    const told = JSON.stringify(sentencesFor(programme(rows)))
    for (let round = 0; round < 20; round += 1) {
      const columns = shuffle([0, 1, 2, 3, 4])
      const swapped = shuffle(rows).map((row) => columns.map((at) => row[at]).join(''))
      expect(JSON.stringify(sentencesFor(programme(swapped)))).toBe(told)
    }
    expect(told).not.toMatch(/\b[MC]\d/)
  })
})

describe('before publishing, the lead reads', () => {
  const none = { mentees: [], undecided: [] }

  test('nothing where nobody can tell', () => {
    expect(leakSentences({ mentees: [], leaks: [] }, none, sheffield)).toEqual([])
  })

  test('how many can tell from the pairs, why, and that drawing again is no remedy', () => {
    const leaks = [
      { mentee: 'C1', kind: 'own_trainee' },
      { mentee: 'C2', kind: 'own_trainee' },
      { mentee: 'C3', kind: 'others_trainee' },
      { mentee: 'C4', kind: 'room_for_both' },
    ] as const
    expect(leakSentences({ mentees: ['C1', 'C2', 'C3', 'C4'], leaks }, none, sheffield)).toEqual([
      '2 mentees can conclude from the pairs alone that somebody refused them: they are paired with somebody whom they supervise, while one of the other mentors has room.',
      '1 mentee can conclude from the pairs alone that somebody refused them: they lack a partner, while one of the mentors is paired with their own supervisor.',
      '1 mentee can conclude from the pairs alone that somebody refused them: they lack a partner, while one of the mentors has room.',
      'Do not draw again until nobody can tell: chosen among draws, the pairs are no longer random.',
      'What prevents it is more yeses: before a draw, ask all mentors, in the same words, to reconsider.',
    ])
  })

  test('how many the certificate would tell, and for how many that is not known', () => {
    const tells = { mentees: ['C1'], undecided: ['C2', 'C3'] }
    expect(leakSentences({ mentees: [], leaks: [] }, tells, sheffield)).toEqual([
      '1 mentee can conclude from the number of possible pairings that somebody refused them. Do not hand out the certificate; an auditor can check it.',
      'For 2 mentees it could not be worked out whether the number of possible pairings tells them something. If in doubt, do not hand out the certificate.',
    ])
  })
})
