/** A reflection from its form. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { codePointLength } from '../../lib/text.ts'
import { practiceDomains } from './good-medical-practice.ts'
import type { Reflection } from './model.ts'

export type ReflectionField = Exclude<keyof Reflection, 'tags'>

type Words = { readonly label: string; readonly hint: string; readonly longest: number }

/** In the order in which they are asked. */
export const reflectionFields: Readonly<Record<ReflectionField, Words>> = {
  happened: {
    label: 'What happened?',
    hint: 'What the group told you, in a few sentences. Leave out what was said in the session: it stays between the two of you.',
    longest: 5000,
  },
  matters: {
    label: 'What matters about it?',
    hint: 'What you learned, what surprised you, what it means for patients, for those you work with and for you.',
    longest: 5000,
  },
  next: {
    label: 'What next?',
    hint: 'What you will keep, do differently or look into.',
    longest: 5000,
  },
  action: {
    label: 'What will you do?',
    hint: 'One action for your development plan.',
    longest: 1000,
  },
  byWhen: { label: 'By when?', hint: 'For example, by the end of March.', longest: 100 },
  howKnown: {
    label: 'How will you know that it has worked?',
    hint: 'What somebody could see or count.',
    longest: 1000,
  },
}

export const reflectionFieldNames: readonly ReflectionField[] = [
  ...(['happened', 'matters', 'next'] as const),
  ...(['action', 'byWhen', 'howKnown'] as const),
]

export const noReflection: Reflection = {
  ...{ happened: '', matters: '', next: '', action: '', byWhen: '', howKnown: '' },
  tags: [],
}

export type ReflectionProblem =
  | { readonly kind: 'reflection.empty' }
  | { readonly kind: 'reflection.too_long'; readonly field: ReflectionField }

export const decideReflection = (typed: Reflection): Result<Reflection, ReflectionProblem> => {
  const texts = reflectionFieldNames.map((field) => ({ field, text: typed[field] }))
  const long = texts.find(
    ({ field, text }) => codePointLength(text) > reflectionFields[field].longest,
  )
  if (long !== undefined) return fail({ kind: 'reflection.too_long', field: long.field })
  if (texts.every(({ text }) => text === '')) return fail({ kind: 'reflection.empty' })
  const known = practiceDomains.map(({ id }): string => id)
  return ok({ ...typed, tags: known.filter((id) => typed.tags.includes(id)) })
}
