/** From a form as it was sent to the changes in it. */
import type { Draft } from '../draft-store.ts'
import type { Change } from './merge-drafts.ts'
import { beforeField, fieldsOf, type Question } from './questions.ts'
import { cleanText } from './read-response.ts'

export type SentForm = Readonly<Record<string, unknown>>

/** All values that were sent under a name; a file is none. */
const valuesOf = (form: SentForm, name: string): readonly string[] => {
  const value: unknown = Object.hasOwn(form, name) ? form[name] : []
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((each) => typeof each === 'string').map(cleanText)
}

/** A form holds all of its questions: what is not sent (no box ticked) is empty. */
export const changesIn = (questions: readonly Question[], form: SentForm): readonly Change[] =>
  fieldsOf(questions).map((field) => ({
    field,
    from: valuesOf(form, beforeField({ field })),
    to: valuesOf(form, field).at(-1) ?? '',
  }))

/** What was typed, as a draft: to show it again where nothing could be saved. */
export const typedIn = (questions: readonly Question[], form: SentForm): Draft =>
  Object.fromEntries(changesIn(questions, form).map(({ field, to }) => [field, to]))
