/** The rules about feedback documents, as they stand in the form of the rules and in the protocol. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { FieldErrors } from '../changing/change-problems.ts'
import type { Protocol } from '../model.ts'
import { usualSignOffDays } from '../wording/rule-lines.ts'
import { wholeNumber } from './entered.ts'

/** Absent where the protocol has no interview, and so no documents: then the rules stay as they are. */
export const documentFields = {
  signOff: z.enum(['', 'all', 'all_who_answer']).default(''),
  signOffDays: z.string().default(''),
  documentShown: z.enum(['', 'after_session', 'on_release']).default(''),
} as const

const documentForm = z.object(documentFields)
type DocumentForm = z.infer<typeof documentForm>

const nothing: DocumentForm = { signOff: '', signOffDays: '', documentShown: '' }

const hasDocuments = ({ steps }: Protocol): boolean =>
  steps.some(({ kind }) => kind === 'interview')

export const documentRulesOf = (protocol: Protocol): DocumentForm => {
  if (!hasDocuments(protocol)) return nothing
  const { signOff = 'all', signOffDays = usualSignOffDays, documentShown } = protocol.rules
  const shown = documentShown ?? 'after_session'
  return { signOff, signOffDays: String(signOffDays), documentShown: shown }
}

export type Unfit = { readonly kind: 'form.unfit'; readonly errors: FieldErrors }

type DocumentRules = Pick<Protocol['rules'], 'signOff' | 'signOffDays' | 'documentShown'>

const mostDays = 90

/** @returns only what changes: a rule that was left out and stays as usual is left out again */
export const withDocumentRules = (
  protocol: Protocol,
  { signOff, signOffDays, documentShown }: DocumentForm,
): Result<DocumentRules, Unfit> => {
  const before = documentRulesOf(protocol)
  const days = wholeNumber(signOffDays) ?? 0
  const isDaysKept = signOffDays.trim() === before.signOffDays
  if (!isDaysKept && (days < 1 || days > mostDays)) {
    const sentence = `Enter the days to answer as a whole number from 1 to ${mostDays}`
    return fail({ kind: 'form.unfit', errors: { signOffDays: sentence } })
  }
  return ok({
    ...(signOff === '' || signOff === before.signOff ? {} : { signOff }),
    ...(isDaysKept ? {} : { signOffDays: days }),
    ...(documentShown === '' || documentShown === before.documentShown ? {} : { documentShown }),
  })
}
