/** What is entered about one single question. */
import * as z from 'zod'
import { fail, type Result } from '../../lib/result.ts'
import { type ChangeProblem, unfit } from '../changing/change-problems.ts'
import { cleaned } from '../editing/entered.ts'
import type { Item, Protocol } from '../model.ts'
import { askAt, placesOf } from './asks.ts'
import {
  asChange,
  type Checks,
  chosen,
  errorsIn,
  field,
  keyOfPlace,
  linesFault,
  linesOf,
  longestName,
  placesIn,
  textFault,
  textOf,
} from './entered.ts'
import { addItem, changeItem, type ItemFields } from './items.ts'

export const itemForm = z.object({
  kind: z.enum(['single_choice', 'number', 'free_text']).default('single_choice'),
  label: field,
  question: field,
  options: field,
  unit: field,
  min: field,
  max: field,
  required: field,
  preferNotToSay: field,
  places: chosen,
})
export type ItemForm = z.infer<typeof itemForm>

export const emptyItemForm: ItemForm = {
  kind: 'single_choice',
  label: '',
  question: '',
  options: '',
  unit: '',
  min: '',
  max: '',
  required: '',
  preferNotToSay: '',
  places: [],
}

const partOf = (item: Item): Partial<ItemForm> => {
  switch (item.kind) {
    case 'single_choice':
      return { options: textOf(item.options.map(({ label }) => label)) }
    case 'number':
      return { unit: item.unit, min: String(item.min), max: String(item.max) }
    case 'free_text':
      return {}
  }
}

export const itemFormOf = (protocol: Protocol, item: Item): ItemForm => ({
  ...emptyItemForm,
  ...partOf(item),
  kind: item.kind,
  label: item.label,
  question: item.question,
  required: item.required ? 'yes' : '',
  preferNotToSay: item.preferNotToSay === true ? 'yes' : '',
  places: placesOf(protocol, item.id).map(keyOfPlace),
})

const numberIn = (text: string): number | null =>
  /^-?\d{1,6}(?:\.\d{1,3})?$/.test(text.trim()) ? Number(text) : null

const rangeFault = ({ min, max }: ItemForm): string | null => {
  const [least, greatest] = [numberIn(min), numberIn(max)]
  if (greatest === null) return 'Enter the greatest number that makes sense'
  return least !== null && greatest <= least ? 'Enter a number greater than the least' : null
}

const checksOfKind = (form: ItemForm): Checks => {
  switch (form.kind) {
    case 'single_choice':
      return [['options', linesFault(form.options, { what: 'options', least: 2, most: 20 })]]
    case 'number':
      return [
        ['unit', textFault(form.unit, 'what is counted, such as minutes', longestName)],
        ['min', numberIn(form.min) === null ? 'Enter the least number that makes sense' : null],
        ['max', rangeFault(form)],
      ]
    case 'free_text':
      return []
  }
}

const faultsIn = (protocol: Protocol, form: ItemForm) =>
  errorsIn([
    ['label', textFault(form.label, 'a name', longestName)],
    ['question', textFault(form.question, 'the question')],
    ...checksOfKind(form),
    [
      'places',
      placesIn(protocol, form.places).length === 0 ? 'Choose where the question is asked' : null,
    ],
  ])

/** A question is for those groups of whom it is asked. */
const fieldsIn = (protocol: Protocol, form: ItemForm): ItemFields => {
  const asked = {
    label: cleaned(form.label),
    question: cleaned(form.question),
    roles: [...new Set(placesIn(protocol, form.places).map(({ role }) => role))],
    isRequired: form.required === 'yes',
    offersNotToSay: form.preferNotToSay === 'yes',
  }
  switch (form.kind) {
    case 'free_text':
      return { ...asked, kind: 'free_text' }
    case 'single_choice':
      return { ...asked, kind: 'single_choice', options: linesOf(form.options) }
    case 'number':
      return {
        ...asked,
        kind: 'number',
        unit: cleaned(form.unit),
        min: Number(form.min),
        max: Number(form.max),
      }
  }
}

type Changed = Result<Protocol, ChangeProblem>

export const withItem = (protocol: Protocol, id: string, form: ItemForm): Changed => {
  const errors = faultsIn(protocol, form)
  if (errors !== null) return fail(unfit(errors))
  const changed = changeItem(protocol, id, fieldsIn(protocol, form))
  if (!changed.ok) return asChange(changed)
  return asChange(askAt(changed.value, id, placesIn(protocol, form.places)))
}

export const withNewItem = (protocol: Protocol, form: ItemForm): Changed => {
  const errors = faultsIn(protocol, form)
  if (errors !== null) return fail(unfit(errors))
  const added = addItem(protocol, fieldsIn(protocol, form))
  if (!added.ok) return asChange(added)
  const { protocol: next, id } = added.value
  return asChange(askAt(next, id, placesIn(next, form.places)))
}
