/** The organisation for its administrator and its auditor: staff, outbox, audit log. */
import { dateAndTime } from '../lib/dates.ts'
import type { AuditEntry, ChainCheck } from '../platform/audit.ts'
import type { CalendarMethod, StoredMail } from '../platform/mail.ts'
import { Button, ButtonLink } from '../web/components/button.tsx'
import { ErrorSummary } from '../web/components/error-summary.tsx'
import { Form } from '../web/components/form.tsx'
import { InsetText } from '../web/components/inset-text.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import { TextInput } from '../web/components/text-input.tsx'
import { WarningCallout } from '../web/components/warning-callout.tsx'
import { explanationOf, tagOfFate } from './mail-words.ts'
import type { StaffWithRoles } from './model.ts'

export type StaffForm = { readonly name: string; readonly email: string }
export type StaffFormErrors = Readonly<Partial<Record<keyof StaffForm, string>>>

type StaffPageProps = {
  readonly organisation: string
  readonly staff: readonly StaffWithRoles[]
  readonly form: StaffForm
  readonly errors: StaffFormErrors
  readonly idempotencyKey: string
}

export const StaffPage = ({
  organisation,
  staff,
  form,
  errors,
  idempotencyKey,
}: StaffPageProps) => (
  <>
    <ErrorSummary
      errors={Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text: String(text) }))}
    />
    <h1 className="nhsuk-heading-l">Staff of {organisation}</h1>
    <p>
      These people run programmes. Add somebody here, then give them a role on the page “Roles” of a
      programme. They sign in with their email address.
    </p>
    <Table
      id="staff"
      caption="Staff"
      columns={[{ header: 'Name' }, { header: 'Email' }, { header: 'In the organisation' }]}
      rows={staff.map((member) => [
        member.name,
        member.email,
        member.roles.length === 0 ? 'No role' : member.roles.join(', '),
      ])}
    />
    <h2 className="nhsuk-heading-m">Add somebody</h2>
    <Form action="/organisation/staff" idempotencyKey={idempotencyKey}>
      <TextInput name="name" label="Name" value={form.name} error={errors.name} />
      <TextInput
        name="email"
        label="Work email address"
        type="email"
        value={form.email}
        error={errors.email}
      />
      <Button>Add to the staff</Button>
    </Form>
  </>
)

type OutboxPageProps = { readonly mails: readonly StoredMail[]; readonly sendsMail: boolean }

export const OutboxPage = ({ mails, sendsMail }: OutboxPageProps) => (
  <>
    <h1 className="nhsuk-heading-l">Outbox</h1>
    {sendsMail ? null : (
      <WarningCallout heading="No mail server is set up" headingLevel={2}>
        <p>
          Mails wait here and are not sent. Copy a link and hand it on yourself, or ask whoever runs
          the server to set SMTP_URL.
        </p>
      </WarningCallout>
    )}
    <p>
      Mails to staff. What is sent to mentors and mentees is not here, since it holds their links:
      the lead of their programme sees what became of it.
    </p>
    {mails.length === 0 ? (
      <InsetText>
        <p>No mails yet. When somebody asks for a sign-in link, the mail appears here.</p>
      </InsetText>
    ) : (
      mails.map((mail) => <OutboxMail key={mail.mailId} mail={mail} />)
    )}
  </>
)

const OutboxMail = ({ mail }: { readonly mail: StoredMail }) => {
  const { text, colour } = tagOfFate(mail)
  return (
    <section className="app-mail">
      <h2 className="nhsuk-heading-s">
        {mail.subject} <Tag colour={colour}>{text}</Tag>
      </h2>
      <p>
        To {mail.to}, written {dateAndTime(mail.writtenAt)}
        {mail.attempts === 0
          ? ''
          : `, tried ${mail.attempts === 1 ? 'once' : `${mail.attempts} times`}`}
        . {explanationOf(mail)}
      </p>
      <pre className="app-mail__text">{mail.text}</pre>
      {mail.calendar === undefined ? null : (
        <p>
          With it goes {calendarWords[mail.calendar.method]}:{' '}
          <a href={`/organisation/outbox/${mail.mailId}/invite.ics`}>invite.ics</a>
        </p>
      )}
    </section>
  )
}

