/** A document as its editor shows it. */
import type { Domain } from '../../../protocol/model.ts'
import type { Note } from '../../model.ts'
import type { DocumentPoint } from '../model.ts'
import type { Draft } from './load-documents.ts'
import type { PointChange } from './model.ts'
import type { Warning } from './warnings/warning.ts'
import { warningsOf } from './warnings/warnings-of.ts'

export type NoteView = Pick<Note, 'noteId' | 'text' | 'domain'> & {
  /** How many have seen what it says; null: no ballots, or not counted yet. */
  readonly seenBy: number | null
  readonly isUsed: boolean
}

export type PointView = {
  readonly point: DocumentPoint
  readonly warnings: readonly Warning[]
  /** Those of its domain, and those that it comes from. */
  readonly notes: readonly NoteView[]
}

export type DomainView = {
  readonly id: string
  readonly label: string
  readonly notes: readonly NoteView[]
  readonly points: readonly PointView[]
}

/** What was typed into a form that comes back with an error. */
export type Typed = {
  /** The point that was to change; null: a new one. */
  readonly pointId: string | null
  readonly domain: string
  readonly text: string
  readonly noteIds: readonly string[]
  readonly error: string
}

/** The latest change, while it can be taken back. */
export type Saved = { readonly change: PointChange; readonly sealed: string }

export type EditorView = {
  readonly draft: Draft
  readonly domains: readonly DomainView[]
  readonly warnings: number
  readonly typed: Typed | null
  readonly saved: Saved | null
  readonly newKey: () => string
}

const notesOf = ({ notes, points, around }: Draft): readonly NoteView[] => {
  const used = new Set(points.flatMap(({ noteIds }) => noteIds))
  return notes.map(({ noteId, text, domain }) => ({
    noteId,
    text,
    domain,
    seenBy: around.supporters === null ? null : (around.supporters.get(noteId) ?? 0),
    isUsed: used.has(noteId),
  }))
}

export const domainsOf = (draft: Draft): readonly DomainView[] => {
  const notes = notesOf(draft)
  const viewOf = (point: DocumentPoint): PointView => ({
    point,
    warnings: warningsOf(point, draft.around),
    notes: notes.filter(
      ({ noteId, domain }) => domain === point.domain || point.noteIds.includes(noteId),
    ),
  })
  return draft.programme.protocol.domains.map(({ id, label }: Domain) => ({
    id,
    label,
    notes: notes.filter(({ domain }) => domain === id),
    points: draft.points.filter(({ domain }) => domain === id).map(viewOf),
  }))
}

/** It can be taken back as long as what it led to is still so. */
export const isStillSo = (
  { points }: Pick<Draft, 'points'>,
  { from, to }: PointChange,
): boolean => {
  const now = points.find(({ pointId }) => pointId === (to ?? from)?.pointId)
  if (to === null || now === undefined) return to === null && now === undefined
  return now.text === to.text && now.domain === to.domain && now.place === to.place
}
