/** What differs in the words for the programme, its rules and its progression criteria. */
import { type Protocol, roleIds } from '../model.ts'
import { criterionWords } from '../wording/criterion-words.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { ruleLines } from '../wording/rule-lines.ts'
import { compareById, when } from './lists.ts'

type Sentences = readonly string[]

export const labelDifferences = (before: Protocol, after: Protocol): Sentences => {
  const [from, to] = [nounOfDomains(before).plural, nounOfDomains(after).plural]
  return [
    ...when(
      before.title !== after.title,
      `The title was “${before.title}” and is “${after.title}”.`,
    ),
    ...when(before.summary !== after.summary, 'The summary was reworded.'),
    ...roleIds.flatMap((role) => {
      const [old, now] = [before.roles[role], after.roles[role]]
      return [
        ...when(
          old.label !== now.label || old.plural !== now.plural,
          `“${old.plural}” are now called “${now.plural}”, one of them “${now.label}”.`,
        ),
        ...when(old.description !== now.description, `${now.plural} are described otherwise.`),
      ]
    }),
    ...when(from !== to, `“${from}” are now called “${to}”.`),
  ]
}

export const ruleDifferences = (before: Protocol, after: Protocol): Sentences => {
  const now = new Map(ruleLines(after).map(({ name, value }) => [name, value]))
  return ruleLines(before).flatMap(({ name, value }) =>
    when(now.get(name) !== value, `${name}: it was “${value}” and is “${now.get(name)}”.`),
  )
}

export const progressionDifferences = (before: Protocol, after: Protocol): Sentences => {
  const withId = ({ progression = [] }: Protocol) =>
    progression.map((set) => ({ id: set.criterion, ...set }))
  const { added, removed, kept } = compareById(withId(before), withId(after))
  const name = (criterion: keyof typeof criterionWords) =>
    `The criterion “${criterionWords[criterion].label}”`
  return [
    ...added.map(({ criterion }) => `${name(criterion)} was added.`),
    ...removed.map(({ criterion }) => `${name(criterion)} was taken out.`),
    ...kept.flatMap(({ before: old, after: { criterion, go, stop } }) =>
      when(
        old.go !== go || old.stop !== stop,
        `${name(criterion)} was ${old.go}% to go on and ${old.stop}% to stop, and is ${go}% and ${stop}%.`,
      ),
    ),
  ]
}
