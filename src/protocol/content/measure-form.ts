/** What is entered about one measure. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ChangeProblem, unfit } from '../changing/change-problems.ts'
import { cleaned } from '../editing/entered.ts'
import type { Measure, Protocol } from '../model.ts'
import { findMeasure, scaleOf } from '../rules.ts'
import { askAt, placesOf } from './asks.ts'
import {
  asChange,
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
import { addMeasure, changeMeasure, type MeasureFields } from './measures.ts'
import type { ContentProblem } from './problems.ts'
import { addThenTest, removeThenTest, thenTestOf } from './then-tests.ts'

export const measureForm = z.object({
  label: field,
  question: field,
  answered: field,
  anchors: field,
  required: field,
  preferNotToSay: field,
  thenTest: field,
  places: chosen,
})
export type MeasureForm = z.infer<typeof measureForm>

export const emptyMeasureForm: MeasureForm = {
  label: '',
  question: '',
  answered: 'per_domain',
  anchors: '',
  required: 'yes',
  preferNotToSay: '',
  thenTest: '',
  places: [],
}

const yes = (isSo: boolean): string => (isSo ? 'yes' : '')

export const measureFormOf = (protocol: Protocol, measure: Measure): MeasureForm => ({
  label: measure.label,
  question: measure.question,
  answered: measure.answered,
  anchors: textOf(scaleOf(protocol, measure).anchors.map(({ label }) => label)),
  required: yes(measure.required !== false),
  preferNotToSay: yes(measure.preferNotToSay === true),
  thenTest: yes(thenTestOf(protocol, measure.id) !== undefined),
  places: placesOf(protocol, measure.id).map(keyOfPlace),
})

const mostAnchors = 10

const faultsIn = (form: MeasureForm, isThenTest: boolean) => {
  const answers = { what: 'answers', least: 2, most: mostAnchors }
  const isChosen = ['per_domain', 'overall'].includes(form.answered)
  return errorsIn([
    ['label', textFault(form.label, 'a name', longestName)],
    ['question', textFault(form.question, 'the question')],
    ['answered', isThenTest || isChosen ? null : 'Choose how it is answered'],
    ['anchors', isThenTest ? null : linesFault(form.anchors, answers)],
  ])
}

const fieldsIn = (form: MeasureForm): MeasureFields => ({
  label: cleaned(form.label),
  question: cleaned(form.question),
  answered: form.answered === 'overall' ? 'overall' : 'per_domain',
  anchors: linesOf(form.anchors),
  isRequired: form.required === 'yes',
  offersNotToSay: form.preferNotToSay === 'yes',
})

type Edited = Result<Protocol, ContentProblem>

const withThenTestAsWanted = (protocol: Protocol, id: string, form: MeasureForm): Edited => {
  const isThere = thenTestOf(protocol, id) !== undefined
  const isWanted = form.thenTest === 'yes'
  if (isThere === isWanted) return ok(protocol)
  return isWanted ? addThenTest(protocol, id) : removeThenTest(protocol, id)
}

const asEntered = (protocol: Protocol, id: string, form: MeasureForm): Edited => {
  const asked = askAt(protocol, id, placesIn(protocol, form.places))
  return asked.ok ? withThenTestAsWanted(asked.value, id, form) : asked
}

type Changed = Result<Protocol, ChangeProblem>

export const withMeasure = (protocol: Protocol, id: string, form: MeasureForm): Changed => {
  const isThenTest = findMeasure(protocol, id)?.retrospectiveOf !== undefined
  const errors = faultsIn(form, isThenTest)
  if (errors !== null) return fail(unfit(errors))
  const changed = changeMeasure(protocol, id, fieldsIn(form))
  if (!changed.ok) return asChange(changed)
  return asChange(asEntered(changed.value, id, form))
}

export const withNewMeasure = (protocol: Protocol, form: MeasureForm): Changed => {
  const errors = faultsIn(form, false)
  if (errors !== null) return fail(unfit(errors))
  const added = addMeasure(protocol, fieldsIn(form))
  if (!added.ok) return asChange(added)
  return asChange(asEntered(added.value.protocol, added.value.id, form))
}
