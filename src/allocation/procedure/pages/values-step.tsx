/** Steps 2 and 3: two people give a value each, and the hash of both is recorded. */
import { Button } from '../../../web/components/button.tsx'
import { CopyField } from '../../../web/components/copy-field.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Radios } from '../../../web/components/radios.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { TextInput } from '../../../web/components/text-input.tsx'
import type { AllocationView } from '../load-view.ts'
import { type ContributingRole, contributingRoles } from '../model.ts'
import { nextStep } from '../progress-rules.ts'
import { hasTwoPeople, valuesOf } from '../rules.ts'
import { DrawForm, errorOf, holdersInWords, Step, type StepProps, standingOf } from './step.tsx'

export const ValuesStep = (props: StepProps) => {
  const { view } = props
  const values = valuesOf(view.allocation.contributions)
  return (
    <Step view={view} step="values">
      {values === null ? (
        <Waiting {...props} />
      ) : (
        <SummaryList
          rows={contributingRoles.map((role) => ({
            key: `Value of the ${role}`,
            value: <span className="app-hash">{values[role]}</span>,
          }))}
        />
      )}
    </Step>
  )
}

const Waiting = (props: StepProps) => {
  const { view } = props
  const { current, holders } = view.allocation
  return (
    <>
      <p>
        The lead and the facilitator, two different people, each give a value of their own. Chance
        is made of both, so that neither can steer the draw. Nobody sees the value of the other
        before both are there.
      </p>
      {hasTwoPeople(holders) ? null : <NoSecondPerson view={view} />}
      {current !== null && nextStep(standingOf(view)) === 'values' ? <Giving {...props} /> : null}
    </>
  )
}

const NoSecondPerson = ({ view }: { readonly view: AllocationView }) => {
  const { contributors } = view.allocation
  const missing = contributingRoles.find((role) => contributors[role].length === 0)
  return (
    <InsetText>
      {missing === undefined
        ? 'This programme needs a lead and a facilitator who are two different people. An administrator of the organisation gives the roles, on the page of the staff.'
        : `Nobody is ${missing} of this programme yet. An administrator of the organisation gives the role, on the page of the staff.`}
    </InsetText>
  )
}

const Giving = (props: StepProps) => {
  const { view } = props
  const { contributions } = view.allocation
  const own = contributions.find(({ staffId }) => staffId === view.viewer.staffId)
  const missing = contributingRoles.filter((role) =>
    contributions.every((one) => one.role !== role),
  )
  const open = missing.filter((role) => view.viewer.roles.includes(role))
  if (own === undefined && open.length > 0)
    return <ValueForm {...props} open={open} isSecond={missing.length === 1} />
  return (
    <>
      {own === undefined ? null : (
        <CopyField
          id="own-value"
          label={`Your value, as ${own.role}`}
          hint="Write it down. After the draw it stands in the certificate, where you can see that it was used."
          value={own.value}
        />
      )}
      <p>{`It is the turn of ${missing.map((role) => holdersInWords(view, role)).join(' and ')}.`}</p>
    </>
  )
}

type FormProps = StepProps & {
  readonly open: readonly ContributingRole[]
  readonly isSecond: boolean
}

const ValueForm = ({ view, typed, freshValue, idempotencyKey, open, isSecond }: FormProps) => (
  <DrawForm view={view} to="values" idempotencyKey={idempotencyKey}>
    {isSecond ? <p>The other value is there. Yours is the second one.</p> : null}
    <RoleField open={open} error={errorOf(typed, 'role')} />
    <TextInput
      name="value"
      label={open.length === 1 ? `Your value, as ${open[0]}` : 'Your value'}
      hint="These digits were made for you by chance. You can put your own in their place: roll a die ten times, or take last week’s lottery numbers and your favourite word. 8 to 200 characters."
      value={typed?.value ?? freshValue}
      error={errorOf(typed, 'value')}
      autoComplete="off"
      spellCheck={false}
    />
    <p>You cannot change it once it is given.</p>
    <Button>Give this value</Button>
  </DrawForm>
)

type RoleProps = { readonly open: readonly ContributingRole[]; readonly error: string | undefined }

const RoleField = ({ open, error }: RoleProps) =>
  open.length === 1 ? (
    <input type="hidden" name="role" value={open[0]} />
  ) : (
    <Radios
      name="role"
      label="You have both roles. As whom do you give this value?"
      hint="The other value comes from another person."
      choices={open.map((role) => ({
        value: role,
        label: role === 'lead' ? 'Lead' : 'Facilitator',
      }))}
      error={error}
    />
  )

export const CommitmentStep = ({ view }: StepProps) => {
  const commitment = view.allocation.current?.commitment ?? null
  return (
    <Step view={view} step="commitment">
      <p>
        With the second value, a fingerprint of the closed willingness and both values is recorded,
        before anything is drawn. The draw follows from it: whoever checks the draw makes the
        fingerprint again, and would see if anything had been changed.
      </p>
      {commitment === null ? null : (
        <CopyField
          id="commitment"
          label="Commitment (SHA-256)"
          hint="Keep a copy outside this programme, for example in a mail to a colleague, to prove later that it stood before the draw."
          value={commitment}
        />
      )}
    </Step>
  )
}
