/** One number as the paper prints it. Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361. */
import type { Find } from './find.ts'

export type Figure = {
  /** Where it stands in published.json; null = printed in the paper, but not listed there. */
  readonly path: string | null
  readonly printed: string
  readonly what: string
  readonly find: Find
  readonly where: string
  readonly note?: string
}

export type Row = readonly [
  path: string | null,
  printed: string,
  what: string,
  find: Find,
  note?: string | undefined,
]

export const printedIn = (where: string, rows: readonly Row[]): readonly Figure[] =>
  rows.map(([path, printed, what, find, note]) => ({
    ...{ path, printed, what, find, where },
    ...(note === undefined ? {} : { note }),
  }))
