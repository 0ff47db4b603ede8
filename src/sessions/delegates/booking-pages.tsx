/** What whoever books for a mentee sees: when and where, and the forms to change it. Nobody’s name but the mentee’s. */
import type { ReactNode } from 'react'
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { Details } from '../../web/components/details.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import type { PlanErrors, TypedPlan } from '../planning/plan-form.ts'
import {
  AcceptForm,
  CancelForm,
  type FormTarget,
  MoveForm,
  PlanErrorSummary,
  ProposeForm,
} from '../planning/plan-forms.tsx'
import { PlanSummary, ProposedTimes } from '../planning/plan-summary.tsx'
import type { Booked, BookedSession } from './booked-sessions.ts'
import { canDo, neverSees, notRecordedThere } from './delegate-words.ts'

/** `path`: of the link. */
type Page = { readonly booked: Booked; readonly path: string }

export const bookingTitle = ({ mentee }: Booked): string => `Book for ${mentee}`

type FrameProps = Page & {
  readonly title: string
  readonly errors: PlanErrors
  readonly children: ReactNode
}

const Frame = ({ booked, title, errors, children }: FrameProps) => (
  <Columns>
    <PlanErrorSummary errors={errors} />
    {title === bookingTitle(booked) ? (
      <h1 className="nhsuk-heading-l">{title}</h1>
    ) : (
      <PageHeading caption={bookingTitle(booked)}>{title}</PageHeading>
    )}
    {children}
  </Columns>
)

export type BookingPageProps = Page & {
  readonly errors: PlanErrors
  readonly idempotencyKey: string
  readonly now: Date
}

export const BookingPage = (props: BookingPageProps) => {
  const { booked } = props
  return (
    <Frame {...props} title={bookingTitle(booked)}>
      <InsetText>{notRecordedThere}</InsetText>
      {booked.sessions.length === 0 ? (
        <p>
          There is nothing to book at the moment. Once there is, you find it here: keep the link.
        </p>
      ) : (
        each(booked.sessions, (session) => <Session {...props} session={session} />)
      )}
      <Details summary="What you can do here, and what you do not see">
        <p>
          {booked.mentee} asked you to book for them. You can {canDo}. They and the other person are
          told of it by email.
        </p>
        <p>You do not see:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {each(neverSees, (text) => (
            <li>{text}</li>
          ))}
        </ul>
        <p>Whoever has this link can book, so do not pass it on.</p>
      </Details>
    </Frame>
  )
}

type SessionProps = BookingPageProps & { readonly session: BookedSession }

const Session = (props: SessionProps) => (
  <>
    <h2 className="nhsuk-heading-m">{props.session.title}</h2>
    {contentOf(props)}
  </>
)

export const bookingForms = ['propose', 'move', 'cancel'] as const
export type BookingForm = (typeof bookingForms)[number]

const hrefOf = ({ path, session: { pairId } }: SessionProps, form: BookingForm): string =>
  `${path}?do=${form}&pair=${pairId}`

const contentOf = (props: SessionProps): ReactNode => {
  const { stand } = props.session
  switch (stand.kind) {
    case 'nothing_planned':
      return <Nothing {...props} stand={stand} />
    case 'own_proposal':
      return <Waiting {...props} stand={stand} />
    case 'to_answer':
      return <ToAnswer {...props} stand={stand} />
    case 'planned':
    case 'to_record':
      return <Planned {...props} stand={stand} />
    case 'all_held':
      return <p>It has taken place. There is nothing left to book.</p>
  }
}

type OfKind<K extends BookedSession['stand']['kind']> = SessionProps & {
  readonly stand: Extract<BookedSession['stand'], { readonly kind: K }>
}

const Nothing = (props: OfKind<'nothing_planned'>) => (
  <>
    <p>
      {props.stand.wasCancelled ? 'The session was cancelled.' : 'Nothing is planned yet.'} Propose
      up to five times; the other person accepts one.
    </p>
    <ButtonLink href={hrefOf(props, 'propose')}>Propose times</ButtonLink>
  </>
)

