/** What every field of a form has in common: how it is asked, and what went wrong. */
import type { ReactNode } from 'react'

export type Size = 's' | 'm' | 'l' | 'xl'

export type Question = {
  readonly name: string
  /** Defaults to the name. The error summary points at it. */
  readonly id?: string | undefined
  readonly label: ReactNode
  readonly labelSize?: Size | undefined
  /** Makes the label the heading of the page: for a page that asks one question. */
  readonly isPageHeading?: boolean | undefined
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

const hasHint = ({ hint }: Pick<Question, 'hint'>): boolean => hint !== undefined && hint !== null

export const idOf = ({ id, name }: Pick<Question, 'id' | 'name'>): string => id ?? name

export const hintIdOf = (question: Question): string | undefined =>
  hasHint(question) ? `${idOf(question)}-hint` : undefined

export const errorIdOf = (question: Question): string | undefined =>
  question.error === undefined ? undefined : `${idOf(question)}-error`

/** The ids of hint and error, for `aria-describedby`. */
export const describedBy = (question: Question): string | undefined =>
  [hintIdOf(question), errorIdOf(question)].filter((id) => id !== undefined).join(' ') || undefined
