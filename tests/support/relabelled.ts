/** The same group under other names, or with its rows in another order. */
import type { AllocationInput, Pair } from '../../src/allocation/model.ts'
import type { Random } from '../../src/lib/random.ts'

const namesFor = (ids: readonly string[], letter: string, random: Random) => {
  const places = random.shuffle([...ids.keys()])
  return new Map(ids.map((id, at) => [id, `${letter}${places[at]}`]))
}

export const relabelled = (
  input: AllocationInput,
  random: Random,
): { readonly renamed: AllocationInput; readonly back: (pair: Pair) => Pair } => {
  const names = new Map([
    ...namesFor(input.mentors, 'Z', random),
    ...namesFor(input.mentees, 'A', random),
  ])
  const known = new Map([...names].map(([id, name]) => [name, id]))
  const nameOf = (id: string): string => names.get(id) ?? id
  const rename = <P extends Pair>(pair: P): P => ({
    ...pair,
    mentor: nameOf(pair.mentor),
    mentee: nameOf(pair.mentee),
  })
  const { capacity, preferences } = input
  const renamed = {
    ...input,
    mentors: input.mentors.map(nameOf),
    mentees: input.mentees.map(nameOf),
    willing: input.willing.map(rename),
    supervised: input.supervised.map(rename),
    excluded: (input.excluded ?? []).map(rename),
    ...(capacity && {
      capacity: {
        ...capacity,
        most: Object.fromEntries(Object.entries(capacity.most).map(([id, n]) => [nameOf(id), n])),
      },
    }),
    ...(preferences && {
      preferences: { ...preferences, ranked: preferences.ranked.map(rename) },
    }),
  }
  const back = ({ mentor, mentee }: Pair): Pair => ({
    mentor: known.get(mentor) ?? mentor,
    mentee: known.get(mentee) ?? mentee,
  })
  return { renamed, back }
}

export const shuffledRows = (input: AllocationInput, { shuffle }: Random): AllocationInput => ({
  ...input,
  mentors: shuffle(input.mentors),
  mentees: shuffle(input.mentees),
  willing: shuffle(input.willing),
  supervised: shuffle(input.supervised),
  excluded: shuffle(input.excluded ?? []),
  ...(input.preferences && {
    preferences: { ...input.preferences, ranked: shuffle(input.preferences.ranked) },
  }),
})
