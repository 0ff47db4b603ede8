/** Small groups of every kind that a draw may meet. */
import { readFileSync } from 'node:fs'
import type { AllocationInput, Objective, Pair } from '../../src/allocation/model.ts'
import { programme } from '../../src/allocation/pairings/every-pairing.ts'

const rows = readFileSync(
  new URL('../../examples/sheffield-2022/willingness.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

/** The example study; M6 leaves before the draw. */
const paper = (...mentors: readonly string[]): AllocationInput => ({
  mentors,
  mentees: ['C1', 'C2', 'C3', 'C4', 'C5'],
  willing: rows.flatMap(([mentor = '', mentee = '', willing]) =>
    willing === '1' ? [{ mentor, mentee }] : [],
  ),
  supervised: ['C1', 'C2', 'C3', 'C4', 'C5'].map((mentee, at) => ({
    mentor: `M${at + 1}`,
    mentee,
  })),
  supervisorRule: 'ask',
})

export const sixOfThePaper = paper('M1', 'M2', 'M3', 'M4', 'M5', 'M6')
export const fiveOfThePaper = paper('M1', 'M2', 'M3', 'M4', 'M5')

/** A pattern on which drawing down a list goes wrong most visibly. */
export const fewWilling = programme(['00111', '11111', '10011', '00111', '01111'])

export const moreMentors = programme(['110', '011', '101', '111', '001', '100'])
export const moreMentees = programme(['11010', '01101', '11111'])

const most = (numbers: Readonly<Record<string, number>>, side: 'mentors' | 'mentees') => ({
  capacity: { side, most: numbers },
})

/** A row for each mentor, a rank for each mentee; 0: unwilling, 9: willing without a rank. */
const ranking = (objective: Objective, ranks: readonly string[]): AllocationInput => {
  const input = programme(ranks.map((row) => row.replaceAll(/[1-9]/g, '1')))
  const rankOf = ({ mentor, mentee }: Pair) =>
    Number(ranks[Number(mentor.slice(1)) - 1]?.[Number(mentee.slice(1)) - 1])
  const ranked = input.willing.flatMap((pair) =>
    rankOf(pair) === 9 ? [] : [{ ...pair, rank: rankOf(pair) }],
  )
  return { ...input, preferences: { objective, ranked } }
}

const ranks = ['12112', '21121', '11212', '22111', '19221']
const excluded = [
  { mentor: 'M1', mentee: 'C1' },
  { mentor: 'M4', mentee: 'C3' },
]

export const drawInstances: Readonly<Record<string, AllocationInput>> = {
  'six mentors and five mentees of the paper': sixOfThePaper,
  'five mentors and five mentees of the paper': fiveOfThePaper,
  'the five of the paper, own supervisor forbidden': {
    ...fiveOfThePaper,
    supervisorRule: 'forbid',
  },
  'the five of the paper, own supervisor avoided': { ...fiveOfThePaper, supervisorRule: 'avoid' },
  'two blocks': programme(['11000', '11000', '00111', '00111', '00111']),
  'three blocks and a forced pair': programme([
    '1110000',
    '1110000',
    '1100000',
    '1001100',
    '0101100',
    '1111111',
    '1110001',
  ]),
  'more mentors': moreMentors,
  'more mentees': moreMentees,
  'a forced pair': programme(['1000', '1111', '1110', '1101']),
  'few willing': fewWilling,
  'supervisors forbidden': programme(['s1111', '1s010', '0111s', '111s1', 's01s1'], 'forbid'),
  'supervisors avoided': programme(['s1100', 'ss110', 's1111', '11ss1', 's000s', '000s0'], 'avoid'),
  'excluded pairs': { ...fiveOfThePaper, excluded },
  'three mentors with two mentees each': {
    ...programme(['111100', '011111', '110011']),
    ...most({ M1: 2, M2: 2, M3: 2 }, 'mentors'),
  },
  'four mentors, two of whom may have two, and five mentees': {
    ...programme(['11110', '01111', '10101', '11011']),
    ...most({ M1: 2, M3: 2 }, 'mentors'),
  },
  'three mentors with room for four of five mentees': {
    ...programme(['11110', '01101', '11011']),
    ...most({ M2: 2 }, 'mentors'),
  },
  'mentees with two mentors each': {
    ...programme(['110', '111', '101', '011', '111', '110']),
    ...most({ C1: 2, C2: 2, C3: 2 }, 'mentees'),
  },
  'room for two, own supervisors avoided': {
    ...programme(['s1110', '1s011', '11s11'], 'avoid'),
    ...most({ M1: 2, M2: 2, M3: 2 }, 'mentors'),
  },
  'least total rank': ranking('least_total', ranks),
  'rank-maximal': ranking('rank_maximal', ['12212', '12132', '11312', '22121', '21213']),
  'fairest worst rank': ranking('fairest', ranks),
  'fairest worst rank, room for two': {
    ...ranking('fairest', ['12112', '21122', '11220']),
    ...most({ M1: 2, M2: 2 }, 'mentors'),
  },
}
