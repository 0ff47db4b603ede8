/** What each progression criterion measures, in words. */
import type { progressionCriteria } from '../model.ts'

type Words = { readonly label: string; readonly explained: string }

export const criterionWords: Readonly<Record<(typeof progressionCriteria)[number], Words>> = {
  recruitment: {
    label: 'Recruitment',
    explained: 'Of the people who were invited, those who agreed to take part.',
  },
  retention: {
    label: 'Retention',
    explained: 'Of the people who agreed, those who were still there at the end.',
  },
  completion: {
    label: 'Completion',
    explained: 'Of the questionnaires that were due, those that were answered.',
  },
  sessions_held: {
    label: 'Sessions held',
    explained: 'Of the sessions that were planned for the pairs, those that took place.',
  },
}
