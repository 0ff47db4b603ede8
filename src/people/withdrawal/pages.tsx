/** Withdrawing: what then happens, and a box to confirm it. */
import type { ReactNode } from 'react'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { ErrorSummary, type FieldError } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import { withdrawalLabels } from '../consent/model.ts'
import type { WithdrawalChoice } from '../model.ts'
import { phaseInWords, phasesToChoose } from './rules.ts'

/** What was promised, in the words that were agreed to. */
export type Promised = {
  readonly choice: WithdrawalChoice
  readonly effect: string
  /** Whether a consent is recorded here at all. */
  readonly isRecorded: boolean
}

export type WithdrawalErrors = Readonly<Partial<Record<'confirmed' | 'phase', string>>>

type FormProps = {
  readonly action: string
  readonly promised: Promised
  readonly errors: WithdrawalErrors
  readonly idempotencyKey: string
}

const errorsFor = (errors: WithdrawalErrors): readonly FieldError[] =>
  Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text: String(text) }))

/** Deleting and unlinking cannot be undone, and neither can be begun by a slip of the finger. */
const Effect = ({ choice, effect, isRecorded }: Promised) => (
  <WarningCallout heading={withdrawalLabels[choice]} headingLevel={2}>
    <p>{effect}</p>
    {isRecorded ? null : <p>No consent is recorded here, so nothing else was promised.</p>}
    {choice === 'stop' ? null : <p>This cannot be undone.</p>}
  </WarningCallout>
)

const Confirmation = ({
  label,
  error,
}: {
  readonly label: string
  readonly error?: string | undefined
}) => (
  <Checkboxes
    name="confirmed"
    label={<span className="nhsuk-u-visually-hidden">Confirm</span>}
    error={error}
    choices={[{ value: 'yes', label }]}
  />
)

type OwnPageProps = FormProps & {
  /** The address of their reflection pack, which goes too; null: they cannot have one, or it stays. */
  readonly packHref: string | null
}

export const WithdrawPage = (props: OwnPageProps) => (
  <Columns>
    <ErrorSummary errors={errorsFor(props.errors)} />
    <h1 className="nhsuk-heading-l">Withdraw from the programme</h1>
    <p>
      You can withdraw at any time, and you do not have to say why. The programme lead is told that
      you have withdrawn. This is what you agreed would happen:
    </p>
    <Effect {...props.promised} />
    {props.packHref === null ? null : (
      <p>
        Your reflection pack, if you have one, is deleted too. To keep it,{' '}
        <a href={props.packHref}>save it as a file</a> first.
      </p>
    )}
    <Form action={props.action} idempotencyKey={props.idempotencyKey}>
      <Confirmation label="I want to withdraw from the programme" error={props.errors.confirmed} />
      <Button variant="warning">Withdraw</Button>
    </Form>
  </Columns>
)

type LeadPageProps = FormProps & {
  readonly programmeId: string
  readonly name: string
  /** The reflection pack that they may have goes too. */
  readonly losesPack: boolean
  /** The last phase in which anything was asked of this person. */
  readonly lastPhase: number
  readonly phase: string
}

export const WithdrawSomebodyPage = (props: LeadPageProps) => (
  <>
    <PeopleCrumb programmeId={props.programmeId} />
    <Columns>
      <ErrorSummary errors={errorsFor(props.errors)} />
      <h1 className="nhsuk-heading-l">{props.name} withdraws</h1>
      <p>
        Record this when somebody has told you that they leave. Do not record the reason. This is
        what they agreed would happen:
      </p>
      <Effect {...props.promised} />
      {props.losesPack ? (
        <p>
          If they have a reflection pack, it is deleted too. You cannot see whether they have one:
          ask them to save it as a file first.
        </p>
      ) : null}
      <Form action={props.action} idempotencyKey={props.idempotencyKey}>
        <Radios
          name="phase"
          label="Which was the last phase they took part in?"
          labelSize="s"
          hint="Reports show how many people were there at each point."
          error={props.errors.phase}
          choices={phasesToChoose(props.lastPhase).map((phase) => ({
            value: String(phase),
            label: phaseInWords(phase),
          }))}
          value={props.phase}
        />
        <Confirmation
          label="They told me that they want to withdraw"
          error={props.errors.confirmed}
        />
        <Button variant="warning">Record the withdrawal</Button>
      </Form>
    </Columns>
  </>
)

const PeopleCrumb = ({ programmeId }: { readonly programmeId: string }) => (
  <Breadcrumb crumbs={[{ label: 'People', href: `/programmes/${programmeId}/people` }]} />
)

type NothingProps = {
  readonly programmeId: string
  readonly heading: string
  readonly children: ReactNode
}

/** To the lead, about somebody who has not agreed or has left. */
export const NothingToWithdrawPage = ({ programmeId, heading, children }: NothingProps) => (
  <>
    <PeopleCrumb programmeId={programmeId} />
    <Columns>
      <h1 className="nhsuk-heading-l">{heading}</h1>
      <InsetText>{children}</InsetText>
    </Columns>
  </>
)
