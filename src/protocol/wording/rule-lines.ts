/** The rules of a protocol in words: for reading them, and for saying how two versions differ. */
import type { Protocol } from '../model.ts'
import { preferenceWords } from './preference-words.ts'
import { counted, insideSentence, listed } from './words.ts'

export type RuleLine = { readonly name: string; readonly value: string }

/** Where the protocol says nothing else. */
export const usualReminderDays: readonly number[] = [3, 7, 14]
export const usualSignOffDays = 14

const quartiles = {
  tukey: 'Tukey’s hinges',
  haverage: 'weighted average, as SPSS (HAVERAGE)',
  type7: 'linear interpolation, as R and Excel (type 7)',
} as const

const lateAnswers = {
  refuse: 'are not accepted',
  until_next_stage: 'are accepted until the next stage opens',
} as const

/** Who must agree before a feedback document is released, but never fewer than the anonymity floor. */
const signOff = {
  all: 'when all who took part in the interview agree',
  all_who_answer: 'when all agree who answer by the day',
} as const

const documentShown = {
  after_session: 'after the session',
  on_release: 'as soon as it is released',
} as const

const documentLines = ({ rules, roles, steps }: Protocol): readonly RuleLine[] =>
  steps.some(({ kind }) => kind === 'interview')
    ? [
        { name: 'A feedback document is released', value: signOff[rules.signOff ?? 'all'] },
        {
          name: 'Time to sign a document off',
          value: counted(rules.signOffDays ?? usualSignOffDays, 'day'),
        },
        {
          name: `A ${insideSentence(roles.mentee.label)} sees their document`,
          value: documentShown[rules.documentShown ?? 'after_session'],
        },
      ]
    : []

const afterDeparture = {
  free_mentor: 'a free mentor is drawn for whoever is left',
  draw_again: 'those who have not met are drawn again',
} as const

/** The rules of the draw that stand where pairs are drawn at all. */
const allocationLines = ({ rules, roles, steps }: Protocol): readonly RuleLine[] => {
  if (!steps.some(({ kind }) => kind === 'allocation')) return []
  const { menteeVetoes, menteesPerMentor, mentorsPerMentee, preferences } = rules
  const [mentor, mentee] = [insideSentence(roles.mentor.label), insideSentence(roles.mentee.label)]
  const upTo = (most: number | undefined, usual: string): string =>
    most === undefined ? usual : `up to ${most}`
  return [
    { name: `Vetoes of each ${mentee}`, value: upTo(menteeVetoes, 'none') },
    {
      name: `${roles.mentee.plural} of each ${mentor}`,
      value: `${upTo(menteesPerMentor, 'one')}${menteesPerMentor === undefined ? '' : ', as they offer'}`,
    },
    { name: `${roles.mentor.plural} of each ${mentee}`, value: upTo(mentorsPerMentee, 'one') },
    {
      name: `Ranks that each ${mentor} gives`,
      value:
        preferences === undefined
          ? 'not asked for'
          : insideSentence(preferenceWords[preferences].label),
    },
    {
      name: 'When somebody leaves after the draw',
      value: afterDeparture[rules.afterDeparture ?? 'free_mentor'],
    },
  ]
}

export const ruleLines = (protocol: Protocol): readonly RuleLine[] => {
  const { rules, roles } = protocol
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
    ...allocationLines(protocol),
    { name: 'Fewest people behind a count', value: String(rules.anonymityFloor) },
    { name: 'Sessions of each pair', value: String(rules.sessionsPerPair) },
    { name: 'Longest time of a session', value: `${rules.sessionLimitMinutes} minutes` },
    { name: 'Answers after a stage has closed', value: lateAnswers[rules.lateAnswers ?? 'refuse'] },
    {
      name: 'Reminders',
      value: days.length === 0 ? 'none' : `after ${listed(days.map(String))} days`,
    },
    ...documentLines(protocol),
    { name: 'Quartiles', value: quartiles[rules.quartiles] },
  ]
}
