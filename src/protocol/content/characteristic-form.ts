/** What is entered about one characteristic, and on the list of them. */
import * as z from 'zod'
import { fail, type Result } from '../../lib/result.ts'
import { type ChangeProblem, unfit } from '../changing/change-problems.ts'
import { cleaned } from '../editing/entered.ts'
import type { Characteristic, Protocol } from '../model.ts'
import {
  addCharacteristic,
  type CharacteristicFields,
  changeCharacteristic,
  removeCharacteristic,
} from './characteristics.ts'
import {
  asChange,
  chosen,
  errorsIn,
  field,
  linesFault,
  linesOf,
  longestName,
  rolesIn,
  textFault,
  textOf,
} from './entered.ts'

const fields = {
  kind: z.enum(['choice', 'number']).default('choice'),
  label: field,
  roles: chosen,
  options: field,
  unit: field,
}
export const characteristicForm = z.object(fields)
export type CharacteristicForm = z.infer<typeof characteristicForm>

export const characteristicsForm = z.object({
  ...fields,
  act: z.enum(['add', 'remove']),
  id: field,
})
export type CharacteristicsForm = z.infer<typeof characteristicsForm>

export const emptyCharacteristicsForm: CharacteristicsForm = {
  act: 'add',
  id: '',
  kind: 'choice',
  label: '',
  roles: [],
  options: '',
  unit: '',
}

export const characteristicFormOf = (characteristic: Characteristic): CharacteristicForm => ({
  kind: characteristic.kind,
  label: characteristic.label,
  roles: [...characteristic.roles],
  options:
    characteristic.kind === 'choice'
      ? textOf(characteristic.options.map(({ label }) => label))
      : '',
  unit: characteristic.kind === 'number' ? characteristic.unit : '',
})

const faultsIn = ({ kind, label, roles, options, unit }: CharacteristicForm) =>
  errorsIn([
    ['label', textFault(label, 'a name', longestName)],
    ['roles', rolesIn(roles).length === 0 ? 'Choose who states it' : null],
    kind === 'choice'
      ? ['options', linesFault(options, { what: 'options', least: 2, most: 20 })]
      : ['unit', textFault(unit, 'what is counted, such as years', longestName)],
  ])

const fieldsIn = ({
  kind,
  label,
  roles,
  options,
  unit,
}: CharacteristicForm): CharacteristicFields =>
  kind === 'number'
    ? { kind, label: cleaned(label), roles: rolesIn(roles), unit: cleaned(unit) }
    : { kind, label: cleaned(label), roles: rolesIn(roles), options: linesOf(options) }

type Changed = Result<Protocol, ChangeProblem>

export const withCharacteristic = (
  protocol: Protocol,
  id: string,
  form: CharacteristicForm,
): Changed => {
  const errors = faultsIn(form)
  if (errors !== null) return fail(unfit(errors))
  return asChange(changeCharacteristic(protocol, id, fieldsIn(form)))
}

export const withCharacteristics = (protocol: Protocol, form: CharacteristicsForm): Changed => {
  if (form.act === 'remove') return asChange(removeCharacteristic(protocol, form.id))
  const errors = faultsIn(form)
  if (errors !== null) return fail(unfit(errors))
  return asChange(addCharacteristic(protocol, fieldsIn(form)))
}
