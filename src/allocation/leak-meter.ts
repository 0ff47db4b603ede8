/** What a mentee can conclude from the pairs alone, once they are published. */
import type { Allocation, AllocationInput, Capacity, Pair, SideName } from './model.ts'

/** What everybody knows or may find out: who takes part, the rules, and the pairs. */
export type Published = Pick<
  AllocationInput,
  'mentors' | 'mentees' | 'supervised' | 'supervisorRule'
> & {
  readonly pairs: readonly Pair[]
  /**
   * Where everybody knows how many partners each may have. Leave it out where that is private: then people have room for
   * the partners that they got, and for one at least.
   */
  readonly capacity?: Capacity
}

/**
 * How somebody can tell. `room_for_both`: they lack a mentor while a mentor has room. `others_second`: they have no mentor
 * while a mentor is the second one of somebody else. `mentor_without`: they share their mentor while another mentor has
 * nobody. `own_trainee`: they are paired with somebody they supervise, which was to be avoided, while a mentor whom they
 * do not supervise could have them instead. `others_trainee`: they lack a mentor while one is paired with their own
 * supervisor, which was to be avoided.
 */
export const leakKinds = [
  'room_for_both',
  'others_second',
  'mentor_without',
  'own_trainee',
  'others_trainee',
] as const
export type LeakKind = (typeof leakKinds)[number]

export type Leak = { readonly mentee: string; readonly kind: LeakKind }

export type Leaks = {
  /** Who can conclude that a mentor refused them, in the order of the ids. */
  readonly mentees: readonly string[]
  /** How each of them can tell; some in more than one way. */
  readonly leaks: readonly Leak[]
}

/**
 * Which mentees can conclude from the pairs that a mentor refused them?
 *
 * A mentee c can, if there is no willingness in which every mentor who may have c (not forbidden) is willing to mentor c
 * and in which the published pairs P are a possible outcome: as many pairs as can be had, of these as many people with
 * a partner, and with `avoid` of these as few supervisor pairs as possible.
 *
 * It suffices to look at one willingness, W: the pairs of P, and everybody who may for c. Let W′ be any other of that
 * kind, in which P is possible. It contains P and everybody for c, so it contains W. Every pairing within W is one
 * within W′; P is as good as any of W′, so as good as any of W: P is possible in W, too. Hence c can conclude a refusal
 * exactly if some pairing within W is better than P.
 *
 * Such a pairing Q differs from P by separate rows of exchanges. Whatever Q has and P has not is a pair of c, and mentors
 * and mentees have nobody else within W to turn to, so a row adds at most one pair (m, c): m has room, or leaves another
 * mentee; c has room, or leaves another mentor. Room on both sides: one pair more. Room on one: as many pairs as before,
 * and better if somebody without a partner takes the place of somebody who has another, or, where neither is so or
 * both are, with `avoid`, if a supervisor pair is left and none is added. Room on neither, or nothing added: one pair
 * fewer. All rows together gain no more than the sum of what each gains by itself (of two that end at one person, only
 * one takes the last partner, or gives the first), so if Q is better than P, one row is better than none. ∎
 *
 * @param published  without willingness, vetoes and exclusions, which are not public
 * @returns          the mentees who can tell, and how
 * Missing: what a mentee knows besides, such as their own veto, explains what they see; they are warned of all the same.
 * Ranked preferences are private, and with equal ranks any pairing is as good as any other, so that they give nobody away.
 * Method: exact.
 * Agrees with: every willingness of groups up to 3 × 3 and 4 × 3, under each rule about supervisors.
 * @example leaksOf({ mentors: ['M1', 'M2'], mentees: ['C1'], supervised: [{ mentor: 'M1', mentee: 'C1' }],
 *   supervisorRule: 'avoid', pairs: [{ mentor: 'M1', mentee: 'C1' }] }).mentees // ['C1']
 */
export const leaksOf = (published: Published): Leaks => {
  const known = knownFrom(published)
  const mentees = [...new Set(published.mentees)].sort()
  const leaks = mentees.flatMap((mentee) =>
    kindsFor(known, mentee).map((kind): Leak => ({ mentee, kind })),
  )
  return { mentees: [...new Set(leaks.map(({ mentee }) => mentee))], leaks }
}