const Waiting = (props: OfKind<'own_proposal'>) => {
  const { plan, hasTimeLeft } = props.stand
  return (
    <>
      <p>
        {hasTimeLeft
          ? `These times are proposed for ${props.booked.mentee}. You get an email once the other person accepts one.`
          : 'None of these times was accepted. Propose others.'}
      </p>
      <ProposedTimes plan={plan} now={props.now} />
      <PlanSummary plan={plan} />
      <ProposeOthers {...props} isNext={!hasTimeLeft} />
    </>
  )
}

const ToAnswer = (props: OfKind<'to_answer'>) => {
  const { path, session, idempotencyKey, now, stand } = props
  const { plan, hasTimeLeft } = stand
  const hidden = { pair: session.pairId, plan: plan.planId }
  return (
    <>
      <p>
        {hasTimeLeft
          ? 'The other person proposes these times. Accept one, or propose others.'
          : 'The times that the other person proposed have passed. Propose others.'}
      </p>
      <AcceptForm
        target={{ action: `${path}/accept`, hidden, idempotencyKey }}
        plan={plan}
        now={now}
      />
      <PlanSummary plan={plan} />
      <ProposeOthers {...props} isNext={!hasTimeLeft} />
    </>
  )
}

const ProposeOthers = (props: SessionProps & { readonly isNext: boolean }) => (
  <ButtonLink href={hrefOf(props, 'propose')} variant={props.isNext ? undefined : 'secondary'}>
    Propose other times
  </ButtonLink>
)

const Planned = (props: OfKind<'planned' | 'to_record'>) => (
  <>
    <p>
      {props.stand.kind === 'planned'
        ? 'It is planned:'
        : 'It was planned for a time that has come. If it did not take place, move it or cancel it.'}
    </p>
    <PlanSummary plan={props.stand.plan} />
    <ButtonGroup>
      <ButtonLink href={hrefOf(props, 'move')} variant="secondary">
        Move it
      </ButtonLink>
      <a href={hrefOf(props, 'cancel')}>Cancel it</a>
    </ButtonGroup>
  </>
)

export const formTitles = {
  propose: 'Propose times',
  move: 'Move the session',
  cancel: 'Cancel the session',
} as const satisfies Record<BookingForm, string>

export type BookingFormPageProps = Page & {
  readonly form: BookingForm
  readonly session: BookedSession
  readonly typed: TypedPlan
  readonly errors: PlanErrors
  readonly target: FormTarget
  readonly now: Date
}

export const BookingFormPage = (props: BookingFormPageProps) => (
  <Frame {...props} title={formTitles[props.form]}>
    {props.booked.sessions.length > 1 ? <p>{props.session.title}</p> : null}
    <InsetText>{notRecordedThere}</InsetText>
    <FormOf {...props} />
  </Frame>
)

const FormOf = (props: BookingFormPageProps) => {
  const { form, session, path } = props
  const { protocol } = props.booked
  switch (form) {
    case 'propose':
      return <ProposeForm {...props} protocol={protocol} backHref={path} />
    case 'move':
      return <MoveForm {...props} protocol={protocol} backHref={path} />
    case 'cancel':
      return session.plan === null ? null : (
        <CancelForm {...props} plan={session.plan} backHref={path} />
      )
  }
}

export const linkEndedTitle = 'This link no longer works'

/** The same for every link that opens nothing, whether it ever did. */
export const LinkEndedPage = () => (
  <Columns>
    <h1 className="nhsuk-heading-l">{linkEndedTitle}</h1>
    <p>
      If you book for somebody, ask them for a new link: they name you on their own pages, and you
      get it by email. If you no longer book for them, there is nothing that you need to do.
    </p>
  </Columns>
)
