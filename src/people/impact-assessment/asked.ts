/** What people are asked, out of the programme's own protocol. */
import type { WordBlock } from '../../platform/word-document.ts'
import {
  type Characteristic,
  type Item,
  type Measure,
  type Protocol,
  type QuestionnaireStep,
  type RoleId,
  roleIds,
  type Step,
} from '../../protocol/model.ts'
import { nounOfDomains } from '../../protocol/wording/domain-noun.ts'
import { insideSentence, listed } from '../../protocol/wording/words.ts'

export const whatIsAsked = (protocol: Protocol): readonly WordBlock[] => [
  {
    kind: 'table',
    caption: 'The steps, and what is collected at each',
    columns: [
      { header: 'Step', share: 3 },
      { header: 'Who', share: 2 },
      { header: 'What is collected', share: 5 },
    ],
    rows: protocol.steps.map((step) => [
      titleOf(step),
      groups(protocol, whoTakesPart(step)),
      collectedAt(protocol, step),
    ]),
  },
  domainsOf(protocol),
  {
    kind: 'table',
    caption: 'Measures: questions answered on a scale',
    columns: [
      { header: 'Question', share: 5 },
      { header: 'Asked', share: 2 },
      { header: 'Scale', share: 4 },
    ],
    rows: protocol.measures.map((measure) => [
      measure.question,
      askedHow(protocol, measure),
      scaleOf(protocol, measure),
    ]),
  },
  ...table('Items: single questions', protocol.items.map(itemRow(protocol))),
  ...table(
    'Characteristics that people state about themselves',
    protocol.characteristics.map(characteristicRow(protocol)),
  ),
]

const domainsOf = (protocol: Protocol): WordBlock => ({
  kind: 'paragraph',
  text: `${nounOfDomains(protocol).plural} that the feedback is about: ${protocol.domains.map(({ label }) => label).join('; ')}.`,
})

const titleOf = (step: Step): string =>
  'stage' in step ? `Stage ${step.stage}: ${step.title}` : step.title

const whoTakesPart = (step: Step): readonly RoleId[] => {
  switch (step.kind) {
    case 'questionnaire':
      return roleIds.filter((role) => step.asks[role] !== undefined)
    case 'interview':
      return ['mentor']
    case 'allocation':
    case 'session':
      return roleIds
  }
}

const collectedAt = (protocol: Protocol, step: Step): string => {
  switch (step.kind) {
    case 'questionnaire': {
      const asked = whoTakesPart(step).map((role) => askedOf(protocol, step, role))
      return [
        ...asked,
        ...(step.willingness
          ? [
              `In private: for each mentee, whether the mentor would be willing to mentor them${ranked(protocol)}.`,
            ]
          : []),
      ].join(' ')
    }
    case 'interview':
      return 'What the mentors, as a group, say about each mentee. It becomes one document for each mentee, in the voice of the group.'
    case 'allocation':
      return `${vetoed(protocol)}Who mentors whom, drawn at random within the willingness, with the seed of the draw.`
    case 'session':
      return 'That the pair met, and for how long. Nothing that is said in it.'
  }
}

/** What a mentor says beside yes and no. */
const ranked = ({ rules }: Protocol): string =>
  [
    rules.preferences === undefined ? '' : ', and in which order they would like them',
    rules.menteesPerMentor === undefined ? '' : '; how many they would mentor at most',
  ].join('')

const vetoed = ({ rules }: Protocol): string =>
  rules.menteeVetoes === undefined
    ? ''
    : `Before it, in private: up to ${rules.menteeVetoes} of the mentors with whom a mentee does not want to be paired. `

const askedOf = (protocol: Protocol, step: QuestionnaireStep, role: RoleId): string => {
  const { measures = [], items = [] } = step.asks[role] ?? {}
  const labels = [...labelsOf(protocol.measures, measures), ...labelsOf(protocol.items, items)]
  return `${protocol.roles[role].plural}: ${labels.join('; ')}.`
}

/** `Mentors and mentees`. */
const groups = ({ roles }: Protocol, shown: readonly RoleId[]): string =>
  listed(
    shown.map((role, place) =>
      place === 0 ? roles[role].plural : insideSentence(roles[role].plural),
    ),
  )

type Labelled = { readonly id: string; readonly label: string }

const labelsOf = (all: readonly Labelled[], ids: readonly string[]): readonly string[] =>
  all.filter(({ id }) => ids.includes(id)).map(({ label }) => label)

const askedHow = (protocol: Protocol, { answered }: Measure): string =>
  answered === 'overall' ? 'Once' : `For each ${insideSentence(nounOfDomains(protocol).singular)}`

const scaleOf = ({ scales }: Protocol, measure: Measure): string => {
  const anchors = scales.find(({ id }) => id === measure.scale)?.anchors ?? []
  const [first, last] = [anchors.at(0), anchors.at(-1)]
  return first === undefined || last === undefined
    ? ''
    : `${first.value} ${first.label} to ${last.value} ${last.label}`
}

type Row = readonly [question: string, who: string, kind: string]

const table = (caption: string, rows: readonly Row[]): readonly WordBlock[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption,
          columns: [
            { header: 'What is asked', share: 5 },
            { header: 'Who is asked', share: 3 },
            { header: 'Form of the answer', share: 3 },
          ],
          rows,
        },
      ]

const itemRow =
  (protocol: Protocol) =>
  (item: Item): Row => [item.question, groups(protocol, item.roles), formOf(item)]

const characteristicRow =
  (protocol: Protocol) =>
  (characteristic: Characteristic): Row => [
    characteristic.label,
    groups(protocol, characteristic.roles),
    formOf(characteristic),
  ]

const formOf = (asked: Item | Characteristic): string => {
  switch (asked.kind) {
    case 'free_text':
      return 'Free text, encrypted'
    case 'number':
      return `A number (${asked.unit})`
    case 'single_choice':
    case 'choice':
      return `One of ${asked.options.length} choices`
  }
}
