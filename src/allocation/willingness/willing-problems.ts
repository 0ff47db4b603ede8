/** What is wrong with a mentor's choices, and the words beside the field. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { GivingProblem } from './actions.ts'
import { mostField, rankField, willingField } from './willing-replies.ts'
import type { OfferedMentee } from './willing-rules.ts'

/** By the name of the field; '' above all. */
export type WillingErrors = ReadonlyMap<string, string>

export const errorsOf = (
  problem: GivingProblem | RepeatedKeyProblem,
  offered: readonly OfferedMentee[],
): WillingErrors => {
  const beside = (
    ids: readonly string[],
    fieldOf: (id: string) => string,
    textOf: (name: string) => string,
  ): WillingErrors =>
    new Map(
      offered
        .filter(({ participantId }) => ids.includes(participantId))
        .map(({ participantId, name }) => [fieldOf(participantId), textOf(name)]),
    )
  switch (problem.kind) {
    case 'willingness.unanswered':
      return beside(problem.mentees, willingField, (name) => `Say whether you would mentor ${name}`)
    case 'willingness.rank_unknown':
      return beside(problem.mentees, rankField, (name) => `Choose a rank for ${name} from the list`)
    case 'willingness.rank_without_yes':
      return beside(
        problem.mentees,
        rankField,
        (name) => `You said no to ${name}, so choose “No rank” for them, or say yes`,
      )
    case 'willingness.rank_left_out': {
      const missing = ordinal(problem.rank)
      return beside(
        problem.mentees,
        rankField,
        (name) => `You have no ${missing} choice. Give ${name} or somebody else that rank`,
      )
    }
    default:
      return new Map([
        [problem.kind === 'willingness.most_unknown' ? mostField : '', aboveAll(problem)],
      ])
  }
}

type ByItself = Exclude<GivingProblem | RepeatedKeyProblem, { readonly mentees: readonly string[] }>

const aboveAll = (problem: ByItself): string => {
  switch (problem.kind) {
    case 'willingness.too_few':
      return `You said yes to ${problem.willing}. Say yes to at least ${problem.minimum} people, or no to everybody: with fewer, you could be drawn for hardly anybody else`
    case 'willingness.most_unknown':
      return `Choose how many you would mentor at most, from 1 to ${problem.most}`
    case 'willingness.not_taken':
      return 'Your choices can no longer be saved. Reload the page to see why'
    case 'request.key_used_otherwise':
      return 'This form was sent before. Check your choices and save again'
  }
}

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' })

/** `1st`, `2nd`, `11th`. */
export const ordinal = (n: number): string => `${n}${endings[ordinals.select(n)] ?? 'th'}`
