/** What several pages of the documents say in the same words. */
import { counted } from '../../../../protocol/wording/words.ts'
import type { DocumentState } from '../../model.ts'
import type { DocumentStanding } from '../../signing/store.ts'
import type { PageUse } from '../page-use.ts'

const states: Readonly<Record<DocumentState, string>> = {
  writing: 'Being written',
  signing: 'Out for sign-off',
  released: 'Released',
}

export const stateInWords = ({ state }: DocumentStanding): string => states[state]

export const colourOfState = { writing: 'grey', signing: 'blue', released: 'green' } as const

export const warningsInWords = (n: number): string =>
  n === 0 ? 'No warnings' : counted(n, 'warning')

export const pageUseInWords = ({ percent, fits }: PageUse): string =>
  fits
    ? `Takes about ${percent}% of one A4 page.`
    : `Takes about ${percent}% of one A4 page: it will not fit at a size that is easy to read. Join points that say the same, shorten them, or leave out what matters least.`
