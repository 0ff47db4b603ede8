/** Which stage asks what of whom, and in which order. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type Protocol, type QuestionnaireStep, type RoleId, roleIds } from '../model.ts'
import { findItem, findMeasure, questionnairesOf } from '../rules.ts'
import { withMendedComparisons } from './comparisons.ts'
import { type Direction, moved } from './order.ts'
import type { ContentProblem } from './problems.ts'

/** One group's part of one questionnaire. */
export type Place = { readonly step: string; readonly role: RoleId }
type Asked = { readonly measures: string[]; readonly items: string[] }
type Changed = Result<Protocol, ContentProblem>

const nothing: Asked = { measures: [], items: [] }

const isSame = (one: Place, other: Place): boolean =>
  one.step === other.step && one.role === other.role

/** Every place where something could be asked: each questionnaire, each group. */
export const allPlaces = (protocol: Protocol): readonly Place[] =>
  questionnairesOf(protocol).flatMap(({ id }) => roleIds.map((role) => ({ step: id, role })))

const isAskedOf = (step: QuestionnaireStep, role: RoleId, id: string): boolean => {
  const { measures, items } = step.asks[role] ?? nothing
  return measures.includes(id) || items.includes(id)
}

/** Where a measure or an item is asked. */
export const placesOf = (protocol: Protocol, id: string): readonly Place[] =>
  questionnairesOf(protocol).flatMap((step) =>
    roleIds.filter((role) => isAskedOf(step, role, id)).map((role) => ({ step: step.id, role })),
  )

/** A group that is asked nothing has no part, unless it says here whom it is willing to mentor or nobody else is asked. */
const withoutEmptyParts = (step: QuestionnaireStep): QuestionnaireStep => {
  const isEmpty = (role: RoleId) => {
    const asked = step.asks[role]
    return asked !== undefined && asked.measures.length + asked.items.length === 0
  }
  const parts = roleIds.filter((role) => step.asks[role] !== undefined)
  const full = parts.filter((role) => !isEmpty(role) || (role === 'mentor' && step.willingness))
  const kept = full.length === 0 ? parts.slice(0, 1) : full
  const asks = Object.fromEntries(kept.map((role) => [role, step.asks[role]]))
  return { ...step, asks }
}

/** The same protocol with another part for one group of one questionnaire. */
const withPart = (protocol: Protocol, place: Place, change: (asked: Asked) => Asked): Protocol => {
  const steps = protocol.steps.map((step) => {
    if (step.kind !== 'questionnaire' || step.id !== place.step) return step
    const part = change(step.asks[place.role] ?? nothing)
    return withoutEmptyParts({ ...step, asks: { ...step.asks, [place.role]: part } })
  })
  return { ...protocol, steps }
}

const without = (list: readonly string[], id: string): string[] =>
  list.filter((entry) => entry !== id)

const stopped =
  (id: string) =>
  ({ measures, items }: Asked): Asked => ({
    measures: without(measures, id),
    items: without(items, id),
  })

const started =
  (id: string, among: keyof Asked) =>
  (asked: Asked): Asked =>
    asked[among].includes(id) ? asked : { ...asked, [among]: [...asked[among], id] }

/** Asked last of what is asked there, where it was not asked before; and no longer anywhere else. */
export const askAt = (protocol: Protocol, id: string, places: readonly Place[]): Changed => {
  const item = findItem(protocol, id)
  if (item === undefined && findMeasure(protocol, id) === undefined)
    return fail({ kind: 'content.unknown', id })
  const refused = places.find(({ role }) => item !== undefined && !item.roles.includes(role))
  if (item !== undefined && refused !== undefined)
    return fail({ kind: 'item.not_for_role', label: item.label, role: refused.role })
  const among = item === undefined ? 'measures' : 'items'
  const next = allPlaces(protocol).reduce((current, place) => {
    const isWanted = places.some((wanted) => isSame(wanted, place))
    return withPart(current, place, isWanted ? started(id, among) : stopped(id))
  }, protocol)
  return ok(withMendedComparisons(next))
}

/** No longer asked anywhere: before it is taken away, or when it is not for a group any more. */
export const stopAsking = (
  protocol: Protocol,
  id: string,
  isOver: (place: Place) => boolean = () => true,
): Protocol =>
  placesOf(protocol, id)
    .filter(isOver)
    .reduce((current, place) => withPart(current, place, stopped(id)), protocol)

/** Asked earlier or later in its part; scales come before single questions. */
export const moveAsked = (
  protocol: Protocol,
  place: Place & { readonly id: string },
  direction: Direction,
): Changed => {
  const { id } = place
  if (!placesOf(protocol, id).some((asked) => isSame(asked, place)))
    return fail({ kind: 'content.unknown', id })
  const shifted = (list: readonly string[]) => moved(list, list.indexOf(id), direction)
  return ok(
    withPart(protocol, place, ({ measures, items }) => ({
      measures: measures.includes(id) ? shifted(measures) : measures,
      items: items.includes(id) ? shifted(items) : items,
    })),
  )
}
