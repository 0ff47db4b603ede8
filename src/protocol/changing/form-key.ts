/** The key under which a form is done once: of the page it was sent from, and of what was entered. */
import { createHash } from 'node:crypto'

/** Sent twice, a form is done once; the same page gone back to and sent with other words is another form. */
export const keyOfForm = (idempotencyKey: string, entered: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([idempotencyKey, entered]))
    .digest('hex')
