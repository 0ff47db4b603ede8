/** What a draw depends on, put together under labels that say nothing about who is who. */
import type { Random } from '../../lib/random.ts'
import type { Supervision } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { Inputs } from '../certificate/inputs.ts'
import type { ExcludedPair, StoredVeto, StoredWillingness } from '../store.ts'
import type { People } from './model.ts'

/** Who is drawn, as participants. */
export type TakingPart = {
  readonly mentors: readonly string[]
  readonly mentees: readonly string[]
  /** For whoever may have fewer partners in this draw than the rules and their own offer allow. */
  readonly taken: ReadonlyMap<string, number>
}

export type Stored = {
  readonly rules: Protocol['rules']
  readonly supervisions: readonly Supervision[]
  readonly excluded: readonly ExcludedPair[]
  readonly willingness: readonly StoredWillingness[]
  readonly vetoes: readonly StoredVeto[]
  readonly limits: ReadonlyMap<string, number>
  /** The pseudonym of a participant. */
  readonly pseudonymOf: (participantId: string) => string
}

export type Chance = { readonly random: Random; readonly salt: string }

type Collected = { readonly people: People; readonly inputs: Inputs }

/**
 * @param chance labels are given in an order of chance that is kept nowhere but in `people`; the salt goes into the
 *               inputs, so it must come from elsewhere than the order
 * Missing: a mentor who has said yes to nobody here is not drawn, as they were promised; willingness, vetoes, supervision
 * and exclusions of people who are not drawn are left out.
 */
export const collectInputs = (
  takingPart: TakingPart,
  stored: Stored,
  { random, salt }: Chance,
): Collected => {
  const people = {
    mentors: random.shuffle(willingOf(takingPart, stored).sort()),
    mentees: random.shuffle([...takingPart.mentees].sort()),
  }
  const labels: Labels = {
    mentors: labelsFor(people.mentors, 'M'),
    mentees: labelsFor(people.mentees, 'C'),
  }
  const given = pseudonymous(people, labels, stored.pseudonymOf)
  const { rules, supervisions } = stored
  const vetoed = pairsIn(given, stored.vetoes)
  const barred = pairsIn(labels, stored.excluded.map(asPair))
  return {
    people,
    inputs: {
      format: 'turnabout-allocation-inputs/1',
      salt,
      mentors: [...labels.mentors.values()],
      mentees: [...labels.mentees.values()],
      willing: pairsIn(
        given,
        stored.willingness.filter(({ isWilling }) => isWilling),
      ),
      supervised: pairsIn(labels, supervisions.map(asPair)),
      supervisorRule: rules.supervisor,
      excluded: once([...barred, ...vetoed]),
      capacity: capacityOf(takingPart, stored, labels),
      preferences:
        rules.preferences === undefined ? null : ranked(rules.preferences, given, stored),
    },
  }
}

/** Who has said yes to somebody who is drawn. */
const willingOf = (
  { mentors, mentees }: TakingPart,
  { willingness, pseudonymOf }: Stored,
): string[] => {
  const asked = new Set(mentees.map(pseudonymOf))
  const yeses = willingness.filter(({ isWilling, mentee }) => isWilling && asked.has(mentee))
  const willing = new Set(yeses.map(({ mentor }) => mentor))
  return mentors.filter((id) => willing.has(pseudonymOf(id)))
}

type PairOfIds = { readonly mentor: string; readonly mentee: string }
type Labels = {
  readonly mentors: ReadonlyMap<string, string>
  readonly mentees: ReadonlyMap<string, string>
}

const asPair = ({ mentorId, menteeId }: ExcludedPair): PairOfIds => ({
  mentor: mentorId,
  mentee: menteeId,
})

const labelsFor = (ids: readonly string[], letter: string): ReadonlyMap<string, string> =>
  new Map(ids.map((id, place) => [id, `${letter}${place + 1}`]))

/** The same labels, found by pseudonym. */
const pseudonymous = (
  {
    mentors,
    mentees,
  }: { readonly mentors: readonly string[]; readonly mentees: readonly string[] },
  labels: Labels,
  pseudonymOf: Stored['pseudonymOf'],
): Labels => {
  const by = (ids: readonly string[], known: ReadonlyMap<string, string>) =>
    new Map(ids.map((id) => [pseudonymOf(id), known.get(id) ?? '']))
  return { mentors: by(mentors, labels.mentors), mentees: by(mentees, labels.mentees) }
}

/** In the order of the labels. */
const pairsIn = (labels: Labels, pairs: readonly PairOfIds[]): [string, string][] =>
  once(
    pairs.flatMap(({ mentor, mentee }): [string, string][] => {
      const [one, other] = [labels.mentors.get(mentor), labels.mentees.get(mentee)]
      return one === undefined || other === undefined ? [] : [[one, other]]
    }),
  )

const once = (pairs: readonly [string, string][]): [string, string][] =>
  [...new Map(pairs.map((pair) => [pair.join(' '), pair]))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, pair]) => pair)

const ranked = (
  objective: NonNullable<Protocol['rules']['preferences']>,
  given: Labels,
  { willingness }: Stored,
): Inputs['preferences'] => ({
  objective,
  ranked: willingness
    .flatMap(({ rank, ...pair }): [string, string, number][] => {
      const [labelled] = pairsIn(given, [pair])
      return labelled === undefined || rank === null ? [] : [[...labelled, rank]]
    })
    .sort((one, other) => (one.join(' ') < other.join(' ') ? -1 : 1)),
})

/** Partners that somebody keeps from an earlier draw take seats, but never the last one: then they would not be drawn. */
const capacityOf = (
  { taken }: TakingPart,
  { rules, limits, pseudonymOf }: Stored,
  labels: Labels,
): Inputs['capacity'] => {
  const { menteesPerMentor, mentorsPerMentee } = rules
  const seats = (known: ReadonlyMap<string, string>, seatsOf: (id: string) => number) => ({
    ...Object.fromEntries(
      [...known].map(([id, label]) => [label, Math.max(1, seatsOf(id) - (taken.get(id) ?? 0))]),
    ),
  })
  if (menteesPerMentor !== undefined) {
    const offered = (id: string) => Math.min(menteesPerMentor, limits.get(pseudonymOf(id)) ?? 1)
    return { side: 'mentors', most: seats(labels.mentors, offered) }
  }
  if (mentorsPerMentee !== undefined)
    return { side: 'mentees', most: seats(labels.mentees, () => mentorsPerMentee) }
  return null
}
