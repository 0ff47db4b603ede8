/** Passages as text, to be sealed, or to be sent to the browser and back before anything is stored. */
import * as z from 'zod'
import { longestPassage, mostPassages, type Passage } from './model.ts'

const seconds = z.number().min(0).max(10_000_000).nullable()

const passage = z.strictObject({
  start: seconds,
  end: seconds,
  speaker: z.string().max(longestPassage).nullable(),
  text: z.string(),
})

const schema = z.array(passage).max(mostPassages)

export const writePassages = (passages: readonly Passage[]): string =>
  JSON.stringify(passages.map(({ start, end, speaker, text }) => ({ start, end, speaker, text })))

/** What was written by `writePassages`; anything else is a defect. */
export const readPassages = (written: string): readonly Passage[] =>
  schema.parse(JSON.parse(written))

/** What came back from a browser; null: it is not what was sent there. */
export const sentPassages = (written: string): readonly Passage[] | null => {
  try {
    return readPassages(written)
  } catch {
    return null
  }
}
