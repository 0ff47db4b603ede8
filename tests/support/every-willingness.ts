/** What every willingness of a small group leads to: the published pairs it explains, and to whom it tells nothing. */
import type { Capacity, Pair, SideName, SupervisorRule } from '../../src/allocation/model.ts'
import { peopleIn, written } from './every-allocation.ts'

export type Group = {
  readonly mentors: readonly string[]
  readonly mentees: readonly string[]
  readonly supervised: readonly Pair[]
  readonly supervisorRule: SupervisorRule
  readonly capacity?: Capacity
}

type Outcome = {
  readonly pairs: readonly Pair[]
  /** Number of possible pairings and of forced pairs, as text: by these mentees, who could have everybody willing. */
  readonly explained: Map<string, Set<string>>
}

const has = (set: number, part: number): boolean => (set & part) === part

/**
 * For each set of pairs that some willingness may lead to: which numbers come with it, and for which mentees they also come
 * with a willingness in which every mentor who may have them is willing. A willingness is a set of bits, one for each pair
 * that the rules allow.
 */
export const everyOutcome = (group: Group): ReadonlyMap<string, Outcome> => {
  const cells = allowed(group)
  const full = 2 ** cells.length - 1
  const bitsOf = (isOne: (pair: Pair) => boolean): number =>
    cells.reduce((bits, pair, at) => (isOne(pair) ? bits | (1 << at) : bits), 0)
  const own = bitsOf((pair) => group.supervised.some((one) => written([one]) === written([pair])))
  const columns = group.mentees.map((mentee) => ({
    mentee,
    bits: bitsOf((pair) => pair.mentee === mentee),
  }))
  const pairsOf = (set: number) => cells.filter((_, at) => has(set, 1 << at))
  const sets = Array.from({ length: full + 1 }, (_, set) => set)
    .filter((set) => respects(group, cells, set))
    .map((set) => ({ set, size: sizeOf(set), people: peopleIn(pairsOf(set)) }))
  const found = new Map<number, Outcome>()
  for (let willing = 0; willing <= full; willing += 1) {
    const outcomes = best(sets, willing, group.supervisorRule === 'avoid' ? own : 0)
    const forced = outcomes.reduce((common, set) => common & set, full)
    const numbers = `${outcomes.length} ${sizeOf(forced)}`
    const open = columns.filter(({ bits }) => has(willing, bits)).map(({ mentee }) => mentee)
    for (const set of outcomes) {
      const outcome = found.get(set) ?? { pairs: pairsOf(set), explained: new Map() }
      const untold = outcome.explained.get(numbers) ?? new Set()
      for (const mentee of open) untold.add(mentee)
      outcome.explained.set(numbers, untold)
      found.set(set, outcome)
    }
  }
  return new Map([...found.values()].map((outcome) => [written(outcome.pairs), outcome]))
}

const allowed = ({ mentors, mentees, supervised, supervisorRule }: Group): readonly Pair[] =>
  mentors
    .flatMap((mentor) => mentees.map((mentee) => ({ mentor, mentee })))
    .filter(
      ({ mentor, mentee }) =>
        supervisorRule !== 'forbid' ||
        !supervised.some((own) => own.mentor === mentor && own.mentee === mentee),
    )

const sizeOf = (set: number): number => (set === 0 ? 0 : (set & 1) + sizeOf(set >>> 1))

const respects = (group: Group, cells: readonly Pair[], set: number): boolean => {
  const pairs = cells.filter((_, at) => has(set, 1 << at))
  const most = (side: SideName, id: string): number =>
    group.capacity?.side === side ? (group.capacity.most[id] ?? 1) : 1
  return (
    group.mentors.every(
      (id) => pairs.filter(({ mentor }) => mentor === id).length <= most('mentors', id),
    ) &&
    group.mentees.every(
      (id) => pairs.filter(({ mentee }) => mentee === id).length <= most('mentees', id),
    )
  )
}

type Candidate = { readonly set: number; readonly size: number; readonly people: number }

/** Within this willingness: the most pairs, of these sets the most people with a partner, then the fewest of `costly`. */
const best = (sets: readonly Candidate[], willing: number, costly: number): readonly number[] => {
  const within = sets.filter(({ set }) => has(willing, set))
  const most = Math.max(...within.map(({ size }) => size))
  const large = within.filter(({ size }) => size === most)
  const reached = Math.max(...large.map(({ people }) => people))
  const full = large.filter(({ people }) => people === reached).map(({ set }) => set)
  const fewest = Math.min(...full.map((set) => sizeOf(set & costly)))
  return full.filter((set) => sizeOf(set & costly) === fewest)
}
