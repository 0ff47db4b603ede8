/** A sentence of the Results, and what its numbers rest on: n, stage, definition, method. */
export type Sentence = { readonly text: string; readonly basis: string }

/** A part of the Results: its paragraphs, each of some sentences. */
export type ResultsPart = {
  readonly title: string
  readonly paragraphs: readonly (readonly Sentence[])[]
}
