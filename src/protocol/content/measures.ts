/** What is asked on a scale: once for each domain, or once overall. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Measure, Protocol } from '../model.ts'
import { findMeasure } from '../rules.ts'
import { withAnchors, withNewScale, withoutUnusedScales } from './anchors.ts'
import { stopAsking } from './asks.ts'
import { withMendedComparisons } from './comparisons.ts'
import { isLabelTaken } from './labels.ts'
import { idsOf, newId } from './new-id.ts'
import type { ContentProblem } from './problems.ts'

export type MeasureFields = {
  readonly label: string
  readonly question: string
  readonly answered: Measure['answered']
  /** From the lowest to the highest, at least two. */
  readonly anchors: readonly string[]
  readonly isRequired: boolean
  readonly offersNotToSay: boolean
}

/** What is said only where it differs from the usual. */
const optionalPart = ({ isRequired, offersNotToSay }: MeasureFields) => ({
  ...(isRequired ? {} : { required: false }),
  ...(offersNotToSay ? { preferNotToSay: true } : {}),
})

/** With the id that it got. It is asked nowhere yet. */
export const addMeasure = (
  before: Protocol,
  fields: MeasureFields,
): Result<{ readonly protocol: Protocol; readonly id: string }, ContentProblem> => {
  const { label, question, answered } = fields
  if (isLabelTaken(before.measures, label)) return fail({ kind: 'label.taken', label })
  const id = newId(label, [...idsOf(before.measures), ...idsOf(before.items)])
  const { protocol, scale } = withNewScale(before, id, fields.anchors)
  const measure = { id, label, question, scale, answered, ...optionalPart(fields) }
  return ok({ protocol: { ...protocol, measures: [...protocol.measures, measure] }, id })
}

const changed = (measure: Measure, fields: MeasureFields): Measure => {
  const { id, scale, answered, retrospectiveOf } = measure
  const { label, question } = fields
  const isThenTest = retrospectiveOf !== undefined
  return {
    id,
    label,
    question,
    scale,
    answered: isThenTest ? answered : fields.answered,
    ...optionalPart(fields),
    ...(isThenTest ? { retrospectiveOf } : {}),
  }
}

/** The id stays. Its then-test follows in scale and domains; a then-test itself has its measure's. */
export const changeMeasure = (
  protocol: Protocol,
  id: string,
  fields: MeasureFields,
): Result<Protocol, ContentProblem> => {
  const measure = findMeasure(protocol, id)
  if (measure === undefined) return fail({ kind: 'content.unknown', id })
  const { label, answered } = fields
  const others = protocol.measures.filter((each) => each.id !== id)
  if (isLabelTaken(others, label)) return fail({ kind: 'label.taken', label })
  const measures = protocol.measures.map((each) => {
    if (each.id === id) return changed(each, fields)
    return each.retrospectiveOf === id ? { ...each, answered } : each
  })
  const next = { ...protocol, measures }
  return ok(
    measure.retrospectiveOf === undefined ? withAnchors(next, measure, fields.anchors) : next,
  )
}

/** With its then-test, its scale and the comparisons that were planned with it. */
export const removeMeasure = (protocol: Protocol, id: string): Result<Protocol, ContentProblem> => {
  if (findMeasure(protocol, id) === undefined) return fail({ kind: 'content.unknown', id })
  const isGone = (measure: Measure) => measure.id === id || measure.retrospectiveOf === id
  const measures = protocol.measures.filter((measure) => !isGone(measure))
  if (measures.length === 0) return fail({ kind: 'measure.only_one' })
  const gone = protocol.measures.filter(isGone)
  const unasked = gone.reduce((current, measure) => stopAsking(current, measure.id), protocol)
  return ok(withMendedComparisons(withoutUnusedScales({ ...unasked, measures })))
}
