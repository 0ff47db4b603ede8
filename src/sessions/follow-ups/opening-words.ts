/** When a wave opens, in words. */
import { dayInWords } from '../../lib/dates.ts'
import type { Wave } from './rules.ts'

/** `Opens by itself 3 months after the last session: about 22 February 2027`; null: it has opened. */
export const openingInWords = ({ opening, months }: Pick<Wave, 'opening' | 'months'>) => {
  switch (opening.kind) {
    case 'opened':
      return null
    case 'planned':
      return `Opens on ${dayInWords(opening.on)}, as planned by hand`
    case 'by_itself': {
      const byItself = `Opens by itself ${months} months after the last session`
      if (opening.on === null) return `${byItself}. No session has been recorded yet`
      return `${byItself}: about ${dayInWords(opening.on)}${conditions[opening.waitsFor ?? 'nothing']}`
    }
  }
}

const conditions = {
  sessions: ' or later, once every pair has met',
  earlier_wave: ', once the follow-up before it has closed',
  nothing: '',
} as const
