/** The numbered options of a measure. A measure has its own; a then-test shares those of its measure. */
import type { Measure, Protocol, Scale } from '../model.ts'
import { scaleOf } from '../rules.ts'
import { idsOf, newId } from './new-id.ts'

/** From the lowest to the highest. As many as before keep their numbers; otherwise they are numbered from 1. */
const anchorsOf = (labels: readonly string[], before: Scale['anchors']): Scale['anchors'] =>
  labels.map((label, place) => {
    const same = labels.length === before.length ? before[place]?.value : undefined
    return { value: same ?? place + 1, label }
  })

/** A scale for a measure that is still to be added, and the protocol with it. */
export const withNewScale = (
  protocol: Protocol,
  name: string,
  labels: readonly string[],
): { readonly protocol: Protocol; readonly scale: string } => {
  const scale = newId(name, idsOf(protocol.scales))
  const scales = [...protocol.scales, { id: scale, anchors: anchorsOf(labels, []) }]
  return { protocol: { ...protocol, scales }, scale }
}

const belongsTo = (measure: Measure) => (each: Measure) =>
  each.id === measure.id || each.retrospectiveOf === measure.id

/** Other labels for one measure and its then-test; measures that had the same scale keep theirs. */
export const withAnchors = (
  protocol: Protocol,
  measure: Measure,
  labels: readonly string[],
): Protocol => {
  const { anchors } = scaleOf(protocol, measure)
  if (labels.join('\n') === anchors.map(({ label }) => label).join('\n')) return protocol
  const isOwn = belongsTo(measure)
  const isShared = protocol.measures.some((each) => each.scale === measure.scale && !isOwn(each))
  const id = isShared ? newId(measure.id, idsOf(protocol.scales)) : measure.scale
  const next = { id, anchors: anchorsOf(labels, anchors) }
  const scales = isShared
    ? [...protocol.scales, next]
    : protocol.scales.map((scale) => (scale.id === id ? next : scale))
  const measures = protocol.measures.map((each) => (isOwn(each) ? { ...each, scale: id } : each))
  return { ...protocol, scales, measures }
}

/** Without the scales that no measure has any more. */
export const withoutUnusedScales = (protocol: Protocol): Protocol => {
  const used = new Set(protocol.measures.map(({ scale }) => scale))
  return { ...protocol, scales: protocol.scales.filter(({ id }) => used.has(id)) }
}
