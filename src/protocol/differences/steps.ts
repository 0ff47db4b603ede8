/** What differs in the order of the programme: its steps, what each asks of whom, the comparisons planned. */
import { type Protocol, type RoleId, roleIds, type Step } from '../model.ts'
import { itemsOf, measuresOf, stageOf } from '../rules.ts'
import { listed, plural } from '../wording/words.ts'
import { compareById, when } from './lists.ts'

type Sentences = readonly string[]
type Both = { readonly before: Protocol; readonly after: Protocol }

const nameOf = (step: Step): string => {
  const stage = stageOf(step)
  return stage === null ? `The step “${step.title}”` : `Stage ${stage}, “${step.title}”,`
}

export const stepDifferences = (before: Protocol, after: Protocol): Sentences => {
  const compared = compareById(before.steps, after.steps)
  return [
    ...compared.added.map((step) => `${nameOf(step)} was added.`),
    ...compared.removed.map((step) => `${nameOf(step)} was taken out.`),
    ...compared.kept.flatMap((step) => stepChanges({ before, after }, step)),
    ...when(compared.isReordered, 'The steps are in another order.'),
  ]
}

type Pair = { readonly before: Step; readonly after: Step }

const stepChanges = (both: Both, step: Pair): Sentences => {
  const { before, after } = step
  return [
    ...when(
      before.title !== after.title,
      `The step “${before.title}” is now called “${after.title}”.`,
    ),
    ...when(before.description !== after.description, `“${after.title}” is described otherwise.`),
    ...when(
      stageOf(before) !== stageOf(after),
      `“${after.title}” was stage ${stageOf(before)} and is stage ${stageOf(after)}.`,
    ),
    ...modeChange(step),
    ...followUpChange(step),
    ...roleIds.flatMap((role) => askedChanges(both, step, role)),
  ]
}

const modeChange = ({ before, after }: Pair): Sentences => {
  if (!('mode' in before) || !('mode' in after) || before.mode === after.mode) return []
  return [`“${after.title}” is now ${after.mode === 'online' ? 'online' : 'face to face'}.`]
}

const followUpChange = ({ before, after }: Pair): Sentences => {
  if (before.kind !== 'questionnaire' || after.kind !== 'questionnaire') return []
  const months = after.followUpMonths
  const asksWillingness = after.willingness ? 'now' : 'no longer'
  return [
    ...when(
      months !== undefined && months !== before.followUpMonths,
      `“${after.title}” now follows ${months} months after the last session.`,
    ),
    ...when(
      before.willingness !== after.willingness,
      `“${after.title}” ${asksWillingness} asks about willingness.`,
    ),
  ]
}

const askedOf = (protocol: Protocol, step: Step, role: RoleId) => [
  ...measuresOf(protocol, step, role),
  ...itemsOf(protocol, step, role),
]

const quoted = (entries: readonly { readonly label: string }[]): string =>
  listed(entries.map(({ label }) => `“${label}”`))

const askedChanges = ({ before, after }: Both, step: Pair, role: RoleId): Sentences => {
  const { added, removed, isReordered } = compareById(
    askedOf(before, step.before, role),
    askedOf(after, step.after, role),
  )
  const who = `In “${step.after.title}”, ${plural(after, role)}`
  return [
    ...when(added.length > 0, `${who} are now asked ${quoted(added)}.`),
    ...when(removed.length > 0, `${who} are no longer asked ${quoted(removed)}.`),
    ...when(isReordered, `${who} are asked in another order.`),
  ]
}

type Comparison = Protocol['comparisons'][number]

/** `“Confidence” of mentors, stage 1 to stage 3`. */
const comparisonWords = (protocol: Protocol, { role, measure, from, to }: Comparison): string => {
  const label = protocol.measures.find(({ id }) => id === measure)?.label ?? measure
  return `“${label}” of ${plural(protocol, role)} from stage ${from} to stage ${to}`
}

export const comparisonDifferences = (before: Protocol, after: Protocol): Sentences => {
  const withId = (protocol: Protocol) =>
    protocol.comparisons.map((comparison) => ({
      id: Object.values(comparison).join(' '),
      words: comparisonWords(protocol, comparison),
    }))
  const { added, removed } = compareById(withId(before), withId(after))
  return [
    ...added.map(({ words }) => `It is now planned to compare ${words}.`),
    ...removed.map(({ words }) => `It is no longer planned to compare ${words}.`),
  ]
}
