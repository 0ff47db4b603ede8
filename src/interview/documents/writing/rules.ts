/** What becomes of a document when somebody adds, rewords, moves or deletes a point, or takes that back. */
import { fail, ok, type Result } from '../../../lib/result.ts'
import { codePointLength } from '../../../lib/text.ts'
import { placeBetween } from '../../board/places.ts'
import type { DocumentPoint } from '../model.ts'
import { longestPoint, type PointChange } from './model.ts'

/** A document, and what else decides about a change of it. */
export type Draft = {
  readonly points: readonly DocumentPoint[]
  readonly notes: readonly { readonly noteId: string; readonly text: string }[]
  readonly domains: readonly string[]
  readonly chance: () => number
}

export type PointProblem =
  | { readonly kind: 'point.empty' }
  | { readonly kind: 'point.too_long'; readonly length: number }
  | { readonly kind: 'point.unknown_domain' }
  /** Somebody else reworded it while this page was open. */
  | { readonly kind: 'point.changed_meanwhile' }
  | { readonly kind: 'point.deleted_meanwhile' }

/** Null: it is so already. */
type Decided = Result<PointChange | null, PointProblem>

export const tidied = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()

const byPlace = (a: DocumentPoint, b: DocumentPoint): number =>
  a.place < b.place || (a.place === b.place && a.pointId < b.pointId) ? -1 : 1

const pointsIn = ({ points }: Draft, domain: string): readonly DocumentPoint[] =>
  points.filter((point) => point.domain === domain).toSorted(byPlace)

const placeAtEnd = (draft: Draft, domain: string): string =>
  placeBetween(pointsIn(draft, domain).at(-1)?.place ?? null, null, draft.chance)

const checkedText = (text: string): Result<string, PointProblem> => {
  const clean = tidied(text)
  if (clean === '') return fail({ kind: 'point.empty' })
  const length = codePointLength(clean)
  return length > longestPoint ? fail({ kind: 'point.too_long', length }) : ok(clean)
}

const knownNotes = ({ notes }: Draft, wanted: readonly string[]): readonly string[] =>
  notes.map(({ noteId }) => noteId).filter((noteId) => wanted.includes(noteId))

export type Adding = {
  /** The same for a form that is sent twice. */
  readonly pointId: string
  /** For a form that somebody goes back to and sends with other words. */
  readonly otherId: string
  readonly domain: string
  /** Empty: it begins with the words of its notes. */
  readonly text: string
  readonly noteIds: readonly string[]
}

export const add = (draft: Draft, { domain, ...adding }: Adding): Decided => {
  if (!draft.domains.includes(domain)) return fail({ kind: 'point.unknown_domain' })
  const noteIds = knownNotes(draft, adding.noteIds)
  const ofNotes = draft.notes.filter(({ noteId }) => noteIds.includes(noteId))
  const typed = tidied(adding.text)
  const text = checkedText(typed === '' ? ofNotes.map((note) => note.text).join(' ') : typed)
  if (!text.ok) return text
  const sent = draft.points.find((point) => point.pointId === adding.pointId)
  if (sent?.text === text.value) return ok(null)
  const pointId = sent === undefined ? adding.pointId : adding.otherId
  const place = placeAtEnd(draft, domain)
  return ok({ from: null, to: { pointId, domain, place, text: text.value, noteIds } })
}

export type Rewording = {
  /** As the page showed it. */
  readonly known: DocumentPoint
  readonly domain: string
  readonly text: string
  readonly noteIds: readonly string[]
}

const stateOf = (draft: Draft, { pointId }: DocumentPoint): DocumentPoint | null =>
  draft.points.find((point) => point.pointId === pointId) ?? null

export const reword = (draft: Draft, { known, ...wanted }: Rewording): Decided => {
  const stored = stateOf(draft, known)
  const text = checkedText(wanted.text)
  if (!text.ok) return text
  if (!draft.domains.includes(wanted.domain)) return fail({ kind: 'point.unknown_domain' })
  if (stored === null) return fail({ kind: 'point.deleted_meanwhile' })
  const moves = wanted.domain !== known.domain && wanted.domain !== stored.domain
  const place = moves ? placeAtEnd(draft, wanted.domain) : known.place
  const to = { ...known, domain: wanted.domain, place, text: text.value, noteIds: wanted.noteIds }
  return merged(draft, { stored, known, to })
}

type Three = {
  readonly stored: DocumentPoint
  readonly known: DocumentPoint
  readonly to: DocumentPoint
}

/** Field by field: what only one of the two changed is as that one left it. Of two texts neither overwrites the other. */
const merged = (draft: Draft, { stored, known, to }: Three): Decided => {
  const text = pick(stored.text, known.text, to.text)
  if (text === null) return fail({ kind: 'point.changed_meanwhile' })
  const { domain, place } = to.domain === known.domain && to.place === known.place ? stored : to
  const gone = known.noteIds.filter((noteId) => !to.noteIds.includes(noteId))
  const linked = [...stored.noteIds, ...to.noteIds.filter((id) => !known.noteIds.includes(id))]
  const noteIds = knownNotes(
    draft,
    linked.filter((noteId) => !gone.includes(noteId)),
  )
  const next = { ...stored, domain, place, text, noteIds }
  return ok(isSame(stored, next) ? null : { from: stored, to: next })
}

/** Null: both changed it, and not to the same. */
const pick = (stored: string, known: string, to: string): string | null => {
  if (to === known || to === stored) return stored
  return stored === known ? to : null
}

const isSame = (a: DocumentPoint, b: DocumentPoint): boolean =>
  a.text === b.text &&
  a.domain === b.domain &&
  a.place === b.place &&
  a.noteIds.toSorted().join() === b.noteIds.toSorted().join()

export type Moving = { readonly known: DocumentPoint; readonly direction: 'up' | 'down' }

/** A form that is sent twice moves once: the second time the point no longer stands where the page knew it. */
export const move = (draft: Draft, { known, direction }: Moving): Decided => {
  const stored = stateOf(draft, known)
  if (stored === null) return fail({ kind: 'point.deleted_meanwhile' })
  if (stored.place !== known.place || stored.domain !== known.domain) return ok(null)
  const points = pointsIn(draft, stored.domain)
  const at = points.findIndex(({ pointId }) => pointId === stored.pointId)
  const [above, below] = direction === 'up' ? [at - 2, at - 1] : [at + 1, at + 2]
  if (below < 0 || above >= points.length) return ok(null)
  const placeAt = (index: number) => (index < 0 ? null : (points[index]?.place ?? null))
  const place = placeBetween(placeAt(above), placeAt(below), draft.chance)
  return ok({ from: stored, to: { ...stored, place } })
}

/** What somebody else reworded meanwhile stays. */
export const remove = (draft: Draft, known: DocumentPoint): Decided => {
  const stored = stateOf(draft, known)
  if (stored === null) return ok(null)
  if (stored.text !== known.text) return fail({ kind: 'point.changed_meanwhile' })
  return ok({ from: stored, to: null })
}

/** Takes a change back, as far as nobody has changed the same since. */
export const takeBack = (draft: Draft, { from, to }: PointChange): Decided => {
  if (from === null) return remove(draft, to)
  if (to !== null) {
    const stored = stateOf(draft, to)
    if (stored === null) return fail({ kind: 'point.deleted_meanwhile' })
    return merged(draft, { stored, known: to, to: from })
  }
  if (stateOf(draft, from) !== null) return ok(null)
  return ok({ from: null, to: { ...from, noteIds: knownNotes(draft, from.noteIds) } })
}
