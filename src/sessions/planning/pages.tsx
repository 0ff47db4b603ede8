/** “Your session”: what stands now, and the next thing to do. */
import type { ReactNode } from 'react'
import { endedParagraphs, unpairedParagraphs } from '../../allocation/publishing/partner-words.ts'
import { counted } from '../../protocol/wording/words.ts'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { AgreementStanding } from '../agreement/rules.ts'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import { notRecorded } from '../preparation/preparation-words.ts'
import type { LoadedPlanning } from './load-planning.ts'
import type { PlanErrors } from './plan-form.ts'
import { PlanErrorSummary } from './plan-forms.tsx'
import { mayPlanMore } from './rules.ts'
import { sessionStand } from './session-stand.ts'
import { StandNow, standWords } from './stand-now.tsx'

export const sessionTitle = 'Your session'

export type SessionPageProps = {
  readonly loaded: LoadedPlanning
  /** Of a form that could not be carried out. */
  readonly errors: PlanErrors
  readonly idempotencyKey: string
  readonly now: Date
}

export const SessionPage = (props: SessionPageProps) => {
  const { loaded, errors } = props
  const { own, standing, chosen } = loaded
  return (
    <Columns>
      <PlanErrorSummary errors={errors} />
      <SessionFrame own={own} title={chosen === null ? sessionTitle : titleWith(chosen)}>
        {standing === 'asked' ? (
          <Asked {...props} />
        ) : (
          each(sentences[standing], (sentence) => <p>{sentence}</p>)
        )}
      </SessionFrame>
    </Columns>
  )
}

const titleWith = ({ partner }: OwnPair): string => `${sessionTitle} with ${partner.name}`

type FrameProps = {
  readonly own: OwnPairs
  readonly title: string
  readonly children: ReactNode
}

/** Around every page on which a session is planned. */
export const SessionFrame = ({ own: { programme }, title, children }: FrameProps) => {
  const base = `/programmes/${programme.programmeId}`
  return (
    <>
      <PageHeading caption={programme.name}>{title}</PageHeading>
      <InsetText>{notRecorded}</InsetText>
      {children}
      <p>
        <a href={`${base}/concern`}>How to raise a concern</a>
      </p>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </>
  )
}

const sentences: Readonly<Record<Exclude<AgreementStanding, 'asked'>, readonly string[]>> = {
  invited: ['You plan your session here once you take part and have a partner.'],
  declined: ['You said that you do not want to take part, so there is nothing to plan.'],
  withdrawn: ['You have withdrawn from the programme, so there is nothing to plan.'],
  over: ['The programme is over, so there is nothing left to plan.'],
  not_published: ['You plan your session here once you have been told who your partner is.'],
  no_partner: unpairedParagraphs,
  ended: endedParagraphs,
}

const Asked = (props: SessionPageProps) => {
  const { loaded, now } = props
  const { own, chosen, haveBothAgreed } = loaded
  if (chosen === null) return <EachPartner own={own} now={now} />
  const { protocol } = own.programme
  const mayMeet = mayPlanMore({ protocol, held: chosen.sessions.length })
  return (
    <>
      {mayMeet && !haveBothAgreed ? <AgreeFirst own={own} /> : null}
      <HeldSoFar own={own} chosen={chosen} />
      <StandNow {...props} own={own} pair={chosen} />
      <Around own={own} pair={chosen} />
    </>
  )
}

const EachPartner = ({ own, now }: Pick<SessionPageProps, 'now'> & { readonly own: OwnPairs }) => (
  <>
    <p>You have several partners. Choose with whom to plan.</p>
    <SummaryList
      rows={own.pairs.map(({ partner, plan, earlierPlans, sessions }) => {
        const { protocol, programmeId } = own.programme
        const { role } = own.participant
        const pair = { plan, earlierPlans, held: sessions.length, protocol, now, role }
        const href = `/programmes/${programmeId}/session?partner=${partner.participantId}`
        return {
          key: partner.name,
          value: standWords(sessionStand(pair)),
          change: { href, label: 'Open', hiddenLabel: `your session with ${partner.name}` },
        }
      })}
    />
  </>
)

const AgreeFirst = ({ own }: { readonly own: OwnPairs }) => (
  <WarningCallout heading="Agree to the ground rules first" headingLevel={2}>
    <p>
      You can plan already. Before you meet, both of you{' '}
      <a href={`/programmes/${own.programme.programmeId}/agreement`}>agree to the ground rules</a>.
    </p>
  </WarningCallout>
)

type PairProps = { readonly own: OwnPairs; readonly chosen: OwnPair }

const HeldSoFar = ({ own, chosen: { sessions } }: PairProps) => {
  const { sessionsPerPair } = own.programme.protocol.rules
  return sessionsPerPair === 1 ? null : (
    <p>
      {sessions.length} of {counted(sessionsPerPair, 'session')} held.
    </p>
  )
}

const Around = ({ own, pair }: { readonly own: OwnPairs; readonly pair: OwnPair }) => {
  const base = `/programmes/${own.programme.programmeId}`
  const partner = `?partner=${pair.partner.participantId}`
  return (
    <>
      <h2 className="nhsuk-heading-m">Also here</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href={`${base}/preparation`}>Prepare for the session</a>
        </li>
        {own.participant.role === 'mentee' ? (
          <li>
            <a href={`${base}/session/delegate`}>Let somebody else book for you</a>
          </li>
        ) : null}
        <li>
          <a href={`${base}/session/exit${partner}`}>End the pair</a>. It is nobody’s fault, and no
          reason is asked for.
        </li>
      </ul>
    </>
  )
}
