/** Pairs that are taken out of the draw by the lead. */
import { insideSentence, plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { Details } from '../../web/components/details.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Fieldset } from '../../web/components/fieldset.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { Select } from '../../web/components/select.tsx'
import { Table } from '../../web/components/table.tsx'
import type { ExcludedPair } from '../store.ts'
import type { ExclusionErrors } from './exclusion-problems.ts'
import type { Named } from './exclusion-rules.ts'
import type { Exclusions } from './load-exclusions.ts'

/** What was done a moment ago. */
export type DoneLately = { readonly kind: 'excluded' | 'included'; readonly pair: ExcludedPair }

export type ExclusionPageProps = {
  readonly exclusions: Exclusions
  /** As chosen in the form. */
  readonly chosen: ExcludedPair
  readonly errors: ExclusionErrors
  readonly lately: DoneLately | null
  /** A new key for each form. */
  readonly newKey: () => string
}

export const ExclusionPage = (props: ExclusionPageProps) => {
  const { exclusions, errors } = props
  const { programme, excluded } = exclusions
  const mayChange = isChangeable(exclusions)
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Allocation', href: `${addressOf(exclusions)}/allocation` }]} />
      <Lately {...props} />
      <Columns>
        <ErrorSummary
          errors={[...errors].map(([field, text]) =>
            field === '' ? { text } : { text, fieldId: field },
          )}
        />
        <PageHeading caption={programme.name}>Excluded pairs</PageHeading>
        <WhatItIs {...props} />
        <Standing {...props} />
        {excluded.length === 0 ? <Empty {...props} /> : <Excluded {...props} />}
        {mayChange ? <Excluding {...props} /> : null}
      </Columns>
    </>
  )
}

const isChangeable = ({ standing }: Exclusions): boolean =>
  standing === 'open' || standing === 'later'

const addressOf = ({ programme }: Exclusions): string => `/programmes/${programme.programmeId}`

const namesOf = ({ nameOf }: Exclusions, { mentorId, menteeId }: ExcludedPair): string =>
  `${nameOf.get(mentorId) ?? ''} and ${nameOf.get(menteeId) ?? ''}`

const WhatItIs = ({ exclusions: { programme } }: ExclusionPageProps) => {
  const { roles } = programme.protocol
  const mentor = insideSentence(roles.mentor.label)
  return (
    <>
      <p>
        {`An excluded pair is never drawn, whatever anybody says. Exclude a ${mentor} and a ${insideSentence(roles.mentee.label)} who cannot meet in this way, such as relatives or people in a grievance. The reason is not stored, and neither of them is told.`}
      </p>
      <Details summary="This is something else than willingness">
        {`Each ${mentor} says in private whom they would mentor. You never see it, and you do not exclude a pair for it: if a ${mentor} tells you that they would rather not, ask them to say so on their own page. For supervisors there is a rule among the rules of the programme.`}
      </Details>
    </>
  )
}

const standings = {
  open: null,
  later: 'Pairs have been drawn. What you change here counts for a draw that is still to come.',
  under_way:
    'A draw is under way, and what goes into it is fixed. You can change this list once the draw is made, or when the choices are opened again.',
  closed: 'The programme is closed. The list stays as it is.',
} as const

const Standing = ({ exclusions: { standing } }: ExclusionPageProps) => {
  const text = standings[standing]
  return text === null ? null : <InsetText>{text}</InsetText>
}

const Empty = ({ exclusions }: ExclusionPageProps) => (
  <p>
    No pair is excluded.
    {isChangeable(exclusions)
      ? ' Most programmes need none: willingness and the rule about supervisors are enough.'
      : ''}
  </p>
)

const Excluded = ({ exclusions, newKey }: ExclusionPageProps) => {
  const { roles } = exclusions.programme.protocol
  const mayChange = isChangeable(exclusions)
  return (
    <Table
      id="excluded"
      caption="Pairs that are never drawn"
      columns={[
        { header: roles.mentor.label },
        { header: roles.mentee.label },
        ...(mayChange ? [{ header: 'Change' }] : []),
      ]}
      rows={exclusions.excluded.map((pair) => [
        exclusions.nameOf.get(pair.mentorId) ?? '',
        exclusions.nameOf.get(pair.menteeId) ?? '',
        ...(mayChange
          ? [
              <Form
                key="change"
                action={`${addressOf(exclusions)}/allocation/excluded/remove`}
                idempotencyKey={newKey()}
              >
                <PairFields pair={pair} />
                <Button variant="secondary" isSmall>
                  Remove
                  <span className="nhsuk-u-visually-hidden">: {namesOf(exclusions, pair)}</span>
                </Button>
              </Form>,
            ]
          : []),
      ])}
    />
  )
}

const PairFields = ({ pair }: { readonly pair: ExcludedPair }) => (
  <>
    <input type="hidden" name="mentor" value={pair.mentorId} />
    <input type="hidden" name="mentee" value={pair.menteeId} />
  </>
)

const optionsOf = (people: readonly Named[], none: string) => [
  { value: '', label: none },
  ...people.map(({ participantId, name }) => ({ value: participantId, label: name })),
]

const Excluding = ({ exclusions, chosen, errors, newKey }: ExclusionPageProps) => {
  const { programme, mentors, mentees } = exclusions
  const { roles } = programme.protocol
  const [mentor, mentee] = [insideSentence(roles.mentor.label), insideSentence(roles.mentee.label)]
  if (mentors.length === 0 || mentees.length === 0)
    return (
      <p>
        {`A pair can be excluded once there are ${plural(programme.protocol, 'mentor')} and ${plural(programme.protocol, 'mentee')}. `}
        <a href={`${addressOf(exclusions)}/people`}>Add people</a>
      </p>
    )
  return (
    <Form action={`${addressOf(exclusions)}/allocation/excluded`} idempotencyKey={newKey()}>
      <Fieldset legend="Exclude a pair" legendSize="m">
        <Select
          name="mentor"
          label={roles.mentor.label}
          error={errors.get('mentor')}
          value={chosen.mentorId}
          options={optionsOf(mentors, `Choose a ${mentor}`)}
        />
        <Select
          name="mentee"
          label={roles.mentee.label}
          error={errors.get('mentee')}
          value={chosen.menteeId}
          options={optionsOf(mentees, `Choose a ${mentee}`)}
        />
      </Fieldset>
      <Button>Exclude this pair</Button>
    </Form>
  )
}

const Lately = ({ exclusions, lately, newKey }: ExclusionPageProps) => {
  if (lately === null) return null
  const { kind, pair } = lately
  const undo = `${addressOf(exclusions)}/allocation/excluded${kind === 'excluded' ? '/remove' : ''}`
  const names = namesOf(exclusions, pair)
  return (
    <NotificationBanner
      kind="success"
      heading={kind === 'excluded' ? `${names} are excluded` : `${names} can be drawn again`}
    >
      {isChangeable(exclusions) ? (
        <Form action={undo} idempotencyKey={newKey()}>
          <PairFields pair={pair} />
          <Button variant="secondary" isSmall>
            Undo
          </Button>
        </Form>
      ) : null}
    </NotificationBanner>
  )
}
