/** What a form of these pages sends, and what keeps it from being saved. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import {
  type ChangeProblem,
  type FieldErrors,
  refused,
  unfit,
} from '../changing/change-problems.ts'
import { cleaned } from '../editing/entered.ts'
import { type Protocol, type RoleId, roleIds } from '../model.ts'
import { allPlaces, type Place } from './asks.ts'
import { type ContentProblem, sentenceOfContentProblem } from './problems.ts'

/** Absent when the form has no such field, or nothing in it was chosen. */
export const field = z.string().default('')
export const chosen = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])

/** One entry a line; empty lines are left out. */
export const linesOf = (text: string): readonly string[] =>
  cleaned(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const textOf = (lines: readonly string[]): string => lines.join('\n')

export const rolesIn = (values: readonly string[]): readonly RoleId[] =>
  roleIds.filter((role) => values.includes(role))

export const keyOfPlace = ({ step, role }: Place): string => `${step}.${role}`

export const placesIn = (protocol: Protocol, values: readonly string[]): readonly Place[] =>
  allPlaces(protocol).filter((place) => values.includes(keyOfPlace(place)))

/** Each field with the sentence about it, or none where it fits. */
export type Checks = readonly (readonly [field: string, sentence: string | null])[]

export const errorsIn = (checks: Checks): FieldErrors | null => {
  const errors = checks.flatMap(([name, sentence]) => (sentence === null ? [] : [[name, sentence]]))
  return errors.length === 0 ? null : Object.fromEntries(errors)
}

const longestText = 500

/** @param what as it stands after “Enter”: `a name` */
export const textFault = (text: string, what: string, longest = longestText): string | null => {
  if (text.trim() === '') return `Enter ${what}`
  return text.trim().length > longest ? `Enter ${what} in ${longest} characters or fewer` : null
}

export const longestName = 80

type Lines = {
  readonly what: string
  readonly least: number
  readonly most: number
}

export const linesFault = (text: string, { what, least, most }: Lines): string | null => {
  const lines = linesOf(text)
  if (lines.length < least || lines.length > most)
    return `Enter ${least === most ? least : `${least} to ${most}`} ${what}, one on each line`
  const repeated = lines.find((line, place) => lines.indexOf(line) !== place)
  if (repeated !== undefined) return `“${repeated}” stands there twice. Enter each once`
  return lines.some((line) => line.length > longestText) ? `Shorten the ${what}` : null
}

const fieldOf = (problem: ContentProblem): string | null => {
  switch (problem.kind) {
    case 'label.taken':
      return 'label'
    case 'then_test.asked_nowhere':
      return 'thenTest'
    case 'item.not_for_role':
      return 'places'
    default:
      return null
  }
}

/** A refused edit in the words of the page: beside the field it is about, or above the form. */
export const asChange = (
  result: Result<Protocol, ContentProblem>,
): Result<Protocol, ChangeProblem> => {
  if (result.ok) return ok(result.value)
  const sentence = sentenceOfContentProblem(result.problem)
  const name = fieldOf(result.problem)
  return fail(name === null ? refused(sentence) : unfit({ [name]: sentence }))
}
