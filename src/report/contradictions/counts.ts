/** What the printed counts say about each other. */
import { totalDomain } from '../../protocol/model.ts'
import { shareOf, themeLabel } from '../words.ts'
import { type Contradiction, type Evidence, printedAt } from './contradiction.ts'

export const sixOrFive = (evidence: Evidence): Contradiction => {
  const all = printedAt(evidence, 'n_mentors_phase1')
  const rest = printedAt(evidence, 'n_mentors_phase2')
  const tests = evidence.analysis.comparisons.filter(({ signedRank }) => signedRank !== null)
  const pairs = [...new Set(tests.map((line) => line.pairs))]
  const mentors = evidence.analysis.comparisons.find(
    ({ role, domain }) => role === 'mentor' && domain === totalDomain,
  )
  return {
    title: 'Six mentors in the abstract, five in every test',
    printed: `The abstract counts ${all} mentors beside its p-values; ${rest} took part in phase 2.`,
    follows: `A comparison needs both answers of a person, so it cannot rest on more than ${rest}.`,
    here: `All ${tests.length} tests rest on ${pairs.join(' or ')} pairs; of the mentors, ${mentors?.excluded ?? 0} is left out because an answer after is missing.`,
  }
}

export const concernsFromNowhere = (evidence: Evidence): Contradiction => {
  const [had, n] = [
    printedAt(evidence, 'mentee_concerns.0'),
    printedAt(evidence, 'mentee_concerns.1'),
  ]
  const lesser = printedAt(evidence, 'mentee_lesser_concerns_after.0')
  const { answers } = evidence.study
  const saying = (item: string, answer: string) =>
    answers
      .filter((one) => one.role === 'mentee' && one.item === item && one.answer === answer)
      .map(({ participant }) => participant)
  const without = saying('concerns_before', 'no')
  const both = saying('concerns_after', 'lesser').filter((code) => without.includes(code))
  return {
    title: 'More lesser concerns than concerns',
    printed: `${shareOf(had, n)} mentees had concerns before, and ${shareOf(lesser, n)} report lesser concerns after.`,
    follows: `At least ${lesser - had} mentees report lesser concerns though they had reported none.`,
    here: `These are answers to two questions, and the second was put to everybody: ${both.length} of ${without.length} mentees who had said “no” before chose “lesser” after.`,
  }
}

export const commonestConcern = ({ analysis }: Evidence): Contradiction => {
  const totals = [...Map.groupBy(analysis.tally, ({ theme }) => theme)]
    .map(([theme, entries]) => ({
      theme,
      mentions: entries.reduce((sum, entry) => sum + entry.mentions, 0),
    }))
    .toSorted((one, other) => other.mentions - one.mentions)
  const most = totals[0]
  const ranking = totals.map(({ theme, mentions }) => `${themeLabel(theme)} ${mentions}`)
  return {
    title: 'The commonest concern is another one',
    printed:
      'The text and the abstract call the hierarchical difference and a selection bias the commonest concerns.',
    follows: `Table 1 counts “${themeLabel(most?.theme ?? '')}” the most often, with ${most?.mentions ?? 0} mentions.`,
    here: `Mentions of all groups and stages: ${ranking.join(', ')}.`,
  }
}

export const cutPercentage = (evidence: Evidence): Contradiction => {
  const [count, n] = [printedAt(evidence, 'mentor_male.0'), printedAt(evidence, 'mentor_male.1')]
  const printed = evidence.published.find(
    (one) => one.path === null && !one.agrees && one.where === 'Results',
  )
  return {
    title: 'A percentage that was cut off',
    printed: `${count} out of ${n} is printed as ${printed?.printed ?? '–'}%.`,
    follows: `100 × ${count} / ${n} = ${((100 * count) / n).toFixed(2)}, rounded to one decimal ${shareOf(count, n)}.`,
    here: 'Percentages are rounded once, when they are shown, and never cut off.',
  }
}
