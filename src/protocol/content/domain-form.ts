/** What is entered about one domain, and on the list of them. */
import * as z from 'zod'
import { fail, type Result } from '../../lib/result.ts'
import { type ChangeProblem, unfit } from '../changing/change-problems.ts'
import { cleaned } from '../editing/entered.ts'
import type { Domain, Protocol } from '../model.ts'
import { addDomain, changeDomain, moveDomain, removeDomain } from './domains.ts'
import {
  asChange,
  errorsIn,
  field,
  linesFault,
  linesOf,
  longestName,
  textFault,
  textOf,
} from './entered.ts'

const fields = { label: field, open: field, clarifying: field }
export const domainForm = z.object(fields)
export type DomainForm = z.infer<typeof domainForm>

export const domainsForm = z.object({
  ...fields,
  act: z.enum(['add', 'up', 'down', 'remove']),
  id: field,
})
export type DomainsForm = z.infer<typeof domainsForm>

export const emptyDomainsForm: DomainsForm = {
  act: 'add',
  id: '',
  label: '',
  open: '',
  clarifying: '',
}

export const domainFormOf = ({ label, prompts }: Domain): DomainForm => ({
  label,
  open: textOf(prompts.open),
  clarifying: textOf(prompts.clarifying),
})

const most = 20

const faultsIn = ({ label, open, clarifying }: DomainForm) =>
  errorsIn([
    ['label', textFault(label, 'a name', longestName)],
    ['open', linesFault(open, { what: 'open questions', least: 1, most })],
    ['clarifying', linesFault(clarifying, { what: 'questions', least: 0, most })],
  ])

type Changed = Result<Protocol, ChangeProblem>

const withFields = (
  form: DomainForm,
  save: (entered: Parameters<typeof addDomain>[1]) => ReturnType<typeof addDomain>,
): Changed => {
  const errors = faultsIn(form)
  if (errors !== null) return fail(unfit(errors))
  const { label, open, clarifying } = form
  return asChange(
    save({ label: cleaned(label), open: linesOf(open), clarifying: linesOf(clarifying) }),
  )
}

export const withDomain = (protocol: Protocol, id: string, form: DomainForm): Changed =>
  withFields(form, (entered) => changeDomain(protocol, id, entered))

export const withDomains = (protocol: Protocol, form: DomainsForm): Changed => {
  switch (form.act) {
    case 'add':
      return withFields(form, (entered) => addDomain(protocol, entered))
    case 'remove':
      return asChange(removeDomain(protocol, form.id))
    case 'up':
    case 'down':
      return asChange(moveDomain(protocol, form.id, form.act))
  }
}
