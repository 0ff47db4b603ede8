/** The interview on a mentor's phone. */
import { ButtonLink } from '../../../web/components/button.tsx'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { NotificationBanner } from '../../../web/components/notification-banner.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { type FollowProps, NowPart, type PointInput, PointPart } from './follow-parts.tsx'

export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'sent' }
  /** `field`: what is wrong stands beside the point. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly typed: PointInput | null }

type FollowPageProps = FollowProps & { readonly programmeName: string; readonly outcome: Outcome }

export const FollowPage = (props: FollowPageProps) => {
  const { base, programmeName, outcome } = props
  const typed = outcome.kind === 'refused' ? outcome.typed : null
  const error = outcome.kind === 'refused' && typed !== null ? outcome.sentence : undefined
  const address = `${base}/interview/follow`
  return (
    <div data-follow={`${address}/events`}>
      <div data-follow-part="outcome">
        <OutcomeOf {...props} />
      </div>
      <PageHeading caption={programmeName}>Follow the interview</PageHeading>
      <div data-follow-part="now">
        <NowPart {...props} />
      </div>
      <div data-follow-part="point">
        <PointPart {...props} typed={typed} error={error} />
      </div>
      <p className="app-draft-status" role="status" data-follow-status="" />
      <div data-follow-reload="">
        <ButtonLink variant="secondary" href={address}>
          Show what is new
        </ButtonLink>
      </div>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </div>
  )
}

/** Of a form that cannot come back, because nobody is spoken about any more, what was typed is shown to be copied. */
const OutcomeOf = ({ outcome, followed }: FollowPageProps) => {
  switch (outcome.kind) {
    case 'none':
      return null
    case 'sent':
      return (
        <NotificationBanner kind="success">
          Your point is waiting. It comes onto the board together with points from others.
        </NotificationBanner>
      )
    case 'refused': {
      const { sentence, typed } = outcome
      const isBeside = typed !== null && followed !== null
      return (
        <>
          <ErrorSummary errors={[{ text: sentence, fieldId: isBeside ? 'text' : undefined }]} />
          {typed === null || followed !== null ? null : <Unsent text={typed.text} />}
        </>
      )
    }
  }
}

const Unsent = ({ text }: { readonly text: string }) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor="unsent">
      What you had just written. Copy it now if you want to keep it
    </label>
    <textarea className="nhsuk-textarea" id="unsent" rows={4} readOnly defaultValue={text} />
  </div>
)
