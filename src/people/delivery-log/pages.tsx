/** The messages to mentors and mentees for the lead: what went to whom, and what became of it. */
import { dateAndTime, dayInWords } from '../../lib/dates.ts'
import { explanationOf, tagOfFate } from '../../organisations/mail-words.ts'
import type { Protocol } from '../../protocol/model.ts'
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { Tag } from '../../web/components/tag.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import { rolesOf } from '../consent/words.ts'
import { FailingAddresses } from './failing-addresses-part.tsx'
import { type Delivery, type FailingAddress, listedPurposes } from './model.ts'
import { canHaveComeBack, hasFailed, mayOfferAgain } from './rules.ts'

/** With the idempotency keys of its two forms. */
export type ListedDelivery = Delivery & { readonly keys: Record<'again' | 'cameBack', string> }

export type NextReminders = { readonly day: string; readonly people: number }

export type DeliveryLogProps = {
  readonly programme: {
    readonly programmeId: string
    readonly name: string
    readonly protocol: Protocol
  }
  readonly deliveries: readonly ListedDelivery[]
  readonly count: { readonly all: number; readonly problems: number }
  readonly onlyProblems: boolean
  readonly page: number
  readonly pages: number
  readonly sendsMail: boolean
  /** The first day first. */
  readonly reminders: readonly NextReminders[]
  readonly failing: readonly FailingAddress[]
  /** What has just been done, in a sentence; null: nothing. */
  readonly notice: string | null
}

export const DeliveryLogPage = (props: DeliveryLogProps) => {
  const { mentors, mentees } = rolesOf(props.programme.protocol)
  return (
    <>
      {props.notice === null ? null : (
        <NotificationBanner kind="success">{props.notice}</NotificationBanner>
      )}
      <h1 className="nhsuk-heading-l">Messages of {props.programme.name}</h1>
      <p>
        Emails to {mentors} and {mentees}, with what became of each. What a message says, and the
        link in it, is not shown here.
      </p>
      {props.sendsMail ? null : <NoMailServer {...props} />}
      <Reminders reminders={props.reminders} />
      <InsetText>
        <p>
          Reminders of questionnaires are not in this list. They go only to people who have not
          answered, so the list would tell who has. Messages about a pair and its session are not in
          it either: they would tell who is paired with whom.
        </p>
      </InsetText>
      <FailingAddresses {...props} />
      {props.count.all === 0 ? <NothingYet /> : <Log {...props} />}
    </>
  )
}

const NoMailServer = ({ programme: { programmeId } }: DeliveryLogProps) => (
  <WarningCallout heading="No mail server is set up" headingLevel={2}>
    <p>
      Messages wait here and are not sent. Until there is a mail server, copy the link of each
      person or print letters, on the page <a href={`/programmes/${programmeId}/people`}>People</a>.
      Whoever runs the service can set up mail.
    </p>
  </WarningCallout>
)

const Reminders = ({ reminders }: Pick<DeliveryLogProps, 'reminders'>) =>
  reminders.length === 0 ? null : (
    <>
      <h2 className="nhsuk-heading-m">Next reminders of the invitation</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(reminders, ({ day, people }) => (
          <li>
            {dayInWords(day)}: {people === 1 ? '1 person' : `${people} people`}
          </li>
        ))}
      </ul>
      <p>They go out by themselves from 8 in the morning, to whoever has not answered by then.</p>
    </>
  )

const NothingYet = () => <p>No messages yet. When you invite people, each message appears here.</p>

const Log = (props: DeliveryLogProps) => {
  const base = `/programmes/${props.programme.programmeId}/deliveries`
  const show = props.onlyProblems ? '&show=problems' : ''
  return (
    <>
      <h2 className="nhsuk-heading-m">Messages</h2>
      <Filter base={base} count={props.count} onlyProblems={props.onlyProblems} />
      {props.deliveries.length === 0 ? null : (
        <Table
          id="deliveries"
          caption={props.onlyProblems ? 'Messages with a problem' : 'All messages'}
          captionSize="s"
          columns={[{ header: 'Message' }, { header: 'What became of it' }]}
          rows={props.deliveries.map((delivery) => rowOf(delivery, base))}
          isCompact
        />
      )}
      <Pagination
        current={props.page}
        pages={props.pages}
        hrefOf={(page) => `${base}?page=${page}${show}`}
      />
    </>
  )
}

type FilterProps = Pick<DeliveryLogProps, 'count' | 'onlyProblems'> & { readonly base: string }

const Filter = ({ base, count: { all, problems }, onlyProblems }: FilterProps) => {
  if (onlyProblems) {
    return (
      <p>
        {problems === 0 ? 'No message has a problem. ' : ''}
        <a href={base}>Show all messages ({all})</a>
      </p>
    )
  }
  if (problems === 0) return <p>No message has a problem.</p>
  return (
    <p>
      <a href={`${base}?show=problems`}>Show only messages with a problem ({problems})</a>
    </p>
  )
}

const rowOf = (delivery: ListedDelivery, base: string) => [
  <Message key="message" {...delivery} />,
  <div key="fate">
    <Fate mail={delivery.mail} />
    <Ways delivery={delivery} base={base} />
  </div>,
]

const Message = ({ mail, person }: Delivery) => (
  <>
    {person.name}
    <span className="app-delivery__what">{listedPurposes.get(mail.purpose)}</span>
    <span className="app-delivery__what">{dateAndTime(mail.writtenAt)}</span>
  </>
)

const Fate = ({ mail }: Pick<Delivery, 'mail'>) => {
  const { text, colour } = tagOfFate(mail)
  const explanation = explanationOf(mail)
  const isTriedAgain = mail.state === 'waiting' && mail.attempts > 0
  return (
    <>
      <Tag colour={colour}>{text}</Tag>
      {explanation === null ? null : <p className="app-delivery__fate">{explanation}</p>}
      {isTriedAgain ? (
        <p className="app-delivery__fate">Next attempt: {dateAndTime(mail.nextAttemptAt)}</p>
      ) : null}
    </>
  )
}

type WaysProps = { readonly delivery: ListedDelivery; readonly base: string }

const Ways = ({ delivery, base }: WaysProps) => {
  const { mail, person, keys } = delivery
  const isFollowed = delivery.hasLater && hasFailed(delivery)
  return (
    <div className="app-delivery__ways">
      {isFollowed ? <p className="app-delivery__fate">A later one followed.</p> : null}
      {mayOfferAgain(delivery) ? (
        <Form action={`${base}/${mail.mailId}/again`} idempotencyKey={keys.again}>
          <Button variant="secondary" isSmall>
            Send again<span className="nhsuk-u-visually-hidden"> to {person.name}</span>
          </Button>
        </Form>
      ) : null}
      {canHaveComeBack(delivery) ? (
        <Form action={`${base}/${mail.mailId}/came-back`} idempotencyKey={keys.cameBack}>
          <Button variant="secondary" isSmall>
            It came back<span className="nhsuk-u-visually-hidden"> from {person.name}</span>
          </Button>
        </Form>
      ) : null}
    </div>
  )
}
