/** What can keep an allocation from being drawn, and the sentence for it. */
import type { AllocationProblem, DeficientGroup, NoCompletePairing, SideName } from './model.ts'

/** One thing that is wrong with a file; row as a spreadsheet shows it, null = the file as a whole. */
export type InputError = {
  readonly file: string
  readonly row: number | null
  readonly column: string | null
  readonly sentence: string
}

export type InputProblem =
  | { readonly kind: 'allocation.input'; readonly errors: readonly InputError[] }
  | { readonly kind: 'allocation.draws'; readonly value: string }
  | { readonly kind: 'allocation.seed' }
  | { readonly kind: 'allocation.partners'; readonly option: string; readonly value: string }
  | { readonly kind: 'allocation.partners_on_both_sides' }
  | { readonly kind: 'allocation.supervises'; readonly rule: string }

const mostSentences = 1000
const mostGroups = 5

export const sentenceOf = (problem: AllocationProblem | InputProblem): string => {
  switch (problem.kind) {
    case 'allocation.nobody':
      return `There are no ${problem.side}, so there is nobody to pair. Add rows with a mentor and a mentee.`
    case 'allocation.no_complete_pairing':
      return noCompletePairing(problem)
    case 'allocation.input':
      return inputErrors(problem.errors)
    case 'allocation.draws':
      return `--draws is “${problem.value}”. Give a whole number from 1 to 1000000.`
    case 'allocation.seed':
      return '--seed is empty. Give any text, or leave it out for a new seed.'
    case 'allocation.partners':
      return `${problem.option} is “${problem.value}”. Give a whole number from 1 to 5.`
    case 'allocation.partners_on_both_sides':
      return 'Either mentors or mentees can have several partners. Leave out --mentees-per-mentor or --mentors-per-mentee.'
    case 'allocation.supervises':
      return `--supervisor ${problem.rule} needs to know who supervises whom. Add --supervises with a table of mentor and mentee.`
  }
}

const noCompletePairing = (problem: NoCompletePairing): string => {
  const { because, groups } = problem
  const listed = because.slice(0, mostGroups).map((group) => `${reason(group)}.`)
  const more = moreGroups(groups, because.length, listed.length)
  return [
    shortfall(problem),
    ...listed,
    ...more,
    'Ask mentors to reconsider, or add somebody, and draw again.',
  ].join(' ')
}

const shortfall = ({ people, side, seats, maximum }: NoCompletePairing): string =>
  seats === undefined
    ? `The ${count(people, side)} cannot all be paired: at most ${maximum} can.`
    : `The ${count(people, side)} cannot have ${seats} partners: at most ${maximum} pairs can be made.`

const moreGroups = (total: number | null, found: number, listed: number): readonly string[] => {
  if (total === null) return ['There are more such groups.']
  return Math.max(total, found) > listed ? [`There are ${total - listed} more such groups.`] : []
}

/** “The 2 mentors M1 and M2 have between them only 1 possible partner: C1”. */
const reason = ({ side, members, neighbours, needed, available }: DeficientGroup): string => {
  const one = side === 'mentors' ? 'mentor' : 'mentee'
  const who = members.length === 1 ? one : count(members.length, side)
  if (neighbours.length === 0 && members.length === 1)
    return `The ${who} ${listOf(members)} has no possible partner`
  const partners = listOf(neighbours)
  if (needed !== undefined) {
    const needs = `The ${who} ${listOf(members)} need${members.length === 1 ? 's' : ''} ${needed} partners`
    return `${needs}, and the possible partners can take only ${available}: ${partners}`
  }
  const all = `The ${who} ${listOf(members)} have between them only`
  return `${all} ${count(neighbours.length, 'possible partners')}: ${partners}`
}

const inputErrors = (errors: readonly InputError[]): string => {
  const lines = errors.slice(0, mostSentences).map(placed)
  const more = errors.length - lines.length
  return [...lines, ...(more > 0 ? [`and ${more} more.`] : [])].join('\n')
}

const placed = ({ file, row, column, sentence }: InputError): string => {
  const place = [
    file,
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ]
  return `${place.join(', ')}: ${sentence}.`
}

export const count = (n: number, plural: SideName | 'possible partners'): string =>
  `${n} ${n === 1 ? plural.slice(0, -1) : plural}`

export const listOf = (entries: readonly string[]): string =>
  entries.length < 2 ? entries.join() : `${entries.slice(0, -1).join(', ')} and ${entries.at(-1)}`
