/** Something in the paper that does not go together with something else in it. */
import type { Published } from '../published.ts'
import type { Reported } from '../reported.ts'

export type Contradiction = {
  readonly title: string
  /** What the paper prints. */
  readonly printed: string
  /** What follows from it. */
  readonly follows: string
  /** What the data of this study have in its place. */
  readonly here: string
}

export type Evidence = Reported & { readonly published: readonly Published[] }

/** A number as the paper prints it; its absence is a defect. */
export const printedAt = ({ published }: Pick<Evidence, 'published'>, path: string): number => {
  const found = published.find((one) => one.path === path)
  if (found === undefined) throw new Error(`the paper prints no ${path}`)
  return Number(found.printed)
}
