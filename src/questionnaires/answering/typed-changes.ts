/** What the page's script sends while somebody is typing. */
import * as z from 'zod'
import type { Draft } from '../draft-store.ts'
import type { Kept } from './draft-actions.ts'

const change = z.object({
  field: z.string(),
  from: z.array(z.string()).max(10),
  to: z.string(),
})

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
  .pipe(z.array(change).max(500))

export const typingForm = z.object({ idempotencyKey: z.uuid(), changes: changesText })

/** For the script: the texts that are now other than what it sent. */
export const joinedTexts = ({ draft, joined }: Kept): Draft =>
  Object.fromEntries(joined.map((field) => [field, draft[field] ?? '']))
