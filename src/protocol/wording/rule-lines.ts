/** The rules of a protocol in words: for reading them, and for saying how two versions differ. */
import type { Protocol } from '../model.ts'
import { counted, insideSentence, listed } from './words.ts'

export type RuleLine = { readonly name: string; readonly value: string }

/** Where the protocol says nothing else. */
export const usualReminderDays: readonly number[] = [3, 7, 14]

const quartiles = {
  tukey: 'Tukey’s hinges',
  haverage: 'weighted average, as SPSS (HAVERAGE)',
  type7: 'linear interpolation, as R and Excel (type 7)',
} as const

const lateAnswers = {
  refuse: 'are not accepted',
  until_next_stage: 'are accepted until the next stage opens',
} as const

export const ruleLines = ({ rules, roles }: Protocol): readonly RuleLine[] => {
  const mentee = insideSentence(roles.mentee.label)
  const mentees = insideSentence(roles.mentee.plural)
  const days = rules.reminderDays ?? usualReminderDays
  const supervisor = {
    ask: `asked about like every ${mentee}`,
    avoid: 'paired only if nothing else is possible',
    forbid: 'never paired',
  }
  return [
    { name: 'Own supervisor', value: supervisor[rules.supervisor] },
    { name: 'Willing for at least', value: counted(rules.minimumWilling, mentee, mentees) },
    { name: 'Fewest people behind a count', value: String(rules.anonymityFloor) },
    { name: 'Sessions of each pair', value: String(rules.sessionsPerPair) },
    { name: 'Longest time of a session', value: `${rules.sessionLimitMinutes} minutes` },
    { name: 'Answers after a stage has closed', value: lateAnswers[rules.lateAnswers ?? 'refuse'] },
    {
      name: 'Reminders',
      value: days.length === 0 ? 'none' : `after ${listed(days.map(String))} days`,
    },
    { name: 'Quartiles', value: quartiles[rules.quartiles] },
  ]
}
