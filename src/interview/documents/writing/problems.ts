/** Why a change of a document was refused, in sentences. */
import { longestPoint } from './model.ts'
import type { PointProblem } from './rules.ts'

export type WritingProblem =
  | PointProblem
  | { readonly kind: 'document.not_written_now' }
  | { readonly kind: 'point.not_undone' }

const thousands = new Intl.NumberFormat('en-GB')

export const sentenceOfWritingProblem = (problem: WritingProblem): string => {
  switch (problem.kind) {
    case 'point.empty':
      return 'Write the point, or select the notes whose words it begins with'
    case 'point.too_long':
      return `The point must be ${thousands.format(longestPoint)} characters or fewer. You have entered ${thousands.format(problem.length)}`
    case 'point.unknown_domain':
      return 'Choose where in the document the point stands'
    case 'point.changed_meanwhile':
      return 'Somebody else reworded this point while this page was open. Nothing was saved. Both wordings are below: keep what is right of each, then save'
    case 'point.deleted_meanwhile':
      return 'Somebody else deleted this point while this page was open. Your words are below: add the point again, or leave it'
    case 'point.not_undone':
      return 'Somebody has changed this point since. Go back to the document and look at it.'
    case 'document.not_written_now':
      return 'This document cannot be changed now. Go back to the documents to see why.'
  }
}
