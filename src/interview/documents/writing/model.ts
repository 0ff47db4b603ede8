/** A document as it is being written. */
import * as z from 'zod'
import type { DocumentPoint } from '../model.ts'

/** A point as somebody’s page knew it. */
export const pointSchema = z.strictObject({
  pointId: z.uuid(),
  domain: z.string(),
  place: z.string().min(1),
  text: z.string(),
  noteIds: z.array(z.uuid()),
})

/** What is to become of a point: null `from`, it is new; null `to`, it goes. */
export type PointChange =
  | { readonly from: null; readonly to: DocumentPoint }
  | { readonly from: DocumentPoint; readonly to: null }
  | { readonly from: DocumentPoint; readonly to: DocumentPoint }

const changeSchema = z.union([
  z.strictObject({ from: z.null(), to: pointSchema }),
  z.strictObject({ from: pointSchema, to: z.null() }),
  z.strictObject({ from: pointSchema, to: pointSchema }),
])

export const writeChange = ({ from, to }: PointChange): string => JSON.stringify({ from, to })

/** What was written by `writeChange`; anything else is a defect. */
export const readChange = (written: string): PointChange => changeSchema.parse(JSON.parse(written))

export const longestPoint = 1000
