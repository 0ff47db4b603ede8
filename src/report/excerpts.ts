/** The stretches of comments that carry a theme, without whose they are. */
import { sliceByCodePoints } from '../lib/text.ts'
import type { RoleId } from '../protocol/model.ts'
import type { Coding, Comment, Study } from './study.ts'

export type ThemeExcerpt = {
  readonly text: string
  readonly role: RoleId
  readonly stage: number
}

export type ThemeExcerpts = { readonly theme: string; readonly excerpts: readonly ThemeExcerpt[] }

/**
 * Themes in the order of the codebook; a theme without excerpts is left out. Several coders who marked the
 * same stretch give one excerpt. By group and stage, then in the order of the comments' own labels.
 */
export const excerptsOf = ({ codebook, codings, comments }: Study): readonly ThemeExcerpts[] => {
  const byLabel = new Map(comments.map((comment) => [comment.comment, comment]))
  const themes = new Map(codebook.map(({ code, theme }) => [code, theme]))
  const found = codings.flatMap((coding) => {
    const comment = byLabel.get(coding.comment)
    return comment === undefined ? [] : [{ theme: themes.get(coding.code), coding, comment }]
  })
  return [...new Set(themes.values())]
    .map((theme) => ({ theme, excerpts: tell(found.filter((one) => one.theme === theme)) }))
    .filter(({ excerpts }) => excerpts.length > 0)
}

type Found = { readonly coding: Coding; readonly comment: Comment }

const tell = (found: readonly Found[]): readonly ThemeExcerpt[] => {
  const stretches = new Map(
    found.map((one) => [`${one.coding.comment} ${one.coding.start} ${one.coding.end}`, one]),
  )
  return [...stretches.values()]
    .toSorted((one, other) => order(one.comment, other.comment))
    .map(({ coding, comment }) => ({
      text: sliceByCodePoints(comment.text, coding.start, coding.end),
      role: comment.role,
      stage: comment.stage,
    }))
}

const order = (one: Comment, other: Comment): number =>
  other.role.localeCompare(one.role) ||
  one.stage - other.stage ||
  one.comment.localeCompare(other.comment, 'en', { numeric: true })
