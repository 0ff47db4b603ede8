/** What a mentee can conclude from the certificate: from the number of possible pairings, and of forced pairs. */
import { createRandom } from '../lib/random.ts'
import type { Published } from './leak-meter.ts'
import type { Objective, Pair } from './model.ts'
import { keyOf } from './pairings/possible-pairs.ts'
import { prepareDraw } from './rules.ts'

/** What the certificate says; a count that is null is not in it. */
export type Counted = {
  readonly count: bigint | null
  readonly forced: number
  /** Null: nobody ranked anybody. */
  readonly objective: Objective | null
}

export type CountTells = {
  /** Who can conclude from the numbers that a mentor refused them. */
  readonly mentees: readonly string[]
  /** For whom this was not found out: the group is too large. */
  readonly undecided: readonly string[]
}

/** Beyond it only the smallest count is looked at, which everybody's being willing for the mentee leaves possible. */
const mostPlaces = 8
/** The search is begun in one order after the other, and given up after so many counts. */
const mostCounted = [60, 60, 60, 60, 60, 60, 60, 60, 500]

/**
 * Which mentees can conclude from the number of possible pairings, and how many pairs were forced, that somebody refused
 * them?
 *
 * A mentee c can, if no willingness in which every mentor who may have c is willing to mentor c, and in which the
 * published pairs are possible, has so many possible pairings and forced pairs.
 *
 * With one more pair willing, no possible pairing is lost, as long as the published pairs stay possible, so the count
 * does not fall and no pair becomes forced. That bounds the search: from the published pairs and everybody for c, the
 * others are taken in or left out, one after the other, and what can only end above or below the count is left.
 *
 * @param counted  as the certificate says it
 * @returns        everybody undecided where the pairs are no whole draw as far as everybody knows: somebody has more
 *                 partners than `capacity` says, or fewer pairs were published than are possible; and where people were
 *                 ranked, for then the count is that of the best pairings
 * Missing: as for `leaksOf`.   Method: exact, but for those who are undecided.
 * Agrees with: every willingness of groups of 3 × 3, 4 × 2 and 2 × 4, under each rule about supervisors.
 * @example countTells({ mentors: ['M1', 'M2'], mentees: ['C1'], supervised: [], supervisorRule: 'ask',
 *   pairs: [{ mentor: 'M1', mentee: 'C1' }] }, { count: 1n, forced: 1, objective: null }).mentees // ['C1']: M2 cannot have been willing
 */
export const countTells = (published: Published, counted: Counted): CountTells => {
  const { count, forced, objective } = counted
  if (count === null) return { mentees: [], undecided: [] }
  const mentees = [...new Set(published.mentees)].sort()
  const isWhole = outcomes(published, published.pairs) !== null
  if (!isWhole || objective !== null) return { mentees: [], undecided: mentees }
  const found = mentees.map((mentee) => ({
    mentee,
    tells: tellsOne(published, mentee, { count, forced }),
  }))
  const those = (wanted: boolean | null) =>
    found.flatMap(({ mentee, tells }) => (tells === wanted ? [mentee] : []))
  return { mentees: those(true), undecided: those(null) }
}

type Wanted = { readonly count: bigint; readonly forced: number }

/** Null: not found out. */
const tellsOne = (published: Published, mentee: string, wanted: Wanted): boolean | null => {
  const { pairs } = published
  const certain = new Set(pairs.map(keyOf))
  const open = allowedPairs(published).filter((pair) => !certain.has(keyOf(pair)))
  const forMentee = open.filter((pair) => pair.mentee === mentee)
  const others = open.filter((pair) => pair.mentee !== mentee)
  const willing = [...pairs, ...forMentee]
  const isLarge = Math.min(published.mentors.length, published.mentees.length) > mostPlaces
  const random = createRandom(mentee)
  for (const left of isLarge ? [1] : mostCounted) {
    const isPossible = canCome({ published, wanted, left }, willing, random.shuffle(others))
    if (isPossible !== null) return !isPossible
  }
  return null
}

const allowedPairs = ({ mentors, mentees, supervised, supervisorRule }: Published): Pair[] => {
  const forbidden = new Set(supervisorRule === 'forbid' ? supervised.map(keyOf) : [])
  return mentors
    .flatMap((mentor) => mentees.map((mentee) => ({ mentor, mentee })))
    .filter((pair) => !forbidden.has(keyOf(pair)))
}

type Search = { readonly published: Published; readonly wanted: Wanted; left: number }

/** Whether what is wanted comes of these and some of the others; null: given up. */
const canCome = (
  search: Search,
  willing: readonly Pair[],
  others: readonly Pair[],
): boolean | null => {
  const { published, wanted } = search
  search.left -= 1
  const least = outcomes(published, willing)
  if (least === null || least.count > wanted.count || least.forced < wanted.forced) return false
  if (least.count === wanted.count) return least.forced === wanted.forced
  if (search.left <= 0) return null
  const [next, ...rest] = others
  const most = mostPairings(published, [...willing, ...others])
  if (next === undefined || (most !== null && most < wanted.count)) return false
  const withIt = canCome(search, [...willing, next], rest)
  return withIt === false ? canCome(search, willing, rest) : withIt
}

/** How many pairings are possible, and pairs forced; null: not the published ones. */
const outcomes = (published: Published, willing: readonly Pair[]): Wanted | null => {
  const draw = prepareDraw({ ...published, willing })
  if (!draw.ok || draw.value.count === null) return null
  const { count, forced, allocationAt } = draw.value
  const pairs = allocationAt?.(0n).pairs ?? []
  const supervised = new Set(published.supervised.map(keyOf))
  const own = (some: readonly Pair[]) => some.filter((pair) => supervised.has(keyOf(pair))).length
  const isPossible =
    isAsFull(pairs, published) &&
    (published.supervisorRule !== 'avoid' || own(pairs) === own(published.pairs))
  return isPossible ? { count, forced: forced.length } : null
}

/** As many pairs as were published, and as many people who have a partner. */
const isAsFull = (pairs: readonly Pair[], published: Published): boolean =>
  pairs.length === published.pairs.length && peopleIn(pairs) === peopleIn(published.pairs)

const peopleIn = (pairs: readonly Pair[]): number =>
  new Set(pairs.map(({ mentor }) => mentor)).size + new Set(pairs.map(({ mentee }) => mentee)).size

/** With `avoid` too there are no more than without it; null: no limit, as the published ones are not among them. */
const mostPairings = (published: Published, willing: readonly Pair[]): bigint | null => {
  const { supervisorRule: rule } = published
  const draw = prepareDraw({
    ...published,
    willing,
    supervisorRule: rule === 'avoid' ? 'ask' : rule,
  })
  if (!draw.ok || draw.value.count === null) return null
  const { count, allocationAt } = draw.value
  return isAsFull(allocationAt?.(0n).pairs ?? [], published) ? count : null
}
