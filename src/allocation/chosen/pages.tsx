/** The lead chooses the pairs by hand: a form, and a page to check them before they are kept. */
import type { ReactNode } from 'react'
import type { Protocol } from '../../protocol/model.ts'
import { insideSentence, listed, plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Select } from '../../web/components/select.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { LoadedChoosing } from './load-choosing.ts'
import type { Choices, Choosing, ChosenPair, Place } from './model.ts'
import { isSupervised } from './rules.ts'

export const chosenTitle = 'Choose the pairs yourself'

type ProgrammeProps = { readonly loaded: LoadedChoosing }
type FrameProps = ProgrammeProps & {
  readonly title?: string
  readonly errors?: readonly FieldError[]
  readonly children: ReactNode
}

const addressOf = ({ loaded: { allocation } }: ProgrammeProps): string =>
  `/programmes/${allocation.programme.programmeId}/allocation`

const Frame = ({ loaded, title = chosenTitle, errors = [], children }: FrameProps) => (
  <>
    <Breadcrumb crumbs={[{ label: 'Allocation', href: addressOf({ loaded }) }]} />
    <TitledPage caption={loaded.allocation.programme.name} title={title} errors={errors}>
      {children}
    </TitledPage>
  </>
)

export const NothingToChoosePage = ({
  sentence,
  ...props
}: ProgrammeProps & { readonly sentence: string }) => (
  <Frame {...props}>
    <InsetText>{sentence}</InsetText>
    <p>
      <a href={addressOf(props)}>Go to the allocation</a>
    </p>
  </Frame>
)

export type Typed = {
  readonly choices: Choices
  readonly reason: string
  /** By field. */
  readonly errors: ReadonlyMap<string, string>
}

type FormProps = ProgrammeProps &
  Typed & { readonly choosing: Choosing; readonly idempotencyKey: string }

export const ChoosePage = (props: FormProps) => {
  const { loaded, choosing, errors, reason, idempotencyKey } = props
  const { protocol } = loaded.allocation.programme
  return (
    <Frame loaded={loaded} errors={[...errors].map(([fieldId, text]) => ({ fieldId, text }))}>
      <NotRandom protocol={protocol} />
      <p>{startOf(choosing, protocol)}</p>
      <Form action={`${addressOf(props)}/chosen`} idempotencyKey={idempotencyKey}>
        {each(choosing.places, (place) => (
          <PlaceSelect {...props} place={place} />
        ))}
        {choosing.kind === 'first' ? null : (
          <Textarea
            name="reason"
            label={whyOf[choosing.kind]}
            labelSize="s"
            hint="It stands in the certificate. Name nobody."
            rows={3}
            value={reason}
            error={errors.get('reason')}
          />
        )}
        <Button>Check the pairs</Button>
      </Form>
    </Frame>
  )
}

const whyOf = {
  again: 'Why do you choose again?',
  departure: 'Why are more pairs chosen?',
} as const

const NotRandom = ({ protocol }: { readonly protocol: Protocol }) => (
  <WarningCallout heading="These pairs are not random" headingLevel={2}>
    <p>
      Every report will say that the coordinator chose the pairs, and that they are not random. What
      the {plural(protocol, 'mentor')} and the {plural(protocol, 'mentee')} have said in private
      about each other is neither looked at nor shown here: ask people yourself whether they would
      be willing. Once you keep the pairs, nobody can change what they said any more.
    </p>
  </WarningCallout>
)

const startOf = ({ kind }: Choosing, protocol: Protocol): string => {
  switch (kind) {
    case 'first':
      return 'You can check the pairs before they are kept, and choose again until you publish them.'
    case 'again':
      return 'You have chosen the pairs below, and nobody has been told. If you keep others, they take their place.'
    case 'departure':
      return `The pairs that there are stay as they are. Choose for the ${plural(protocol, 'mentee')} who have no ${insideSentence(protocol.roles.mentor.label)}.`
  }
}

const PlaceSelect = ({
  loaded,
  choosing,
  choices,
  errors,
  place,
}: FormProps & { readonly place: Place }) => {
  const { protocol } = loaded.allocation.programme
  const { field, mentee } = place
  const nobody = { value: '', label: `No ${insideSentence(protocol.roles.mentor.label)}` }
  return (
    <Select
      name={field}
      label={labelOf(choosing, place)}
      labelSize="s"
      error={errors.get(field)}
      value={choices.get(field) ?? ''}
      options={[
        nobody,
        ...choosing.mentors.map(({ participantId, name }) => ({
          value: participantId,
          label: choosing.supervisions.some(
            (one) => one.mentorId === participantId && one.menteeId === mentee.participantId,
          )
            ? `${name} (whom they supervise)`
            : name,
        })),
      ]}
    />
  )
}

/** Where a mentee has several places, each has its number. */
const labelOf = ({ places }: Choosing, { mentee, field }: Place): string => {
  const own = places.filter((one) => one.mentee.participantId === mentee.participantId)
  const number = own.findIndex((one) => one.field === field) + 1
  return own.length > 1 ? `${mentee.name}, ${number} of ${own.length}` : mentee.name
}

type CheckProps = ProgrammeProps & {
  readonly choosing: Choosing
  readonly pairs: readonly ChosenPair[]
  readonly choices: Choices
  readonly reason: string
  readonly idempotencyKey: string
}

export const CheckPage = (props: CheckProps) => {
  const { loaded, choosing, choices, reason, idempotencyKey } = props
  return (
    <Frame loaded={loaded} title="Check the pairs">
      <PairsChosen {...props} />
      <p>
        Nobody is told yet. When you have kept the pairs you can still choose again, until you
        publish them; then each pair is told at the same time.
      </p>
      <Form action={`${addressOf(props)}/chosen`} idempotencyKey={idempotencyKey}>
        {each(choosing.places, ({ field }) => (
          <input type="hidden" name={field} value={choices.get(field) ?? ''} />
        ))}
        <input type="hidden" name="reason" value={reason} />
        <ButtonGroup>
          <Button name="step" value="keep">
            Keep these pairs
          </Button>
          <Button name="step" value="change" variant="secondary">
            Change them
          </Button>
        </ButtonGroup>
      </Form>
    </Frame>
  )
}

const PairsChosen = ({ loaded, choosing, pairs, reason }: CheckProps) => {
  const { protocol } = loaded.allocation.programme
  const mentorsOf = (menteeId: string) =>
    listed(pairs.filter((pair) => pair.menteeId === menteeId).map(({ mentor }) => mentor.name))
  const none = `No ${insideSentence(protocol.roles.mentor.label)}`
  const free = choosing.mentors.filter(({ participantId }) =>
    pairs.every(({ mentorId }) => mentorId !== participantId),
  )
  const own = pairs.filter((pair) => isSupervised(choosing, pair))
  return (
    <>
      <SummaryList
        rows={[
          ...choosing.mentees.map(({ participantId, name }) => ({
            key: name,
            value: mentorsOf(participantId) || none,
          })),
          ...(choosing.kind === 'first' ? [] : [{ key: 'Reason', value: reason }]),
        ]}
      />
      {free.length === 0 ? null : (
        <p>{`Without a ${insideSentence(protocol.roles.mentee.label)}: ${listed(free.map(({ name }) => name))}.`}</p>
      )}
      {own.length === 0 ? null : (
        <p>{`Paired with their own supervisor: ${listed(own.map(({ mentor }) => mentor.name))}.`}</p>
      )}
    </>
  )
}
