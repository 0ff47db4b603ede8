/** A Word file from plain data, readable by screen readers: real headings, header rows, its language and its title. */
export type WordDocument = {
  readonly title: string
  /** As in `en-GB`: how it is read aloud and which dictionary checks it. */
  readonly language: string
  /** Stands at the foot of every page, before the page number. */
  readonly footer: string
  readonly blocks: readonly WordBlock[]
}

/** What a person must still write: marked so that nobody overlooks it. */
export type Blank = { readonly blank: string }
/** Text, with blanks in it where something is still to be written. */
export type WordText = string | readonly (string | Blank)[]

export type WordBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: WordText }
  | { readonly kind: 'list'; readonly entries: readonly WordText[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      /** `share`: of the width, relative to the other columns. */
      readonly columns: readonly { readonly header: string; readonly share: number }[]
      readonly rows: readonly (readonly WordText[])[]
    }

/** The program that writes Word files is loaded when the first one is asked for. */
export const makeWordDocument = async (content: WordDocument): Promise<Buffer> => {
  const { writeWordDocument } = await import('./word-writer.ts')
  return writeWordDocument(content)
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
