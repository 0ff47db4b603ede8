/** Where a pair stands with its session, and the buttons for what comes next. */
import type { ReactNode } from 'react'
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import { AcceptForm } from './plan-forms.tsx'
import { PlanSummary, ProposedTimes } from './plan-summary.tsx'
import { type SessionStand, sessionStand } from './session-stand.ts'

export const standWords = (stand: SessionStand): string => {
  switch (stand.kind) {
    case 'nothing_planned':
      return stand.wasCancelled ? 'Your session was cancelled' : 'Nothing is planned yet'
    case 'own_proposal':
      return stand.hasTimeLeft
        ? 'You have proposed times'
        : 'The times that you proposed have passed'
    case 'to_answer':
      return stand.hasTimeLeft
        ? 'Times are proposed to you'
        : 'The times proposed to you have passed'
    case 'planned':
      return 'Your session is planned'
    case 'to_record':
      return 'Did your session take place?'
    case 'all_held':
      return stand.held === 1 ? 'Your session is recorded' : 'All your sessions are recorded'
  }
}

export type StandNowProps = {
  readonly own: OwnPairs
  readonly pair: OwnPair
  readonly idempotencyKey: string
  readonly now: Date
}

type Ways = StandNowProps & {
  /** With the partner, behind the path of what is to be done. */
  readonly hrefOf: (what: string) => string
}

export const StandNow = (props: StandNowProps) => {
  const { own, pair, now } = props
  const { protocol, programmeId } = own.programme
  const { plan, earlierPlans, sessions, partner } = pair
  const stand = sessionStand({
    ...{ plan, earlierPlans, now, protocol, held: sessions.length },
    role: own.participant.role,
  })
  const hrefOf = (what: string): string =>
    `/programmes/${programmeId}/session/${what}?partner=${partner.participantId}`
  return (
    <>
      <h2 className="nhsuk-heading-m">{standWords(stand)}</h2>
      {contentOf(stand, { ...props, hrefOf })}
    </>
  )
}

const contentOf = (stand: SessionStand, ways: Ways): ReactNode => {
  switch (stand.kind) {
    case 'nothing_planned':
      return <Nothing {...ways} stand={stand} />
    case 'own_proposal':
      return <OwnProposal {...ways} stand={stand} />
    case 'to_answer':
      return <ToAnswer {...ways} stand={stand} />
    case 'planned':
      return <Planned {...ways} stand={stand} />
    case 'to_record':
      return <ToRecord {...ways} stand={stand} />
    case 'all_held':
      return <p>There is nothing left to plan with {ways.pair.partner.name}.</p>
  }
}

type OfKind<K extends SessionStand['kind']> = Ways & {
  readonly stand: Extract<SessionStand, { readonly kind: K }>
}

const Nothing = ({ hrefOf, pair, stand }: OfKind<'nothing_planned'>) => (
  <>
    <p>
      {stand.wasCancelled ? 'You can plan another one. ' : null}Propose up to five times.{' '}
      {pair.partner.name} accepts one, or proposes others.
    </p>
    <ButtonLink href={hrefOf('propose')}>Propose times</ButtonLink>
    <p>
      Have you met already? <a href={hrefOf('record')}>Record the session</a>.
    </p>
  </>
)

const OwnProposal = ({
  hrefOf,
  pair,
  stand: { plan, hasTimeLeft },
  now,
}: OfKind<'own_proposal'>) => (
  <>
    <ProposedTimes plan={plan} now={now} />
    <PlanSummary plan={plan} />
    {hasTimeLeft ? (
      <p>
        {pair.partner.name} accepts one of them, or proposes others. You get an email when they do.
      </p>
    ) : (
      <p>{pair.partner.name} accepted none of them. Propose other times.</p>
    )}
    <ButtonLink href={hrefOf('propose')} variant={hasTimeLeft ? 'secondary' : undefined}>
      Propose other times
    </ButtonLink>
  </>
)

const ToAnswer = ({ own, pair, hrefOf, idempotencyKey, now, stand }: OfKind<'to_answer'>) => {
  const { plan, hasTimeLeft } = stand
  const target = {
    action: `/programmes/${own.programme.programmeId}/session/accept`,
    hidden: { partner: pair.partner.participantId, plan: plan.planId },
    idempotencyKey,
  }
  return (
    <>
      <p>
        {hasTimeLeft
          ? `${pair.partner.name} proposes to meet at one of these times. Accept one, or propose others.`
          : `${pair.partner.name} proposed these times. Propose others.`}
      </p>
      <AcceptForm target={target} plan={plan} now={now} />
      <PlanSummary plan={plan} />
      <ButtonLink href={hrefOf('propose')} variant={hasTimeLeft ? 'secondary' : undefined}>
        Propose other times
      </ButtonLink>
    </>
  )
}

const Planned = ({ own, pair, hrefOf, stand: { plan } }: OfKind<'planned'>) => (
  <>
    <PlanSummary plan={plan} />
    <p>
      Both of you are told of every change by email, with the entry for your calendar. You can also{' '}
      <a
        href={`/programmes/${own.programme.programmeId}/session/invite.ics?partner=${pair.partner.participantId}`}
      >
        save the entry for your calendar
      </a>
      .
    </p>
    <MoveOrCancel hrefOf={hrefOf} />
  </>
)

const ToRecord = ({ hrefOf, stand: { plan } }: OfKind<'to_record'>) => (
  <>
    <PlanSummary plan={plan} />
    <p>Once you have met, one of you records that you did.</p>
    <ButtonLink href={hrefOf('record')}>Record the session</ButtonLink>
    <p>If you did not meet, move the session to another time, or cancel it.</p>
    <MoveOrCancel hrefOf={hrefOf} />
  </>
)

const MoveOrCancel = ({ hrefOf }: Pick<Ways, 'hrefOf'>) => (
  <ButtonGroup>
    <ButtonLink href={hrefOf('move')} variant="secondary">
      Move the session
    </ButtonLink>
    <a href={hrefOf('cancel')}>Cancel the session</a>
  </ButtonGroup>
)
