/** The questions of a protocol for reading: their words, scales and choices. */
import { each } from '../../web/components/each.ts'
import type { Characteristic, Item, Measure, Protocol } from '../model.ts'
import { scaleOf } from '../rules.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { insideSentence, listed } from '../wording/words.ts'
import { Part, questionId } from './part-of-protocol.tsx'

type Props = { readonly protocol: Protocol }

export const QuestionsInWords = ({ protocol }: Props) => (
  <>
    <Part id="questions" title="Questions on a scale">
      {each(protocol.measures, (measure) => (
        <MeasureInWords protocol={protocol} measure={measure} />
      ))}
    </Part>
    {protocol.items.length === 0 ? null : (
      <Part id="other-questions" title="Other questions">
        {each(protocol.items, (item) => (
          <ItemInWords item={item} />
        ))}
      </Part>
    )}
    {protocol.characteristics.length === 0 ? null : (
      <Part id="characteristics" title="About each person">
        {each(protocol.characteristics, (characteristic) => (
          <CharacteristicInWords protocol={protocol} characteristic={characteristic} />
        ))}
      </Part>
    )}
  </>
)

type QuestionProps = {
  readonly id?: string
  readonly label: string
  readonly words: string | null
  readonly notes: readonly string[]
  readonly choices: readonly string[]
}

const Question = ({ id, label, words, notes, choices }: QuestionProps) => (
  <section className="app-question" id={id}>
    <h3 className="nhsuk-heading-s">{label}</h3>
    {words === null ? null : <p>“{words}”</p>}
    {choices.length === 0 ? null : (
      <ul className="app-question__choices">
        {each(choices, (choice) => (
          <li>{choice}</li>
        ))}
      </ul>
    )}
    {notes.length === 0 ? null : <p className="app-question__notes">{notes.join('. ')}.</p>}
  </section>
)

type Asked = {
  readonly required?: boolean | undefined
  readonly preferNotToSay?: boolean | undefined
}

const answering = ({ required, preferNotToSay }: Asked): readonly string[] => [
  required === false ? 'It may be left out' : 'It must be answered',
  ...(preferNotToSay === true ? ['“Prefer not to say” is offered'] : []),
]

const MeasureInWords = ({ protocol, measure }: Props & { readonly measure: Measure }) => {
  const noun = insideSentence(nounOfDomains(protocol).singular)
  const before = protocol.measures.find(({ id }) => id === measure.retrospectiveOf)
  return (
    <Question
      id={questionId(measure)}
      label={measure.label}
      words={measure.question}
      choices={scaleOf(protocol, measure).anchors.map(({ value, label }) => `${value} ${label}`)}
      notes={[
        measure.answered === 'overall' ? 'Asked once overall' : `Asked for each ${noun}`,
        ...(before === undefined ? [] : [`Asks afterwards how it was before: “${before.label}”`]),
        ...answering(measure),
      ]}
    />
  )
}

const formOf = (entry: Item | Characteristic): string => {
  switch (entry.kind) {
    case 'single_choice':
    case 'choice':
      return 'One choice'
    case 'number':
      return 'min' in entry
        ? `A number from ${entry.min} to ${entry.max} ${entry.unit}`
        : `A number in ${entry.unit}`
    case 'free_text':
      return 'Free text'
  }
}

const choicesOf = (entry: Item | Characteristic): readonly string[] =>
  'options' in entry ? entry.options.map(({ label }) => label) : []

const ItemInWords = ({ item }: { readonly item: Item }) => (
  <Question
    id={questionId(item)}
    label={item.label}
    words={item.question}
    choices={choicesOf(item)}
    notes={[formOf(item), ...answering(item)]}
  />
)

type CharacteristicProps = Props & { readonly characteristic: Characteristic }

const CharacteristicInWords = ({ protocol, characteristic }: CharacteristicProps) => (
  <Question
    label={characteristic.label}
    words={null}
    choices={choicesOf(characteristic)}
    notes={[
      formOf(characteristic),
      `Asked of ${listed(characteristic.roles.map((role) => insideSentence(protocol.roles[role].plural)))}`,
    ]}
  />
)
