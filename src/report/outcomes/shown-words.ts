/** Results for people who took part, or who think about it, in sentences. */
import type { Protocol } from '../../protocol/model.ts'
import { findItem } from '../../protocol/rules.ts'
import { counted, insideSentence, listed, peopleOf, plural } from '../../protocol/wording/words.ts'
import { describeComparisonForAll, describeMedians } from '../sentences/comparison.ts'
import { versionsCompared } from '../sentences/versions.ts'
import { showNumber } from '../show.ts'
import type { Study } from '../study.ts'
import { themeLabel } from '../words.ts'
import type { ShownComparison, ShownItem, ShownResults } from './shown-results.ts'

/** `6 mentors and 5 mentees took part.` Groups of fewer than k people are not counted. */
export const tookPart = (protocol: Protocol, { groups, k }: ShownResults): string =>
  groups.length === 0
    ? `How many people took part is not said, since each group had fewer than ${k}.`
    : `${listed(groups.map(({ role, n }) => peopleOf(protocol, role, n)))} took part.`

export const sessionsInWords = ({ sessions, k }: ShownResults): string =>
  sessions === null
    ? `How long the sessions took is not said, since fewer than ${k} pairs recorded it.`
    : `${counted(sessions.n, 'session')} took place. They lasted a median of ${showNumber(sessions.median)} minutes.`

/** `changed`: up to the end of the sessions. `lasted`: from then to the follow-ups. */
export const comparisonsOf = ({ comparisons }: ShownResults) => ({
  changed: comparisons.filter(({ isFollowUp }) => !isFollowUp),
  lasted: comparisons.filter(({ isFollowUp }) => isFollowUp),
})

export const comparisonInWords = (study: Study, { whole, isFollowUp }: ShownComparison): string => {
  const versions = versionsCompared(study, whole)
  const describe = isFollowUp ? describeMedians : describeComparisonForAll
  const sentence = describe(study.protocol, whole)
  return versions === null ? sentence : `${sentence} ${versions.sentence}`
}

/** `9 mentees answered “Was it useful?”: 7 said “Yes” …`; questions whose answers cannot be told apart in one sentence. */
export const itemsInWords = (protocol: Protocol, { items }: ShownResults): readonly string[] => {
  const told = items.flatMap((item) => itemInWords(protocol, item))
  const isMixed = told.length < items.length
  return [
    ...told,
    ...(isMixed
      ? ['Answers to other questions differed. In groups of this size they are not told apart.']
      : []),
  ]
}

const itemInWords = (
  protocol: Protocol,
  { role, item, n, cells }: ShownItem,
): readonly string[] => {
  if (cells === null) return []
  const question = findItem(protocol, item)?.question ?? item
  const said = cells.shown.map(
    ({ label, count }) => `${count === n ? 'all' : count} said “${label}”`,
  )
  const rest = cells.rest === 0 ? [] : [`${cells.rest} gave another answer`]
  return [`${peopleOf(protocol, role, n)} answered “${question}”: ${listed([...said, ...rest])}.`]
}

/** One sentence for each group and stage. */
export const themesInWords = (protocol: Protocol, { themes }: ShownResults): readonly string[] => {
  const places = Map.groupBy(themes, ({ role, stage }) => `${role} ${stage}`)
  return [...places.values()].flatMap((raised) =>
    raised.slice(0, 1).map(({ role, stage }) => {
      const each = raised.map(
        ({ theme, people }) => `${insideSentence(themeLabel(theme))} (${people} people)`,
      )
      return `At stage ${stage}, ${plural(protocol, role)} wrote about: ${listed(each)}.`
    }),
  )
}

/** What has to be known of any numbers of a programme like this. */
export const cannotShow = (k: number): readonly string[] => [
  'The groups are small. A few other people could have given other numbers.',
  'The exact p says how often chance alone would give a change like this, or a larger one. With few people it cannot become small, whatever they answer.',
  'Nobody was compared with people who did not take part, so what changed may have changed for other reasons.',
  'Comparisons rest on those who answered both times. Whoever left, or did not answer, is not in them.',
  `Nothing is shown that rests on fewer than ${k} people.`,
]
