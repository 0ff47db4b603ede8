/** Single questions: a choice, a number or free text. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Item, Protocol, RoleId } from '../model.ts'
import { findItem } from '../rules.ts'
import { stopAsking } from './asks.ts'
import { isLabelTaken } from './labels.ts'
import { idsOf, newId } from './new-id.ts'
import { optionsOf } from './options.ts'
import type { ContentProblem } from './problems.ts'

export type ItemFields = {
  readonly label: string
  readonly question: string
  /** At least one. */
  readonly roles: readonly RoleId[]
  readonly isRequired: boolean
  readonly offersNotToSay: boolean
} & (
  | { readonly kind: 'single_choice'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly unit: string; readonly min: number; readonly max: number }
  | { readonly kind: 'free_text' }
)

type Changed = Result<Protocol, ContentProblem>

const itemOf = (id: string, fields: ItemFields, before?: Item): Item => {
  const { label, question, roles } = fields
  const notToSay = fields.offersNotToSay ? { preferNotToSay: true } : {}
  const asked = { id, label, question, roles: [...roles], required: fields.isRequired, ...notToSay }
  switch (fields.kind) {
    case 'free_text':
      return { ...asked, kind: 'free_text' }
    case 'number': {
      const { unit, min, max } = fields
      return { ...asked, kind: 'number', unit, min, max }
    }
    case 'single_choice': {
      const known = before?.kind === 'single_choice' ? before.options : []
      return { ...asked, kind: 'single_choice', options: optionsOf(fields.options, known) }
    }
  }
}

/** With the id that it got. It is asked nowhere yet. */
export const addItem = (
  protocol: Protocol,
  fields: ItemFields,
): Result<{ readonly protocol: Protocol; readonly id: string }, ContentProblem> => {
  const { label } = fields
  if (isLabelTaken(protocol.items, label)) return fail({ kind: 'label.taken', label })
  const id = newId(label, [...idsOf(protocol.measures), ...idsOf(protocol.items)])
  return ok({ protocol: { ...protocol, items: [...protocol.items, itemOf(id, fields)] }, id })
}

/** The id stays. A group that it is no longer for is no longer asked it. */
export const changeItem = (protocol: Protocol, id: string, fields: ItemFields): Changed => {
  const item = findItem(protocol, id)
  if (item === undefined) return fail({ kind: 'content.unknown', id })
  const others = protocol.items.filter((each) => each.id !== id)
  if (isLabelTaken(others, fields.label)) return fail({ kind: 'label.taken', label: fields.label })
  const next = itemOf(id, fields, item)
  const items = protocol.items.map((each) => (each.id === id ? next : each))
  return ok(stopAsking({ ...protocol, items }, id, ({ role }) => !next.roles.includes(role)))
}

export const removeItem = (protocol: Protocol, id: string): Changed => {
  if (findItem(protocol, id) === undefined) return fail({ kind: 'content.unknown', id })
  const items = protocol.items.filter((item) => item.id !== id)
  return ok({ ...stopAsking(protocol, id), items })
}
