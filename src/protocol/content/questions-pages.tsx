/** All questions of a programme: what each asks, on what, of whom and when, and what might be misread. */
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Tag } from '../../web/components/tag.tsx'
import { EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { Item, Measure, Protocol } from '../model.ts'
import { findMeasure, scaleOf } from '../rules.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { insideSentence } from '../wording/words.ts'
import { placesOf } from './asks.ts'
import { Entry, EntryActs, remove, Warnings } from './entry-pages.tsx'
import { lintItem, lintMeasure } from './lint-question.ts'
import { wordsOfPlaces } from './place-words.ts'
import type { QuestionsForm } from './question-list-form.ts'

type Props = { readonly editing: Editing<QuestionsForm> }

export const QuestionsPage = ({ editing }: Props) => {
  const { measures, items } = editing.programme.protocol
  const root = editing.action
  return (
    <EditingFrame editing={editing} title="Questions">
      <p>
        Everything that people are asked. Where the wording could mislead, it says so below the
        question: look at it, and decide yourself.
      </p>
      <ButtonGroup>
        <ButtonLink href={`${root}/new-measure`} variant="secondary">
          Add a scale
        </ButtonLink>
        <ButtonLink href={`${root}/new-item`} variant="secondary">
          Add a single question
        </ButtonLink>
      </ButtonGroup>
      <h2 className="nhsuk-heading-m">Scales</h2>
      {each(measures, (measure) => (
        <MeasureEntry editing={editing} measure={measure} />
      ))}
      <h2 className="nhsuk-heading-m">Single questions</h2>
      {each(items, (item) => (
        <ItemEntry editing={editing} item={item} />
      ))}
    </EditingFrame>
  )
}

const MeasureEntry = ({ editing, measure }: Props & { readonly measure: Measure }) => {
  const { protocol } = editing.programme
  const { id, label, question } = measure
  const scale = scaleOf(protocol, measure)
  const [first, last] = [scale.anchors[0], scale.anchors.at(-1)]
  return (
    <Entry heading={label} href={`${editing.action}/measures/${id}`} label={label}>
      <p>{question}</p>
      <p className="nhsuk-body-s">
        {scale.anchors.length} answers, from {first?.value} “{first?.label}” to {last?.value} “
        {last?.label}”, {answeredFor(protocol, measure)}
      </p>
      <ThenTestOf protocol={protocol} measure={measure} />
      <Asked protocol={protocol} id={id} isRequired={measure.required !== false} />
      <Warnings warnings={lintMeasure(measure, scale)} />
      <EntryActs editing={editing} id={id} label={label} acts={[remove]} />
    </Entry>
  )
}

const answeredFor = (protocol: Protocol, { answered }: Measure): string =>
  answered === 'overall'
    ? 'answered once'
    : `answered for each ${insideSentence(nounOfDomains(protocol).singular)}`

type OfMeasure = { readonly protocol: Protocol; readonly measure: Measure }

const ThenTestOf = ({ protocol, measure: { retrospectiveOf } }: OfMeasure) =>
  retrospectiveOf === undefined ? null : (
    <p className="nhsuk-body-s">
      Asks afterwards how “{findMeasure(protocol, retrospectiveOf)?.label}” was before
    </p>
  )

const kinds = {
  single_choice: 'One of several options',
  number: 'A number',
  free_text: 'Free text',
} as const

const answersTo = (item: Item): string => {
  switch (item.kind) {
    case 'free_text':
      return kinds.free_text
    case 'number':
      return `${kinds.number} of ${item.unit}, from ${item.min} to ${item.max}`
    case 'single_choice':
      return `${kinds.single_choice}: ${item.options.map(({ label }) => label).join(', ')}`
  }
}

const ItemEntry = ({ editing, item }: Props & { readonly item: Item }) => {
  const { id, label, question, required } = item
  return (
    <Entry heading={label} href={`${editing.action}/items/${id}`} label={label}>
      <p>{question}</p>
      <p className="nhsuk-body-s">{answersTo(item)}</p>
      <Asked protocol={editing.programme.protocol} id={id} isRequired={required} />
      <Warnings warnings={lintItem(item)} />
      <EntryActs editing={editing} id={id} label={label} acts={[remove]} />
    </Entry>
  )
}

type AskedProps = {
  readonly protocol: Protocol
  readonly id: string
  readonly isRequired: boolean
}

const Asked = ({ protocol, id, isRequired }: AskedProps) => {
  const places = placesOf(protocol, id)
  return (
    <p className="nhsuk-body-s">
      {isRequired ? <Tag colour="blue">Required</Tag> : <Tag colour="grey">May be left out</Tag>}{' '}
      {places.length === 0 ? (
        <Tag colour="yellow">Asked nowhere</Tag>
      ) : (
        `Asked ${wordsOfPlaces(protocol, places)}`
      )}
    </p>
  )
}
