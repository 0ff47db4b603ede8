/** What the script of the board sends. */
import * as z from 'zod'
import { mostNotes } from './model.ts'
import { placePattern } from './places.ts'

const state = z.object({
  menteeId: z.uuid(),
  domain: z.string().max(100),
  place: z.string().max(1000).regex(placePattern),
  // Half a sign is kept as no sign: what is stored and what is shown are then the same.
  text: z.string().transform((text) => text.toWellFormed()),
})

const change = z.object({
  changeId: z.uuid(),
  changes: z
    .array(
      z.object({
        noteId: z.uuid(),
        from: state.nullable(),
        to: state.nullable(),
        ballotsFrom: z.array(z.uuid()).max(mostNotes).optional(),
      }),
    )
    .min(1),
})

const changes = z
  .array(change)
  .min(1)
  .refine((all) => all.flatMap((one) => one.changes).length <= mostNotes, 'too many notes')

const changesText = z
  .string()
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text)
      return value
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  })
  .pipe(changes)

export const changesForm = z.object({ idempotencyKey: z.uuid(), changes: changesText })
