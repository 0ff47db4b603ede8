/**
 * The then-test: afterwards, people also say how they would have answered before, with what they know now. Taking part
 * can change what people mean by a point of the scale; before, after and then together show whether it did. It is asked
 * last, since being asked it can raise the answers about the present.
 *
 * Source: Howard GS, Dailey PR. Response-shift bias: a source of contamination of self-report measures. Journal of
 * Applied Psychology 1979;64:144–150, doi 10.1037/0021-9010.64.2.144. Order: Nolte S et al. The inclusion of
 * “then-test” questions in post-test questionnaires alters post-test responses. Quality of Life Research
 * 2012;21:487–494, doi 10.1007/s11136-011-9952-1.
 */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type Measure, type Protocol, roleIds } from '../model.ts'
import { findMeasure, questionnairesOf } from '../rules.ts'
import { withoutUnusedScales } from './anchors.ts'
import { askAt, type Place, stopAsking } from './asks.ts'
import { idsOf, newId } from './new-id.ts'
import type { ContentProblem } from './problems.ts'

type Changed = Result<Protocol, ContentProblem>

export const thenTestOf = (protocol: Protocol, id: string): Measure | undefined =>
  protocol.measures.find(({ retrospectiveOf }) => retrospectiveOf === id)

/** For each group, the last stage before the follow-ups at which the measure is asked. */
const placesAfter = (protocol: Protocol, id: string): readonly Place[] =>
  roleIds.flatMap((role) => {
    const last = questionnairesOf(protocol).findLast(
      (step) =>
        step.followUpMonths === undefined && step.asks[role]?.measures.includes(id) === true,
    )
    return last === undefined ? [] : [{ step: last.id, role }]
  })

const retrospective = (measure: Measure, id: string): Measure => ({
  ...measure,
  id,
  label: `${measure.label}, thinking back`,
  question: `Thinking back to before reverse mentoring began: knowing what you know now, how would you have answered “${measure.question}”`,
  retrospectiveOf: measure.id,
})

export const addThenTest = (protocol: Protocol, of: string): Changed => {
  const measure = findMeasure(protocol, of)
  if (measure === undefined) return fail({ kind: 'content.unknown', id: of })
  const { label } = measure
  const isRetrospective = measure.retrospectiveOf !== undefined
  if (isRetrospective || thenTestOf(protocol, of) !== undefined)
    return fail({ kind: 'then_test.not_possible', label })
  const places = placesAfter(protocol, of)
  if (places.length === 0) return fail({ kind: 'then_test.asked_nowhere', label })
  const id = newId(`${of}_then`, [...idsOf(protocol.measures), ...idsOf(protocol.items)])
  const measures = [...protocol.measures, retrospective(measure, id)]
  return askAt({ ...protocol, measures }, id, places)
}

export const removeThenTest = (protocol: Protocol, of: string): Changed => {
  const thenTest = thenTestOf(protocol, of)
  if (thenTest === undefined) return fail({ kind: 'content.unknown', id: of })
  const measures = protocol.measures.filter(({ id }) => id !== thenTest.id)
  return ok(withoutUnusedScales({ ...stopAsking(protocol, thenTest.id), measures }))
}
