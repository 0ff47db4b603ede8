/** What was answered at one stage, in sentences. */
import type { Protocol, QuestionnaireStep, RoleId } from '../../protocol/model.ts'
import { findItem, measuresOf, scaleOf } from '../../protocol/rules.ts'
import { counted, insideSentence, listed, plural } from '../../protocol/wording/words.ts'
import type { ItemSummary, Summary } from '../analysis.ts'
import { inPlaceOfCounts } from '../follow-ups/private-items.ts'
import { peopleAnswering } from '../people-at.ts'
import type { Reported } from '../reported.ts'
import { rolesOf } from '../schematic.tsx'
import { showNumber, showRange } from '../show.ts'
import { quartileNames } from '../text-report.ts'
import { highestScore, isWhole, shareOf, themeLabel } from '../words.ts'
import type { ResultsPart, Sentence } from './sentence.ts'

type Place = { readonly role: RoleId; readonly stage: number }

/** Measures whose change a later sentence gives: their medians are not said twice. */
export type IsCompared = (place: Place & { readonly measure: string }) => boolean

export const describeStage = (
  reported: Reported,
  step: QuestionnaireStep,
  isCompared: IsCompared,
): ResultsPart['paragraphs'] =>
  rolesOf(step).map((role) => {
    const place = { role, stage: step.stage }
    if (peopleAnswering(reported.analysis, role, step.stage) === 0)
      return [nothing(reported, place)]
    return [
      ...describeItems(reported, place),
      ...measuresOf(reported.study.protocol, step, role)
        .filter(({ id }) => !isCompared({ ...place, measure: id }))
        .flatMap((measure) => describeMeasure(reported, place, measure.id)),
      ...describeThemes(reported, place),
    ]
  })

const nothing = ({ study }: Reported, { role, stage }: Place): Sentence => ({
  text: `No answers of ${plural(study.protocol, role)} were given at stage ${stage}.`,
  basis: `n = 0, stage ${stage}; nothing is made up for what is missing`,
})

const at = (one: Place) => (other: Place) => one.role === other.role && one.stage === other.stage

const describeItems = ({ study, analysis }: Reported, place: Place): readonly Sentence[] =>
  analysis.items.filter(at(place)).map((item) => {
    const people = plural(study.protocol, item.role)
    const words = inPlaceOfCounts(study.protocol, item)
    if (words !== null) {
      return {
        text: `To “${questionOf(study.protocol, item)}”, asked of ${people} in confidence: ${words}`,
        basis: `stage ${item.stage}; not counted, so that nobody can be told by their answer`,
      }
    }
    return {
      text: itemSentence({ study, analysis }, item),
      basis: `n = ${item.n} ${people} who answered, stage ${item.stage}; counts, and percent of n`,
    }
  })

const questionOf = (protocol: Protocol, { item }: ItemSummary): string =>
  findItem(protocol, item)?.question ?? item

const itemSentence = ({ study }: Reported, item: ItemSummary): string => {
  const question = questionOf(study.protocol, item)
  const people = plural(study.protocol, item.role)
  if (item.kind === 'number') {
    return `To “${question}”, ${people} answered ${showRange(item.min, item.max)} ${item.unit} (median ${showNumber(item.median)}); nobody answered more than ${showNumber(item.max)}.`
  }
  const chosen = item.options.filter(({ count }) => count > 0)
  const [only] = chosen
  if (chosen.length === 1 && only !== undefined) {
    return `To “${question}”, all ${item.n} ${people} who answered said “${only.label}”.`
  }
  const [first = '', ...others] = chosen.map(
    ({ label, count }, place) =>
      `${shareOf(count, item.n)}${place === 0 ? ` ${people} answered` : ''} “${label}”`,
  )
  return `To “${question}”, ${listed([first, ...others])}.`
}

const describeMeasure = (
  { study, analysis }: Reported,
  place: Place,
  measure: string,
): readonly Sentence[] =>
  analysis.summaries
    .filter(at(place))
    .filter((line) => line.measure === measure && isWhole(line.domain) && line.n > 0)
    .map((line) => ({
      text: summarySentence({ study, analysis }, line),
      basis: `n = ${line.n} ${plural(study.protocol, line.role)}, stage ${line.stage}; quartiles: ${quartileNames[analysis.quartileDefinition]}`,
    }))

const summarySentence = ({ study, analysis }: Reported, line: Summary): string => {
  const measure = study.protocol.measures.find(({ id }) => id === line.measure)
  if (measure === undefined || line.median === null || line.quartiles === null) return ''
  const highest = highestScore(study.protocol, measure, line.domain)
  const anchor =
    measure.answered === 'overall'
      ? scaleOf(study.protocol, measure).anchors.find(({ value }) => value === line.median)?.label
      : undefined
  const inWords = anchor === undefined ? '' : `, “${insideSentence(anchor)}”`
  const range = showRange(...line.quartiles[analysis.quartileDefinition])
  return `For “${measure.label}”, the median of ${plural(study.protocol, line.role)} was ${showNumber(line.median)} out of ${highest}${inWords} (IQR ${range}).`
}

const describeThemes = ({ study, analysis }: Reported, place: Place): readonly Sentence[] => {
  const tally = analysis.tally.filter(at(place))
  const comments = study.comments.filter(at(place)).length
  if (tally.length === 0) return []
  const byMentions = Map.groupBy(tally, ({ mentions }) => mentions)
  const groups = [...byMentions]
    .toSorted(([one], [other]) => other - one)
    .map(
      ([mentions, themes]) =>
        `${listed(themes.map(({ theme }) => themeLabel(theme).toLowerCase()))} (${counted(mentions, 'mention')}${themes.length > 1 ? ' each' : ''})`,
    )
  return [
    {
      text: `In their comments, ${plural(study.protocol, place.role)} raised, the most often first: ${groups.join('; ')}.`,
      basis: `${counted(comments, 'comment')} at stage ${place.stage}; overlapping excerpts of a theme in one comment are one mention`,
    },
  ]
}
