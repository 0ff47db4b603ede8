/** One of a pair ends it: what then happens, a box and a button. There is no field for a reason. */
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import { notRecorded } from '../preparation/preparation-words.ts'
import { exitOpening, nothingToEnd, whatHappens } from './exit-words.ts'

export const exitTitle = 'End your pair'

export type ExitError = { readonly text: string; readonly field: 'partner' | 'confirmed' }

export type ExitPageProps = {
  readonly own: OwnPairs
  /** Which pair is chosen; empty: none. */
  readonly partnerId: string
  readonly error: ExitError | null
  readonly idempotencyKey: string
}

export const ExitPage = (props: ExitPageProps) => {
  const { own, error } = props
  const { programme, pairs } = own
  const hasForm = programme.state === 'open' && pairs.length > 0
  return (
    <TitledPage
      caption={programme.name}
      title={exitTitle}
      errors={error === null ? [] : [{ text: error.text, fieldId: error.field }]}
    >
      {hasForm ? <Before {...props} /> : <NothingToEnd own={own} />}
      <p>
        <a href={`/programmes/${programme.programmeId}/partner`}>Go to your partner page</a>
      </p>
    </TitledPage>
  )
}

const NothingToEnd = ({ own: { programme } }: Pick<ExitPageProps, 'own'>) => (
  <p>{programme.state === 'open' ? nothingToEnd.noPair : nothingToEnd.notOpen}</p>
)

const Before = (props: ExitPageProps) => (
  <>
    <p>{exitOpening}</p>
    <h2 className="nhsuk-heading-m">What happens</h2>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(whatHappens, (text) => (
        <li>{text}</li>
      ))}
    </ul>
    <p>This cannot be undone.</p>
    <InsetText>{notRecorded}</InsetText>
    <Elsewhere programme={props.own.programme} />
    <ExitForm {...props} />
  </>
)

const Elsewhere = ({ programme }: { readonly programme: OpenProgramme }) => {
  const base = `/programmes/${programme.programmeId}`
  return (
    <p>
      If something happened that others must know about, this page does not pass it on:{' '}
      <a href={`${base}/concern`}>raise a concern</a>. To leave the whole programme,{' '}
      <a href={`${base}/withdraw`}>withdraw</a>.
    </p>
  )
}

const errorAt = ({ error }: ExitPageProps, field: ExitError['field']): string | undefined =>
  error?.field === field ? error.text : undefined

const ExitForm = (props: ExitPageProps) => {
  const { own, idempotencyKey } = props
  return (
    <Form
      action={`/programmes/${own.programme.programmeId}/session/exit`}
      idempotencyKey={idempotencyKey}
    >
      <WhichPair {...props} />
      <Checkboxes
        name="confirmed"
        label={<span className="nhsuk-u-visually-hidden">Confirm</span>}
        error={errorAt(props, 'confirmed')}
        choices={[{ value: 'yes', label: confirmation(own.pairs) }]}
      />
      <Button variant="warning">End the pair</Button>
    </Form>
  )
}

const confirmation = (pairs: readonly OwnPair[]): string => {
  const [only, ...others] = pairs
  return only === undefined || others.length > 0
    ? 'I want to end this pair'
    : `I want to end my pair with ${only.partner.name}`
}

const WhichPair = (props: ExitPageProps) => {
  const { pairs } = props.own
  const [only, ...others] = pairs
  if (only !== undefined && others.length === 0)
    return <input type="hidden" name="partner" value={only.partner.participantId} />
  return (
    <Radios
      name="partner"
      label="Which pair is to end?"
      labelSize="s"
      error={errorAt(props, 'partner')}
      choices={pairs.map(({ partner }) => ({
        value: partner.participantId,
        label: `With ${partner.name}`,
      }))}
      value={props.partnerId}
    />
  )
}
