/** The ground rules of a programme, as they stand in their form (a line each) and in the protocol. */
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ChangeProblem, unfit } from '../changing/change-problems.ts'
import type { Protocol } from '../model.ts'
import { groundRulesOf, usualGroundRules } from '../wording/ground-rules.ts'
import { cleaned } from './entered.ts'

export const groundRulesForm = z.object({
  groundRules: z.string(),
  /** The button that goes back to the usual rules, whatever is typed. */
  usual: z.literal('yes').optional(),
})
export type GroundRulesForm = z.infer<typeof groundRulesForm>

export const groundRulesIn = (protocol: Protocol): GroundRulesForm => ({
  groundRules: groundRulesOf(protocol).join('\n'),
})

/** The usual rules are not stored: they follow the labels, the limit of a session and how people meet. */
export const withGroundRules = (
  protocol: Protocol,
  form: GroundRulesForm,
): Result<Protocol, ChangeProblem> => {
  const { groundRules: _, ...usual } = protocol
  if (form.usual === 'yes') return ok(usual)
  const rules = linesIn(form.groundRules)
  const error = errorIn(rules)
  if (error !== null) return fail(unfit({ groundRules: error }))
  return ok(
    isDeepStrictEqual(rules, usualGroundRules(protocol)) ? usual : { ...usual, groundRules: rules },
  )
}

const linesIn = (text: string): string[] =>
  cleaned(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const [most, longest] = [20, 400]

const errorIn = (rules: readonly string[]): string | null => {
  if (rules.length === 0) return 'Enter at least one ground rule, or go back to the usual ones'
  if (rules.length > most) return `Enter ${most} ground rules or fewer: there are ${rules.length}`
  const long = rules.findIndex((rule) => rule.length > longest)
  if (long >= 0)
    return `Enter each ground rule in ${longest} characters or fewer: line ${long + 1} has ${rules[long]?.length}`
  const twice = rules.find((rule, place) => rules.indexOf(rule) !== place)
  return twice === undefined ? null : `Enter each ground rule once: “${twice}” is there twice`
}
