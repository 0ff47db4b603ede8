/** What people of each group state about themselves, once. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Characteristic, Protocol, RoleId } from '../model.ts'
import { isLabelTaken } from './labels.ts'
import { idsOf, newId } from './new-id.ts'
import { optionsOf } from './options.ts'
import type { ContentProblem } from './problems.ts'

export type CharacteristicFields = {
  readonly label: string
  /** At least one. */
  readonly roles: readonly RoleId[]
} & (
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly unit: string }
)

type Changed = Result<Protocol, ContentProblem>

const characteristicOf = (
  id: string,
  fields: CharacteristicFields,
  before?: Characteristic,
): Characteristic => {
  const { label } = fields
  const roles = [...fields.roles]
  if (fields.kind === 'number') return { id, label, roles, kind: 'number', unit: fields.unit }
  const known = before?.kind === 'choice' ? before.options : []
  return { id, label, roles, kind: 'choice', options: optionsOf(fields.options, known) }
}

export const addCharacteristic = (protocol: Protocol, fields: CharacteristicFields): Changed => {
  const { label } = fields
  const known = protocol.characteristics
  if (isLabelTaken(known, label)) return fail({ kind: 'label.taken', label })
  const added = characteristicOf(newId(label, idsOf(known)), fields)
  return ok({ ...protocol, characteristics: [...known, added] })
}

/** The id stays. */
export const changeCharacteristic = (
  protocol: Protocol,
  id: string,
  fields: CharacteristicFields,
): Changed => {
  const { label } = fields
  const others = protocol.characteristics.filter((each) => each.id !== id)
  if (others.length === protocol.characteristics.length)
    return fail({ kind: 'content.unknown', id })
  if (isLabelTaken(others, label)) return fail({ kind: 'label.taken', label })
  const characteristics = protocol.characteristics.map((each) =>
    each.id === id ? characteristicOf(id, fields, each) : each,
  )
  return ok({ ...protocol, characteristics })
}

export const removeCharacteristic = (protocol: Protocol, id: string): Changed => {
  const characteristics = protocol.characteristics.filter((each) => each.id !== id)
  if (characteristics.length === protocol.characteristics.length)
    return fail({ kind: 'content.unknown', id })
  return ok({ ...protocol, characteristics })
}