/** Of the pairs, how many were in every possible pairing, so that chance had no part in them? */
export const forcedShare = ({ forced, pairs }: Pick<Allocation, 'forced' | 'pairs'>) => ({
  forced: forced.length,
  pairs: pairs.length,
})

type Sets = ReadonlyMap<string, ReadonlySet<string>>

const setsOf = (entries: readonly (readonly [string, string])[]): Sets => {
  const sets = new Map<string, Set<string>>()
  for (const [id, other] of entries) sets.set(id, (sets.get(id) ?? new Set()).add(other))
  return sets
}

type Partners = {
  readonly of: (id: string) => ReadonlySet<string>
  readonly hasRoom: (id: string) => boolean
}

const partnersOn = (
  side: SideName,
  capacity: Capacity | undefined,
  entries: readonly (readonly [string, string])[],
): Partners => {
  const sets = setsOf(entries)
  const most = new Map(capacity?.side === side ? Object.entries(capacity.most) : [])
  const of = (id: string) => sets.get(id) ?? new Set<string>()
  return { of, hasRoom: (id) => of(id).size < (most.get(id) ?? 1) }
}

type Known = {
  readonly published: Published
  readonly mentors: Partners
  readonly mentees: Partners
  readonly isSupervised: (mentor: string, mentee: string) => boolean
}

const knownFrom = (published: Published): Known => {
  const { pairs, supervised, capacity } = published
  const supervisors = setsOf(supervised.map(({ mentor, mentee }) => [mentor, mentee]))
  return {
    published,
    mentors: partnersOn(
      'mentors',
      capacity,
      pairs.map(({ mentor, mentee }) => [mentor, mentee]),
    ),
    mentees: partnersOn(
      'mentees',
      capacity,
      pairs.map(({ mentor, mentee }) => [mentee, mentor]),
    ),
    isSupervised: (mentor, mentee) => supervisors.get(mentor)?.has(mentee) === true,
  }
}

const kindsFor = (known: Known, mentee: string): readonly LeakKind[] => {
  const { published, mentors, mentees, isSupervised } = known
  const own = mentees.of(mentee)
  const others = published.mentors.filter((mentor) => !own.has(mentor))
  const may =
    published.supervisorRule === 'forbid'
      ? others.filter((mentor) => !isSupervised(mentor, mentee))
      : others
  const kinds = may.flatMap((mentor) => [
    ...(mentees.hasRoom(mentee) && mentors.hasRoom(mentor) ? (['room_for_both'] as const) : []),
    ...kindsOfTaking(known, mentor, mentee),
    ...kindsOfChanging(known, mentor, mentee),
  ])
  return leakKinds.filter((kind) => kinds.includes(kind))
}

/** The mentor leaves another mentee, for one who has room. */
const kindsOfTaking = (known: Known, mentor: string, mentee: string): readonly LeakKind[] => {
  const { mentors, mentees, isSupervised } = known
  if (!mentees.hasRoom(mentee)) return []
  const isWithout = mentees.of(mentee).size === 0
  return [...mentors.of(mentor)].flatMap((left) => {
    const hasAnother = mentees.of(left).size > 1
    if (isWithout && hasAnother) return ['others_second']
    if (isWithout !== !hasAnother) return []
    return avoids(known, isSupervised(mentor, left), isSupervised(mentor, mentee))
      ? ['others_trainee']
      : []
  })
}

/** The mentee leaves another mentor, for one who has room. */
const kindsOfChanging = (known: Known, mentor: string, mentee: string): readonly LeakKind[] => {
  const { mentors, mentees, isSupervised } = known
  if (!mentors.hasRoom(mentor)) return []
  const isWithout = mentors.of(mentor).size === 0
  return [...mentees.of(mentee)].flatMap((left) => {
    const hasAnother = mentors.of(left).size > 1
    if (isWithout && hasAnother) return ['mentor_without']
    if (isWithout !== !hasAnother) return []
    return avoids(known, isSupervised(left, mentee), isSupervised(mentor, mentee))
      ? ['own_trainee']
      : []
  })
}

const avoids = ({ published }: Known, leaves: boolean, takes: boolean): boolean =>
  published.supervisorRule === 'avoid' && leaves && !takes
