/** Where not everybody can be paired: the least that would make it possible, as numbers that name nobody. */
import { type Ask, fewestYeses } from './fewest-yeses.ts'
import type { AllocationInput, Pair, SideName } from './model.ts'
import { matchPlaces } from './pairings/match-places.ts'
import { keyOf } from './pairings/possible-pairs.ts'

export type Repairs = {
  /** The side that is to be paired completely, and lacks partners: where both sides are equal, the mentees. */
  readonly side: SideName
  /** How many partners it lacks in the best case. */
  readonly short: number
  /** So many further yeses of mentors now in the draw are enough; null: what is excluded or forbidden stands in the way. */
  readonly yeses: number | null
  /** So many further people of the other side, who could be paired with anybody, are enough. */
  readonly newcomers: number
  /** So many people of the other side, each with one partner more, are enough; null: that does not help, or nobody may. */
  readonly takingOneMore: number | null
}

/**
 * What is the least that would let everybody be paired?
 *
 * Let the side that is to be paired completely have m places, and let μ of them be filled at most (`short` = m − μ).
 * *Newcomers:* each fills at most one place, and without them at most μ are filled, so m − μ are needed; they suffice, for
 * they take the places that a best pairing leaves empty. *One partner more:* of the people who use their additional
 * place, the others fill at most μ, so again m − μ are needed. If all additional places together are enough, m − μ
 * suffice: a best pairing is enlarged by exchanges, place by place, and nobody who had a partner loses their last one, so
 * that μ of the places on the other side stay those of before. *Yeses:* see `fewestYeses`; m − μ unless something is
 * excluded or forbidden.
 *
 * @returns  null: everybody can be paired, or nobody is there on a side
 * Missing: people who do not take part, and what they are willing to do.   Method: exact.
 * Source: Hall, J London Math Soc 1935;10:26–30, doi:10.1112/jlms/s1-10.37.26.
 * Agrees with: trying all repairs in programmes up to 4 × 4.
 * @example repairsOf({ mentors: ['M1', 'M2'], mentees: ['C1', 'C2'], supervised: [], supervisorRule: 'ask',
 *   willing: [{ mentor: 'M1', mentee: 'C1' }, { mentor: 'M1', mentee: 'C2' }] })
 *   // { side: 'mentees', short: 1, yeses: 1, newcomers: 1, takingOneMore: 1 }
 */
export const repairsOf = (input: AllocationInput): Repairs | null => {
  const sides = placesFor(input)
  const { side, places, others } = sides
  const ask = askOf(input, side)
  const short = emptyPlaces(places, others, ask)
  if (short === 0 || others.length === 0) return null
  const twice = [...others, ...new Set(others)]
  const mayTakeMore = input.capacity === undefined || input.capacity.side !== side
  const isEnough = mayTakeMore && emptyPlaces(places, twice, ask) === 0
  return {
    side,
    short,
    yeses: hindersAny(input) ? fewestYeses(places, others, ask) : short,
    newcomers: short,
    takingOneMore: isEnough ? short : null,
  }
}

/** As often as they may have a partner. */
const placesOn = ({ capacity, ...input }: AllocationInput, side: SideName): readonly string[] =>
  [...new Set(input[side])].sort().flatMap((id) => {
    const most = capacity?.side === side ? (capacity.most[id] ?? 1) : 1
    return new Array<string>(most).fill(id)
  })

const placesFor = (input: AllocationInput) => {
  const [mentors, mentees] = [placesOn(input, 'mentors'), placesOn(input, 'mentees')]
  return mentors.length < mentees.length
    ? ({ side: 'mentors', places: mentors, others: mentees } as const)
    : ({ side: 'mentees', places: mentees, others: mentors } as const)
}

const hindersAny = ({ excluded = [], supervised, supervisorRule }: AllocationInput): boolean =>
  excluded.length > 0 || (supervisorRule === 'forbid' && supervised.length > 0)

/** What stands between two people: a mentor's yes, a yes that could still be given, or a rule. */
const askOf = (input: AllocationInput, side: SideName): Ask => {
  const { willing, supervised, supervisorRule, excluded = [] } = input
  const yes = new Set(willing.map(keyOf))
  const never = new Set(
    [...excluded, ...(supervisorRule === 'forbid' ? supervised : [])].map(keyOf),
  )
  return (place, other) => {
    const pair: Pair =
      side === 'mentees' ? { mentor: other, mentee: place } : { mentor: place, mentee: other }
    const key = keyOf(pair)
    if (never.has(key)) return 'never'
    return yes.has(key) ? 'yes' : 'could'
  }
}

const emptyPlaces = (places: readonly string[], others: readonly string[], ask: Ask): number => {
  const filled = matchPlaces(
    places.map((place) =>
      [...others.keys()].filter((at) => ask(place, others[at] ?? '') === 'yes'),
    ),
  )
  return filled.filter((at) => at === null).length
}
