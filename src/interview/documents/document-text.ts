/** The exact text of a document: the same words are always the same bytes, so that a hash stands for them. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Domain } from '../../protocol/model.ts'
import type { DocumentPoint, DocumentText } from './model.ts'

const schema = z.strictObject({
  domains: z.array(
    z.strictObject({ domain: z.string(), label: z.string(), points: z.array(z.string()) }),
  ),
})

/** Every domain of the protocol stands in it, also one without points. */
export const documentTextOf = (
  domains: readonly Domain[],
  points: readonly DocumentPoint[],
): DocumentText => ({
  domains: domains.map(({ id, label }) => ({
    domain: id,
    label,
    points: points
      .filter(({ domain }) => domain === id)
      .toSorted((a, b) =>
        a.place < b.place || (a.place === b.place && a.pointId < b.pointId) ? -1 : 1,
      )
      .map(({ text }) => text),
  })),
})

export const writeDocumentText = (text: DocumentText): string =>
  JSON.stringify({
    domains: text.domains.map(({ domain, label, points }) => ({ domain, label, points })),
  })

/** What was written by `writeDocumentText`; anything else is a defect. */
export const readDocumentText = (written: string): DocumentText => schema.parse(JSON.parse(written))

export const sha256Of = (written: string): Buffer => createHash('sha256').update(written).digest()
