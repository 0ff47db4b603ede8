/** What a mentee will change, a sentence each. It is kept in their reflection pack; shared is what has a copy outside it. */
import * as z from 'zod'

const changesSchema = z.array(z.strictObject({ changeId: z.uuid(), text: z.string() }))

export type Change = { readonly changeId: string; readonly text: string }

export const mostChanges = 10
export const longestChange = 300

/** What was written by `writeChanges`; null: nothing was. Anything else is a defect. */
export const readChanges = (written: string | null): readonly Change[] =>
  written === null ? [] : changesSchema.parse(JSON.parse(written))

export const writeChanges = (changes: readonly Change[]): string =>
  JSON.stringify(changes.map(({ changeId, text }) => ({ changeId, text })))
