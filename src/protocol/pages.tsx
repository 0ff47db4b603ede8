/** Who runs a programme, for the administrator. */
import type { StaffMember } from '../organisations/model.ts'
import { Button } from '../web/components/button.tsx'
import { Checkboxes } from '../web/components/checkboxes.tsx'
import { Form } from '../web/components/form.tsx'
import { InsetText } from '../web/components/inset-text.tsx'
import type { ProgrammeRole } from './model.ts'
import type { Programme } from './store.ts'

const choices: readonly { readonly value: ProgrammeRole; readonly label: string; hint: string }[] =
  [
    {
      value: 'lead',
      label: 'Programme lead',
      hint: 'Invites and follows progress; never sees who said, scored or refused what',
    },
    {
      value: 'facilitator',
      label: 'Facilitator',
      hint: 'Runs the group interview; never sees scores or willingness',
    },
    {
      value: 'researcher',
      label: 'Researcher',
      hint: 'Sees answers and statistics under pseudonyms; never sees names',
    },
    { value: 'auditor', label: 'Auditor', hint: 'Sees what was done and when; never sees answers' },
  ]

export type RolesPageProps = {
  readonly programme: Programme
  readonly staff: readonly (StaffMember & { readonly roles: readonly ProgrammeRole[] })[]
  readonly idempotencyKey: string
}

export const RolesPage = ({ programme, staff, idempotencyKey }: RolesPageProps) => (
  <>
    <h1 className="nhsuk-heading-l">Roles in {programme.name}</h1>
    <p>
      One person may have several roles. Somebody who is both lead and researcher sees names on one
      page and answers on another: give both only where the programme is too small for two people.
    </p>
    <InsetText>
      <p>
        Somebody is missing? Add them to the <a href="/organisation/staff">staff</a> first.
      </p>
    </InsetText>
    <Form action={`/programmes/${programme.programmeId}/roles`} idempotencyKey={idempotencyKey}>
      {staff.map(({ staffId, name, roles }) => (
        <Checkboxes
          key={staffId}
          name={`roles-${staffId}`}
          label={name}
          labelSize="m"
          choices={choices}
          values={roles}
          isSmall
        />
      ))}
      <Button>Save roles</Button>
    </Form>
  </>
)
