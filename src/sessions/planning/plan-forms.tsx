/**
 * The forms in which a session is planned. They name nobody and say nothing of the programme, so that whoever books for
 * a mentee has the same ones.
 */
import type { ReactNode } from 'react'
import type { Protocol } from '../../protocol/model.ts'
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { sessionModes } from '../store.ts'
import { modeWords } from './meeting-words.ts'
import { mostProposals, type Plan } from './model.ts'
import { fieldIdOf, type PlanErrors, type TypedPlan, timeField } from './plan-form.ts'
import { lengthsOf } from './rules.ts'
import { TimeInput } from './time-input.tsx'
import { timeInWords, typedTimeOf } from './typed-times.ts'

/** Where a form goes, what it carries along besides what is typed, and its way back. */
export type FormTarget = {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly idempotencyKey: string
}

type TargetProps = { readonly target: FormTarget; readonly children: ReactNode }

const TargetForm = ({ target, children }: TargetProps) => (
  <Form action={target.action} idempotencyKey={target.idempotencyKey}>
    {each(Object.entries(target.hidden), ([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </Form>
)

export const PlanErrorSummary = ({ errors }: { readonly errors: PlanErrors }) => (
  <ErrorSummary
    errors={[...errors].map(([field, text]) => ({ text, fieldId: fieldIdOf(field) }))}
  />
)

export type PlanFormProps = {
  readonly target: FormTarget
  readonly protocol: Protocol
  readonly typed: TypedPlan
  readonly errors: PlanErrors
  readonly backHref: string
  readonly now: Date
}

/** With a day that could be meant. */
const timeHint = (now: Date): string => {
  const { day, month, year } = typedTimeOf(new Date(now.getTime() + 7 * 86_400_000))
  return `In London time. For example, ${day} ${month} ${year} and 14:30`
}

export const ProposeForm = (props: PlanFormProps) => (
  <TargetForm target={props.target}>
    <p>
      Enter up to {mostProposals} times at which you could meet. The other person accepts one, or
      proposes others.
    </p>
    {each(props.typed.times, (value, place) => (
      <TimeInput
        name={timeField(place)}
        label={place === 0 ? 'Time 1' : `Time ${place + 1}, if you like`}
        labelSize="s"
        hint={place === 0 ? timeHint(props.now) : undefined}
        value={value}
        error={props.errors.get(timeField(place))}
      />
    ))}
    <MeetingFields {...props} />
    <Ways backHref={props.backHref}>Propose these times</Ways>
  </TargetForm>
)

export const MoveForm = (props: PlanFormProps) => (
  <TargetForm target={props.target}>
    {each(props.typed.times, (value, place) => (
      <TimeInput
        name={timeField(place)}
        label="When do you meet?"
        labelSize="m"
        hint={timeHint(props.now)}
        value={value}
        error={props.errors.get(timeField(place))}
      />
    ))}
    <MeetingFields {...props} />
    <Ways backHref={props.backHref}>Move the session</Ways>
  </TargetForm>
)

const lengthHint = (protocol: Protocol): string => {
  const { least, most } = lengthsOf(protocol)
  return least === most
    ? `In minutes: ${most}`
    : `In minutes, from ${least}. ${most} minutes is the upper limit of this programme`
}

const MeetingFields = ({
  protocol,
  typed,
  errors,
}: Pick<PlanFormProps, 'protocol' | 'typed' | 'errors'>) => (
  <>
    <TextInput
      name="minutes"
      label="How long is the session?"
      labelSize="m"
      hint={lengthHint(protocol)}
      value={typed.minutes}
      width={3}
      inputMode="numeric"
      suffix="minutes"
      error={errors.get('minutes')}
    />
    <Radios
      name="mode"
      label="How do you meet?"
      labelSize="m"
      choices={sessionModes.map((value) => ({ value, label: modeWords[value] }))}
      value={typed.mode}
      error={errors.get('mode')}
    />
    <TextInput
      name="place"
      label="Where do you meet? (optional)"
      labelSize="m"
      hint="A room, or the link of an online meeting. Choose a private place away from the office of the senior of the two"
      value={typed.place}
      autoComplete="off"
      error={errors.get('place')}
    />
  </>
)

type WaysProps = { readonly backHref: string; readonly children: string }

const Ways = ({ backHref, children }: WaysProps) => (
  <ButtonGroup>
    <Button>{children}</Button>
    <a href={backHref}>Go back, and change nothing</a>
  </ButtonGroup>
)

export type AcceptFormProps = {
  readonly target: FormTarget
  readonly plan: Plan
  readonly now: Date
}

/** One click on the time that suits. */
export const AcceptForm = ({ target, plan, now }: AcceptFormProps) => (
  <TargetForm target={target}>
    <ul className="nhsuk-list">
      {each(plan.proposals, (time) => (
        <li className="app-proposals__time">
          {timeInWords(time)}
          {time > now ? (
            <Button name="startsAt" value={time.toISOString()} isSmall>
              Accept<span className="nhsuk-u-visually-hidden"> {timeInWords(time)}</span>
            </Button>
          ) : (
            <span className="nhsuk-u-secondary-text-colour"> has passed</span>
          )}
        </li>
      ))}
    </ul>
  </TargetForm>
)

type CancelFormProps = {
  readonly target: FormTarget
  readonly plan: Plan
  readonly backHref: string
}

export const CancelForm = ({ target, plan, backHref }: CancelFormProps) => (
  <TargetForm target={target}>
    <p>
      The session on {plan.startsAt === null ? '' : timeInWords(plan.startsAt)} will not take place.
      Both people are told, and nobody is asked for a reason. Another session can be planned
      afterwards.
    </p>
    <ButtonGroup>
      <Button variant="warning">Cancel the session</Button>
      <a href={backHref}>Go back, and change nothing</a>
    </ButtonGroup>
  </TargetForm>
)