const calendarWords = {
  REQUEST: 'an entry for the calendar',
  CANCEL: 'the cancellation of an entry in the calendar',
} as const satisfies Record<CalendarMethod, string>

export const NoCalendarEntryPage = () => (
  <>
    <h1 className="nhsuk-heading-l">There is no calendar entry here</h1>
    <p>
      This mail is not in the outbox for staff, or no calendar entry goes with it. Look for it in
      the <a href="/organisation/outbox">outbox</a>.
    </p>
  </>
)

type AuditPageProps = { readonly entries: readonly AuditEntry[]; readonly chain: ChainCheck }

export const AuditPage = ({ entries, chain }: AuditPageProps) => (
  <>
    <h1 className="nhsuk-heading-l">Audit log</h1>
    <p>
      Every change is one entry, and every entry carries the hash of the one before it. Names and
      answers are not in it.
    </p>
    <ChainNotice chain={chain} />
    <Table
      id="audit"
      caption={`The latest ${entries.length} of ${chain.entries} entries`}
      columns={[
        { header: 'No.', isNumeric: true },
        { header: 'When' },
        { header: 'What' },
        { header: 'Who' },
        { header: 'About' },
      ]}
      rows={entries.map((entry) => [
        String(entry.position),
        dateAndTime(entry.happenedAt),
        entry.event,
        entry.actorId === null ? entry.actorKind : `${entry.actorKind} ${shortId(entry.actorId)}`,
        entry.subject === null ? '–' : shortId(entry.subject),
      ])}
    />
  </>
)

const shortId = (id: string): string => id.slice(0, 8)

const ChainNotice = ({ chain }: { readonly chain: ChainCheck }) =>
  chain.brokenAt === null ? (
    <InsetText>
      <p>
        All {chain.entries} hashes were computed again just now. The chain holds: up to the latest
        entry, none has been altered, inserted or taken out.
      </p>
      <p>
        Note the number of entries and the latest hash somewhere else from time to time. If this
        page later shows fewer entries, or another hash for that entry, the log was cut or
        rewritten.
      </p>
      <p className="app-hash">
        Latest hash: <code>{chain.lastHash}</code>
      </p>
    </InsetText>
  ) : (
    <WarningCallout heading="The chain is broken" headingLevel={2}>
      <p>
        Entry {chain.brokenAt} does not follow from the one before it. Somebody has changed the
        database by hand. Keep a copy of it as it is, and tell your information governance lead.
      </p>
    </WarningCallout>
  )

type ProgrammesPageProps = {
  readonly name: string
  readonly programmes: readonly { readonly programmeId: string; readonly name: string }[]
  readonly mayStart: boolean
}

export const ProgrammesPage = ({ name, programmes, mayStart }: ProgrammesPageProps) => (
  <>
    <h1 className="nhsuk-heading-l">Your programmes</h1>
    {programmes.length === 0 ? (
      <NoProgrammes name={name} mayStart={mayStart} />
    ) : (
      <ul className="nhsuk-list">
        {programmes.map((programme) => (
          <li key={programme.programmeId}>
            <a href={`/programmes/${programme.programmeId}`}>{programme.name}</a>
          </li>
        ))}
      </ul>
    )}
    {mayStart ? <ButtonLink href="/programmes/new">Start a programme</ButtonLink> : null}
  </>
)

const NoProgrammes = ({ name, mayStart }: Omit<ProgrammesPageProps, 'programmes'>) =>
  mayStart ? (
    <InsetText>
      <p>
        {name}, there is no programme yet. Start one: you choose what it follows, such as the
        published study, and adapt it step by step. Nobody is invited until you open it.
      </p>
      <p>
        To bring in a study that was already carried out, import its folder on the command line:{' '}
        <code>npm run -s turnabout -- import FOLDER</code>
      </p>
    </InsetText>
  ) : (
    <InsetText>
      <p>
        {name}, you have no role in a programme yet. To run one, ask an administrator of your
        organisation: they start it and make you its lead. To work in one that is there, ask them
        for a role in it.
      </p>
    </InsetText>
  )
