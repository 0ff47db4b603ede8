/** A mentee lets somebody else book: who it is, what they can do, and what they never see. */
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { canDo, neverSees } from './delegate-words.ts'
import { mayHaveDelegate, type TypedDelegate } from './rules.ts'

export const delegateTitle = 'Let somebody else book for you'

export type DelegateError = { readonly field: 'name' | 'email'; readonly text: string }

export type DelegatePageProps = {
  readonly own: OwnPairs
  /** Who books now; null: nobody. */
  readonly delegate: TypedDelegate | null
  readonly typed: TypedDelegate
  readonly error: DelegateError | null
  readonly sendsMail: boolean
  /** Of naming, and of removing. */
  readonly idempotencyKeys: readonly [string, string]
}

export const DelegatePage = (props: DelegatePageProps) => {
  const { own, error } = props
  const base = `/programmes/${own.programme.programmeId}`
  return (
    <TitledPage
      caption={own.programme.name}
      title={delegateTitle}
      errors={error === null ? [] : [{ text: error.text, fieldId: error.field }]}
    >
      <p>Somebody whom you trust with your diary, such as a personal assistant, can {canDo}.</p>
      <p>They never see:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(neverSees, (text) => (
          <li>{text}</li>
        ))}
      </ul>
      {mayHaveDelegate(own) ? <Naming {...props} /> : <NotNow own={own} />}
      <p>
        <a href={`${base}/session`}>Go to your session</a>
      </p>
    </TitledPage>
  )
}

const NotNow = ({ own: { programme } }: Pick<DelegatePageProps, 'own'>) => (
  <p>
    {programme.state === 'closed'
      ? 'The programme is over, so there is nothing left to book.'
      : 'You can name somebody once the programme is open and you take part.'}
  </p>
)

const Naming = (props: DelegatePageProps) => (
  <>
    <Current {...props} />
    <h2 className="nhsuk-heading-m">
      {props.delegate === null ? 'Name somebody' : 'Name somebody else, or send a new link'}
    </h2>
    <p>
      {props.sendsMail
        ? 'They get an email with a link of their own.'
        : 'They get an email with a link of their own once email is set up here.'}
      {props.delegate === null ? '' : ' The link that was sent before no longer works then.'}
    </p>
    <NameForm {...props} />
  </>
)

const Current = ({ own, delegate, idempotencyKeys }: DelegatePageProps) =>
  delegate === null ? null : (
    <>
      <h2 className="nhsuk-heading-m">Who books for you now</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: delegate.name },
          { key: 'Email address', value: delegate.email },
        ]}
      />
      <p>
        Invitations, changes and cancellations for the calendar go to them too. Once you remove
        them, their link opens nothing; what is in their calendar stays there.
      </p>
      <Form
        action={`/programmes/${own.programme.programmeId}/session/delegate/remove`}
        idempotencyKey={idempotencyKeys[1]}
      >
        <Button variant="secondary">Remove {delegate.name}</Button>
      </Form>
    </>
  )

const NameForm = ({ own, typed, error, idempotencyKeys }: DelegatePageProps) => {
  const errorAt = (field: DelegateError['field']) =>
    error?.field === field ? error.text : undefined
  return (
    <Form
      action={`/programmes/${own.programme.programmeId}/session/delegate`}
      idempotencyKey={idempotencyKeys[0]}
    >
      <TextInput
        name="name"
        label="Their name"
        labelSize="s"
        value={typed.name}
        autoComplete="off"
        error={errorAt('name')}
      />
      <TextInput
        name="email"
        label="Their email address"
        labelSize="s"
        type="email"
        value={typed.email}
        autoComplete="off"
        error={errorAt('email')}
      />
      <Button>Send them a link</Button>
    </Form>
  )
}
