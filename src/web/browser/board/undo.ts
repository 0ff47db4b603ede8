/** Undo and redo on this screen: changes and their inverse, which are merged like any other. */
import type { NoteChange } from '../../../interview/model.ts'

type Step = {
  readonly changes: readonly NoteChange[]
  /** Typing in one place goes on in the same step; null: a step of its own. */
  readonly burst: string | null
}

export type Undo = { readonly past: readonly Step[]; readonly future: readonly Step[] }

export const emptyUndo: Undo = { past: [], future: [] }

const mostSteps = 200

export const remember = ({ past }: Undo, step: Step): Undo => {
  const last = past.at(-1)
  if (last === undefined || step.burst === null || last.burst !== step.burst)
    return { past: [...past, step].slice(-mostSteps), future: [] }
  return { past: [...past.slice(0, -1), joined(last, step)], future: [] }
}

const joined = (first: Step, second: Step): Step => {
  const later = new Map(second.changes.map((change) => [change.noteId, change]))
  const changes = first.changes.map((change) => ({
    ...change,
    to: later.has(change.noteId) ? (later.get(change.noteId)?.to ?? null) : change.to,
  }))
  const known = new Set(first.changes.map(({ noteId }) => noteId))
  const added = second.changes.filter(({ noteId }) => !known.has(noteId))
  return { changes: [...changes, ...added], burst: second.burst }
}

/** Whatever is typed next is a new step. */
export const endBurst = ({ past, future }: Undo): Undo => ({
  past: past.map((step) => (step.burst === null ? step : { ...step, burst: null })),
  future,
})

export type Taken = { readonly undo: Undo; readonly changes: readonly NoteChange[] }

/** Nothing to undo: no changes. */
export const takeUndo = (undo: Undo): Taken => {
  const { past, future } = endBurst(undo)
  const last = past.at(-1)
  if (last === undefined) return { undo, changes: [] }
  const changes = last.changes.map(({ noteId, from, to }) => ({ noteId, from: to, to: from }))
  return {
    undo: { past: past.slice(0, -1), future: [...future, last] },
    changes: changes.toReversed(),
  }
}

export const takeRedo = ({ past, future }: Undo): Taken => {
  const next = future.at(-1)
  if (next === undefined) return { undo: { past, future }, changes: [] }
  return { undo: { past: [...past, next], future: future.slice(0, -1) }, changes: next.changes }
}
