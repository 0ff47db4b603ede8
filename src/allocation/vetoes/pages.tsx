/** With which mentors a mentee does not want to be paired: asked in private, for the draw alone. */
import type { ReactNode } from 'react'
import type { Protocol } from '../../protocol/model.ts'
import { insideSentence, listed, peopleOf, plural } from '../../protocol/wording/words.ts'
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { lockWords } from '../willingness/lock.ts'
import type { Vetoes } from './load-vetoes.ts'

export const mentorsField = 'mentors'

export type VetoPageProps = {
  readonly vetoes: Vetoes
  /** As chosen in the form, or as said before. */
  readonly chosen: readonly string[]
  readonly error: string | null
  readonly isSaved: boolean
  readonly idempotencyKey: string
}

type FrameProps = { readonly vetoes: Vetoes; readonly children?: ReactNode }

const titleOf = (protocol: Protocol): string =>
  `Is there a ${insideSentence(protocol.roles.mentor.label)} you do not want to be paired with?`

const Title = ({ vetoes: { programme } }: FrameProps) => (
  <PageHeading caption={programme.name}>{titleOf(programme.protocol)}</PageHeading>
)

export const VetoPage = (props: VetoPageProps) => {
  const { vetoes, error, isSaved } = props
  const { protocol } = vetoes.programme
  return (
    <Columns>
      <ErrorSummary errors={error === null ? [] : [{ text: error, fieldId: mentorsField }]} />
      {isSaved ? (
        <NotificationBanner kind="success">
          This is saved. You can change it until it is closed for the draw.
        </NotificationBanner>
      ) : null}
      <Title vetoes={vetoes} />
      <WhoSees protocol={protocol} />
      {vetoes.offered.length === 0 ? (
        <InsetText>
          {`There are no ${plural(protocol, 'mentor')} to ask you about yet. Come back later.`}
        </InsetText>
      ) : (
        <VetoForm {...props} />
      )}
    </Columns>
  )
}

const WhoSees = ({ protocol }: { readonly protocol: Protocol }) => (
  <InsetText>
    <p>
      This is private. What you choose is kept under a code and is used by the draw alone. No{' '}
      {insideSentence(protocol.roles.mentor.label)}, no other{' '}
      {insideSentence(protocol.roles.mentee.label)}, and nobody who runs the programme is told whom
      you chose, or that you chose anybody.
    </p>
  </InsetText>
)

const VetoForm = ({ vetoes, chosen, error, idempotencyKey }: VetoPageProps) => {
  const { programme, offered } = vetoes
  const { protocol, programmeId } = programme
  const most = protocol.rules.menteeVetoes ?? 0
  return (
    <>
      <p>
        {`You do not have to choose anybody. Whom you choose you are not drawn for, and you are not asked why. The fewer you choose, the more is left to the draw.`}
      </p>
      <Form action={`/programmes/${programmeId}/vetoes`} idempotencyKey={idempotencyKey}>
        <Checkboxes
          name={mentorsField}
          label={`I do not want to be paired with`}
          labelSize="s"
          hint={`Choose up to ${peopleOf(protocol, 'mentor', most)}, or nobody`}
          error={error ?? undefined}
          values={chosen}
          choices={offered.map(({ participantId, name }) => ({
            value: participantId,
            label: name,
          }))}
        />
        <Button>Save</Button>
      </Form>
    </>
  )
}

export const FinalVetoPage = ({ vetoes }: FrameProps) => {
  const { offered, named, lock } = vetoes
  const names = offered.flatMap(({ participantId, name }) =>
    named.includes(participantId) ? [name] : [],
  )
  return (
    <Columns>
      <Title vetoes={vetoes} />
      <InsetText>{lockWords[lock ?? 'over']}</InsetText>
      <p>
        {names.length === 0
          ? 'You chose nobody.'
          : `You do not want to be paired with ${listed(names)}.`}
      </p>
      <p>Only you see this page.</p>
    </Columns>
  )
}

const notNow = {
  not_open: 'You are asked about this once the programme is open.',
  not_asked: 'This programme does not ask about it. There is nothing for you to do here.',
  invited: 'You are asked about this once you have agreed to take part.',
  declined: 'You said that you do not want to take part, so you are not asked.',
  withdrawn: 'You have withdrawn from the programme, so you are not asked any more.',
} as const

type NotNowProps = FrameProps & { readonly standing: keyof typeof notNow }

export const NoVetoPage = ({ vetoes, standing }: NotNowProps) => (
  <Columns>
    <Title vetoes={vetoes} />
    <p>{notNow[standing]}</p>
    <p>
      <a href={`/programmes/${vetoes.programme.programmeId}`}>Go to your programme</a>
    </p>
  </Columns>
)
