/** One person of a programme for its lead: who they are, where they stand, how they come in. */
import { dateAndTime } from '../../lib/dates.ts'
import type { Protocol } from '../../protocol/model.ts'
import { Button, ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { CopyField } from '../../web/components/copy-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import { StandingTag } from './list-pages.tsx'
import type { ListedPerson } from './list-rules.ts'

export type PersonPageProps = {
  /** The address of the person's page. */
  readonly base: string
  readonly protocol: Protocol
  readonly isClosed: boolean
  readonly isOpen: boolean
  readonly person: ListedPerson
  /** Name of the mentee who supervises the mentor; null: nobody, or no mentor. */
  readonly supervisor: string | null
  /** The personal link, while the lead may see it. */
  readonly address: string | null
  readonly isChanged: boolean
  readonly isRenewed: boolean
  readonly newKey: () => string
}

export const PersonPage = (props: PersonPageProps) => (
  <>
    <Done {...props} />
    <h1 className="nhsuk-heading-l">{props.person.name}</h1>
    <Facts {...props} />
    <Invitation {...props} />
    <Leaving {...props} />
  </>
)

const Done = ({ isChanged, isRenewed, person }: PersonPageProps) => {
  if (isChanged) return <NotificationBanner kind="success">Saved</NotificationBanner>
  if (!isRenewed) return null
  const told = person.email === null ? '' : ' It was sent to them by email.'
  return (
    <NotificationBanner kind="success">{`A new link was made.${told} The old one no longer opens anything`}</NotificationBanner>
  )
}

const Facts = ({ base, protocol, person, supervisor, isClosed }: PersonPageProps) => {
  const change = (what: string, field: string) =>
    isClosed ? undefined : { href: `${base}/details#${field}`, label: 'Change', hiddenLabel: what }
  const supervision = {
    key: 'Supervisor',
    value: supervisor ?? 'Nobody in this programme',
    change: change('supervisor', 'supervisor'),
  }
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <StandingTag standing={person.standing} /> },
        { key: 'Name', value: person.name, change: change('name', 'name') },
        { key: 'Group', value: protocol.roles[person.role].label },
        {
          key: 'Email',
          value: person.email ?? 'None: they get a letter',
          change: change('email address', 'email'),
        },
        {
          key: 'Permanent id',
          value: person.permanentId ?? 'None',
          change: change('permanent id', 'permanentId'),
        },
        ...(person.role === 'mentor' ? [supervision] : []),
      ]}
    />
  )
}

const Invitation = (props: PersonPageProps) => (
  <>
    <h2 className="nhsuk-heading-m">Invitation</h2>
    <InvitationAsItStands {...props} />
  </>
)

const InvitationAsItStands = (props: PersonPageProps) => {
  const { person, address, base } = props
  if (person.invitedAt === null) return <NotInvited {...props} />
  const told = `Invited ${dateAndTime(person.invitedAt)}, ${person.email === null ? 'by letter' : 'by email'}.`
  if (address === null) {
    return (
      <>
        <p>{`${told} They have answered, so their link is theirs alone and is no longer shown.`}</p>
        <Renewal {...props} />
      </>
    )
  }
  return (
    <>
      <p>{told}</p>
      <CopyField
        id="link"
        label="Personal link"
        hint="It opens this person’s own pages. Hand it to them and to nobody else"
        value={address}
      />
      <p>
        <a href={`${base}/letter`}>Letter with a code, to print</a>
      </p>
      <Renewal {...props} />
    </>
  )
}

const NotInvited = ({ base, person, isOpen, isClosed, newKey }: PersonPageProps) => {
  if (isClosed) return <p>Not invited: the programme is closed.</p>
  if (!isOpen) return <p>Not invited yet. People can be invited once the programme is open.</p>
  if (person.standing !== 'not_invited') return <p>No invitation went out from here.</p>
  const people = base.slice(0, base.lastIndexOf('/'))
  return (
    <Form action={`${people}/invite`} idempotencyKey={newKey()}>
      <input type="hidden" name="participant" value={person.participantId} />
      <p>
        {person.email === null
          ? 'Not invited yet. There is no email address: print the letter after inviting.'
          : 'Not invited yet.'}
      </p>
      <Button>Invite {person.name}</Button>
    </Form>
  )
}

const Renewal = ({ base, person, newKey }: PersonPageProps) =>
  person.standing === 'withdrawn' ? null : (
    <Form action={`${base}/link`} idempotencyKey={newKey()}>
      <p>
        Lost, or in the wrong hands? A new link ends the old link and the code of the letter, and
        signs out whoever came in by them.{' '}
        {person.email === null
          ? 'There is no email address: you hand on the new link yourself.'
          : 'The person gets the new link by email.'}
      </p>
      <Button variant="secondary">Make a new link</Button>
    </Form>
  )

/** Whoever has not answered is removed; whoever has agreed withdraws, with the effect that they were promised. */
const Leaving = ({ base, person, isClosed }: PersonPageProps) => {
  if (person.state === 'agreed') {
    return (
      <p>
        <a href={`${base}/withdraw`}>{person.name} no longer wants to take part</a>
      </p>
    )
  }
  return person.state === 'invited' && !isClosed ? (
    <p>
      <a href={`${base}/remove`}>Remove {person.name} from the programme</a>
    </p>
  ) : null
}

export type RemovePageProps = {
  readonly base: string
  readonly person: ListedPerson
  readonly idempotencyKey: string
}

export const RemovePage = ({ base, person, idempotencyKey }: RemovePageProps) =>
  person.state === 'invited' ? (
    <>
      <h1 className="nhsuk-heading-l">Remove {person.name}?</h1>
      <p>
        Their details, invitation and link are deleted.{' '}
        {person.invitedAt === null
          ? 'They have not been told anything.'
          : 'They have been invited: tell them yourself that they are no longer.'}
      </p>
      <Form action={`${base}/remove`} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          <Button variant="warning">Remove {person.name}</Button>
          <a href={base}>Keep them</a>
        </ButtonGroup>
      </Form>
    </>
  ) : (
    <>
      <h1 className="nhsuk-heading-l">{person.name} cannot be removed</h1>
      <p>
        Whoever has answered the invitation stays in the programme. If they no longer want to take
        part, they can withdraw.
      </p>
      <ButtonLink href={base} variant="secondary">
        Back to {person.name}
      </ButtonLink>
    </>
  )

export type NewLinkPageProps = {
  readonly base: string
  readonly name: string
  readonly address: string
  readonly joinAddress: string
  readonly code: string
}

/** Once, for somebody who has agreed and has no email address: nobody else can hand them their new link. */
export const NewLinkPage = ({ base, name, address, joinAddress, code }: NewLinkPageProps) => (
  <>
    <h1 className="nhsuk-heading-l">A new link for {name}</h1>
    <WarningCallout heading="This is shown once" headingLevel={2}>
      <p>
        {name} takes part already and has no email address. Hand them the link or the code now, and
        keep neither: they open everything that {name} has given.
      </p>
    </WarningCallout>
    <CopyField id="link" label="Personal link" value={address} />
    <InsetText>
      <p>
        Or on paper: at <strong>{joinAddress}</strong> the code <strong>{code}</strong>
      </p>
    </InsetText>
    <ButtonLink href={base} variant="secondary">
      Back to {name}
    </ButtonLink>
  </>
)
