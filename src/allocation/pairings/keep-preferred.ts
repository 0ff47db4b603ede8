/** Ranked preferences: of all pairings only those that serve them best by a stated objective. */
import type { Objective } from '../model.ts'
import { keepCheapest } from './keep-cheapest.ts'
import type { Found, PossiblePairs } from './possible-pairs.ts'
import { completePairing } from './seating.ts'

/** 1 is the first choice. */
export type RankOf = (candidate: number, place: number) => number

/**
 * Which complete pairings are best?
 *
 * @param found   what is possible, and any one complete pairing of it
 * @param rankOf  the rank that a pair has for whoever ranked; a whole number from 1
 * @returns       fewer possibilities, such that their complete pairings are exactly the best ones, and one of these:
 *                `least_total`: the smallest sum of ranks; `rank_maximal`: as many first choices as possible, of these as
 *                many second choices as possible, and so on; `fairest`: the worst rank that anybody gets is as good as
 *                possible
 * Ties: all best pairings are kept.   Method: exact, by `keepCheapest` and by matching.
 * Source: Irving, Kavitha, Mehlhorn et al., ACM Trans Algorithms 2006;2:602–10, doi:10.1145/1198513.1198520
 * (rank-maximal matchings).
 * Agrees with: full enumeration of graphs up to 5 × 5.
 */
export const keepPreferred = (found: Found, objective: Objective, rankOf: RankOf): Found => {
  switch (objective) {
    case 'least_total':
      return keepCheapest(found, rankOf)
    case 'rank_maximal':
      return ranksIn(found.possible, rankOf).reduce(
        (best, rank) => mostOfRank(best, rankOf, rank),
        found,
      )
    case 'fairest':
      return fairest(found, rankOf)
  }
}

const ranksIn = ({ openTo }: PossiblePairs, rankOf: RankOf): readonly number[] => {
  const ranks = openTo.flatMap((open, candidate) => open.map((place) => rankOf(candidate, place)))
  return [...new Set(ranks)].sort((a, b) => a - b)
}

/** A pair of this rank saves one, so that the cheapest pairings have the most of them. */
const mostOfRank = (found: Found, rankOf: RankOf, rank: number): Found =>
  keepCheapest(found, (candidate, place) => (rankOf(candidate, place) === rank ? -1 : 0))

/** Worse ranks are let in one after the other until everybody can be paired. */
const fairest = (found: Found, rankOf: RankOf): Found => {
  for (const worst of ranksIn(found.possible, rankOf)) {
    const possible = {
      ...found.possible,
      openTo: found.possible.openTo.map((open, candidate) =>
        open.filter((place) => rankOf(candidate, place) <= worst),
      ),
    }
    const pairing = completePairing(possible)
    if (pairing !== null) return { possible, pairing }
  }
  return found
}
