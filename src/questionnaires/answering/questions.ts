/** What a stage asks of a role, as a form asks it: sections of questions, each with the name of its field. */
import {
  type Item,
  type Measure,
  overallDomain,
  type Protocol,
  type RoleId,
  type Scale,
} from '../../protocol/model.ts'
import { domainsOf, findQuestionnaire, itemsOf, measuresOf, scaleOf } from '../../protocol/rules.ts'

type Asked = {
  /** The name of its field in forms and drafts. Ids have no hyphen, so two questions never share one. */
  readonly field: string
  /** As it is asked. */
  readonly question: string
  /** Short, for lists and for errors. */
  readonly label: string
  readonly isRequired: boolean
  /** “Prefer not to say” is offered. */
  readonly mayDecline: boolean
}

export type ScoreQuestion = Asked & {
  readonly kind: 'score'
  readonly measure: string
  /** Several measures ask about the same domains. */
  readonly measureLabel: string
  readonly domain: string
  readonly anchors: Scale['anchors']
}
type OfItem<Kind extends Item['kind']> = Asked & {
  readonly kind: Kind
  readonly item: Extract<Item, { kind: Kind }>
}
export type ChoiceQuestion = OfItem<'single_choice'>
export type NumberQuestion = OfItem<'number'>
export type TextQuestion = OfItem<'free_text'>
export type Question = ScoreQuestion | ChoiceQuestion | NumberQuestion | TextQuestion

/** A grid asks one measure of every domain. */
export type Section = {
  /** From 1. */
  readonly place: number
  readonly kind: 'grid' | 'closed' | 'texts'
  readonly title: string
  readonly questions: readonly Question[]
}

export type Questionnaire = {
  readonly stage: number
  readonly role: RoleId
  readonly title: string
  readonly sections: readonly Section[]
}

/** The value of “Prefer not to say” beside options and anchors, none of which has a hyphen. */
export const declinedValue = 'prefer-not-to-say'
/** Beside a number or a text, which have no options, it is a box with a field of its own. */
export const declinedField = ({ field }: Pick<Asked, 'field'>): string => `${field}-declined`
/** What stood in a text when the page was made: in a form of its own name, so that two devices can be told apart. */
export const beforeField = ({ field }: Pick<Asked, 'field'>): string => `${field}-before`

/** Without sections where the stage asks this role nothing; null: the stage is no questionnaire. */
export const questionnaireFor = (
  protocol: Protocol,
  { stage, role }: { readonly stage: number; readonly role: RoleId },
): Questionnaire | null => {
  const step = findQuestionnaire(protocol, stage)
  if (step === undefined) return null
  const measures = measuresOf(protocol, step, role)
  const items = itemsOf(protocol, step, role)
  const closed = [
    ...measures.filter(({ answered }) => answered === 'overall'),
    ...items.filter(({ kind }) => kind !== 'free_text'),
  ]
  const texts = items.filter(({ kind }) => kind === 'free_text')
  const sections = [
    ...measures.filter(({ answered }) => answered === 'per_domain').map(gridOf(protocol)),
    sectionOf(protocol, closed, { kind: 'closed', title: 'A few single questions' }),
    sectionOf(protocol, texts, { kind: 'texts', title: 'In your own words' }),
  ].filter(({ questions }) => questions.length > 0)
  const placed = sections.map((section, index) => ({ ...section, place: index + 1 }))
  return { stage, role, title: step.title, sections: placed }
}

type Unplaced = Omit<Section, 'place'>

const gridOf =
  (protocol: Protocol) =>
  (measure: Measure): Unplaced => ({
    kind: 'grid',
    title: measure.label,
    questions: domainsOf(protocol, measure).map((domain) =>
      scoreQuestion(protocol, measure, domain),
    ),
  })

const sectionOf = (
  protocol: Protocol,
  asked: readonly (Measure | Item)[],
  section: Pick<Unplaced, 'kind' | 'title'>,
): Unplaced => ({
  ...section,
  questions: asked.map((each) =>
    'kind' in each ? itemQuestion(each) : scoreQuestion(protocol, each, overallDomain),
  ),
})

const scoreQuestion = (protocol: Protocol, measure: Measure, domain: string): ScoreQuestion => ({
  kind: 'score',
  field: `${measure.id}-${domain}`,
  question: measure.question,
  label: protocol.domains.find(({ id }) => id === domain)?.label ?? measure.label,
  isRequired: measure.required !== false,
  mayDecline: measure.preferNotToSay === true,
  measure: measure.id,
  measureLabel: measure.label,
  domain,
  anchors: scaleOf(protocol, measure).anchors,
})

const itemQuestion = (item: Item): Question => {
  const { id: field, question, label, required: isRequired, preferNotToSay } = item
  const asked = { field, question, label, isRequired, mayDecline: preferNotToSay === true }
  switch (item.kind) {
    case 'single_choice':
      return { ...asked, kind: item.kind, item }
    case 'number':
      return { ...asked, kind: item.kind, item }
    case 'free_text':
      return { ...asked, kind: item.kind, item }
  }
}

export const questionsOf = ({ sections }: Questionnaire): readonly Question[] =>
  sections.flatMap(({ questions }) => questions)

/** Has a box “Prefer not to say” beside it. */
export const hasBox = (question: Question): boolean =>
  question.mayDecline && (question.kind === 'number' || question.kind === 'free_text')

/** Every field that a form of these questions may have. */
export const fieldsOf = (questions: readonly Question[]): readonly string[] =>
  questions.flatMap((question) =>
    hasBox(question) ? [question.field, declinedField(question)] : [question.field],
  )

/** How long it takes at the most for most people: 8 seconds for a box to tick, a minute and a half for a text. */
export const minutesFor = (questionnaire: Questionnaire): number => {
  const seconds = questionsOf(questionnaire).map(({ kind }) => (kind === 'free_text' ? 90 : 8))
  return Math.ceil(seconds.reduce((sum, each) => sum + each, 0) / 60)
}

/** Of these questions: whether a field is one of free text. */
export const isText = (questions: readonly Question[]): ((field: string) => boolean) => {
  const texts = new Set(
    questions.filter(({ kind }) => kind === 'free_text').map(({ field }) => field),
  )
  return (field) => texts.has(field)
}
