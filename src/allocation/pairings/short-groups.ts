/** Every minimal group with too few partners by going through all groups: what the tests compare the search with. */
import type { AllocationInput, SideName } from '../model.ts'
import { allowedPairs, seatsFor } from './every-pairing.ts'

export type ShortGroup = {
  readonly side: SideName
  readonly members: readonly string[]
  readonly neighbours: readonly string[]
}

const subsets = ([first, ...others]: readonly string[]): string[][] =>
  first === undefined ? [[]] : subsets(others).flatMap((set) => [set, [first, ...set]])

const sideNames = ['mentees', 'mentors'] as const

const neighboursOf = (input: AllocationInput, side: SideName, members: readonly string[]) => {
  const [own, other] =
    side === 'mentors' ? (['mentor', 'mentee'] as const) : (['mentee', 'mentor'] as const)
  const found = allowedPairs(input).filter((pair) => members.includes(pair[own]))
  return [...new Set(found.map((pair) => pair[other]))].sort()
}

/** On each side that must be filled: with fewer seats, or both where they have as many. */
export const everyMinimalGroup = (input: AllocationInput): readonly ShortGroup[] => {
  const seatsIn = (side: SideName, ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + seatsFor(input, side, id), 0)
  const fewest = Math.min(...sideNames.map((side) => seatsIn(side, input[side])))
  return sideNames
    .filter((side) => seatsIn(side, input[side]) === fewest)
    .flatMap((side) => {
      const other = side === 'mentors' ? 'mentees' : 'mentors'
      const short = subsets(input[side])
        .map((members) => ({ side, members, neighbours: neighboursOf(input, side, members) }))
        .filter(({ members, neighbours }) => seatsIn(other, neighbours) < seatsIn(side, members))
      return short.filter(
        ({ members }) =>
          !short.some(
            (one) =>
              one.members.length < members.length && one.members.every((m) => members.includes(m)),
          ),
      )
    })
}
