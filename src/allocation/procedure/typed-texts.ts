/** What people type for a draw: a random value, and the reason for another draw. Both stand in the certificate. */
import { findNames, wordsOfNames } from '../../interview/transcripts/names.ts'
import { fail, ok, type Result } from '../../lib/result.ts'

export const valueLength = { least: 8, most: 200 } as const
export const reasonLength = { least: 10, most: 500 } as const

export type ValueProblem = {
  readonly kind: 'allocation.value_length' | 'allocation.value_characters'
}

/** Whoever checks the draw types the value again, so nothing stands in it that cannot be seen. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/u

const fits = (text: string, { least, most }: typeof valueLength | typeof reasonLength): boolean => {
  const { length } = [...text]
  return length >= least && length <= most
}

export const readValue = (typed: string): Result<string, ValueProblem> => {
  const value = typed.trim()
  if (!fits(value, valueLength)) return fail({ kind: 'allocation.value_length' })
  return unseen.test(value) ? fail({ kind: 'allocation.value_characters' }) : ok(value)
}

export type ReasonProblem =
  | { readonly kind: 'allocation.reason_length' | 'allocation.reason_characters' }
  | { readonly kind: 'allocation.reason_names_somebody'; readonly words: readonly string[] }

/** @param names of everybody who takes part or took part */
export const readReason = (
  typed: string,
  names: readonly string[],
): Result<string, ReasonProblem> => {
  const reason = typed.replaceAll(/\s+/g, ' ').trim()
  if (!fits(reason, reasonLength)) return fail({ kind: 'allocation.reason_length' })
  if (unseen.test(reason)) return fail({ kind: 'allocation.reason_characters' })
  const passage = { speaker: null, start: null, end: null, text: reason }
  const words = findNames([passage], wordsOfNames(names)).map(({ written }) => written)
  return words.length > 0 ? fail({ kind: 'allocation.reason_names_somebody', words }) : ok(reason)
}
