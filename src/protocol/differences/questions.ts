/** What differs in what people are asked: domains, questions, characteristics. */
import { isDeepStrictEqual } from 'node:util'
import type { Characteristic, Domain, Item, Measure, Protocol, RoleId } from '../model.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { insideSentence, listed } from '../wording/words.ts'
import { compareById, when } from './lists.ts'

type Sentences = readonly string[]
type Labelled = { readonly id: string; readonly label: string }

type Named<T extends Labelled> = {
  readonly thing: string
  readonly before: readonly T[]
  readonly after: readonly T[]
  readonly changes: (before: T, after: T) => Sentences
}

const listDifferences = <T extends Labelled>({ thing, before, after, changes }: Named<T>) => {
  const compared = compareById(before, after)
  return [
    ...compared.added.map(({ label }) => `The ${thing} “${label}” was added.`),
    ...compared.removed.map(({ label }) => `The ${thing} “${label}” was taken out.`),
    ...compared.kept.flatMap((entry) => [
      ...when(
        entry.before.label !== entry.after.label,
        `The ${thing} “${entry.before.label}” is now called “${entry.after.label}”.`,
      ),
      ...changes(entry.before, entry.after),
    ]),
  ]
}

const domainChanges = (before: Domain, after: Domain): Sentences =>
  when(
    !isDeepStrictEqual(before.prompts, after.prompts),
    `What the interview asks about “${after.label}” was changed.`,
  )

export const domainDifferences = (before: Protocol, after: Protocol): Sentences => {
  const noun = nounOfDomains(after)
  const [from, to] = [before.domains, after.domains]
  const thing = insideSentence(noun.singular)
  return [
    ...listDifferences({ thing, before: from, after: to, changes: domainChanges }),
    ...when(
      compareById(from, to).isReordered,
      `The ${insideSentence(noun.plural)} are in another order.`,
    ),
  ]
}

type Asked = {
  readonly label: string
  readonly question: string
  readonly required?: boolean | undefined
  readonly preferNotToSay?: boolean | undefined
}

/** What every question has: its words, whether it must be answered, whether one may prefer not to say. */
const askedChanges = (before: Asked, after: Asked): Sentences => {
  const [name, isRequired] = [`“${after.label}”`, after.required !== false]
  return [
    ...when(
      before.question !== after.question,
      `The question ${name} was reworded: “${before.question}” became “${after.question}”.`,
    ),
    ...when(
      (before.required !== false) !== isRequired,
      `The question ${name} ${isRequired ? 'must now be answered' : 'may now be left out'}.`,
    ),
    ...when(
      (before.preferNotToSay === true) !== (after.preferNotToSay === true),
      `“Prefer not to say” ${after.preferNotToSay === true ? 'is now' : 'is no longer'} offered for ${name}.`,
    ),
  ]
}

export const measureDifferences = (before: Protocol, after: Protocol): Sentences => {
  const anchorsOf = ({ scales }: Protocol, { scale }: Measure) =>
    scales.find(({ id }) => id === scale)?.anchors ?? []
  const changes = (one: Measure, other: Measure): Sentences => [
    ...askedChanges(one, other),
    ...when(
      !isDeepStrictEqual(anchorsOf(before, one), anchorsOf(after, other)),
      `The scale of “${other.label}” was changed.`,
    ),
    ...when(
      one.answered !== other.answered,
      `“${other.label}” is now asked ${other.answered === 'overall' ? 'once overall' : `for each ${insideSentence(nounOfDomains(after).singular)}`}.`,
    ),
  ]
  return listDifferences({
    thing: 'question',
    before: before.measures,
    after: after.measures,
    changes,
  })
}

type Choice = { readonly value: string; readonly label: string }

const optionsOf = (entry: Item | Characteristic): readonly (Choice & { readonly id: string })[] =>
  'options' in entry ? entry.options.map((option) => ({ id: option.value, ...option })) : []

const optionChanges = (before: Item | Characteristic, after: Item | Characteristic): Sentences => {
  const compared = compareById(optionsOf(before), optionsOf(after))
  const of = `of “${after.label}”`
  return [
    ...compared.added.map(({ label }) => `The choice “${label}” ${of} was added.`),
    ...compared.removed.map(({ label }) => `The choice “${label}” ${of} was taken out.`),
    ...compared.kept.flatMap((option) =>
      when(
        option.before.label !== option.after.label,
        `The choice “${option.before.label}” ${of} is now “${option.after.label}”.`,
      ),
    ),
    ...when(compared.isReordered, `The choices ${of} are in another order.`),
  ]
}

const numberOf = (entry: Item | Characteristic): string => {
  if (entry.kind !== 'number') return ''
  return 'min' in entry ? `from ${entry.min} to ${entry.max} ${entry.unit}` : `in ${entry.unit}`
}

const numberChanges = (before: Item | Characteristic, after: Item | Characteristic): Sentences =>
  when(
    before.kind === 'number' && numberOf(before) !== numberOf(after),
    `“${after.label}” is now a number ${numberOf(after)}.`,
  )

/** Who is asked, in the words of the protocol. */
const rolesIn = (protocol: Protocol, roles: readonly RoleId[]): string =>
  listed(roles.map((role) => insideSentence(protocol.roles[role].plural)))

type OneOf = 'items' | 'characteristics'

export const entryDifferences = (before: Protocol, after: Protocol, which: OneOf): Sentences => {
  const changes = (one: Item | Characteristic, other: Item | Characteristic): Sentences => [
    ...('question' in one && 'question' in other ? askedChanges(one, other) : []),
    ...when(one.kind !== other.kind, `“${other.label}” is now answered in another form.`),
    ...optionChanges(one, other),
    ...numberChanges(one, other),
    ...when(
      !isDeepStrictEqual(one.roles, other.roles),
      `“${other.label}” is now for ${rolesIn(after, other.roles)}.`,
    ),
  ]
  const thing = which === 'items' ? 'question' : 'characteristic'
  return listDifferences({ thing, before: before[which], after: after[which], changes })
}
