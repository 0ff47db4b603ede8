/** What was recorded is put right, or taken back if it was a mistake. */
import { Button, ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import type { StoredSession } from '../store.ts'
import { addressOfRecording } from './addresses.ts'
import { RecordingFrame } from './pages.tsx'
import type { RecordingErrors } from './problems.ts'
import { SessionFields } from './record-form.tsx'
import type { TypedSession } from './typed-session.ts'

export type CorrectionProps = {
  readonly own: OwnPairs
  readonly pair: OwnPair
  readonly session: StoredSession
  readonly typed: TypedSession
  readonly errors: RecordingErrors
  readonly idempotencyKey: string
}

export const correctionTitle = 'Correct what is recorded'

/** Which session the form is about. */
const Hidden = ({ pair, session }: Pick<CorrectionProps, 'pair' | 'session'>) => (
  <>
    <input type="hidden" name="partner" value={pair.partner.participantId} />
    <input type="hidden" name="session" value={session.sessionId} />
  </>
)

export const CorrectionPage = (props: CorrectionProps) => {
  const { own, pair, session, typed, errors, idempotencyKey } = props
  const { partner } = pair
  const at = { partner, session: session.sessionId }
  return (
    <RecordingFrame own={own} title={correctionTitle} errors={errors}>
      <p>{`Your session with ${partner.name}. ${partner.name} sees the change on the same page.`}</p>
      <Form action={addressOfRecording(own)} idempotencyKey={idempotencyKey}>
        <Hidden pair={pair} session={session} />
        <SessionFields typed={typed} errors={errors} />
        <ButtonGroup>
          <Button>Save</Button>
          <ButtonLink href={addressOfRecording(own, { partner })} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <p>
        You did not meet?{' '}
        <a href={addressOfRecording(own, { ...at, mistake: 'yes' })}>It was recorded by mistake</a>
      </p>
    </RecordingFrame>
  )
}

export const takingBackTitle = 'Was it recorded by mistake?'

export const TakingBackPage = (props: CorrectionProps) => {
  const { own, pair, session, idempotencyKey } = props
  const { partner } = pair
  return (
    <RecordingFrame own={own} title={takingBackTitle}>
      <p>{`If you take it back, it is no longer recorded that you and ${partner.name} met. Either of you can record it again. Your partner gets an email.`}</p>
      <WarningCallout heading="What has opened stays open" headingLevel={2}>
        If a questionnaire opened for the two of you because of this session, you can still answer
        it. Answer it once you have met.
      </WarningCallout>
      <Form action={addressOfRecording(own)} idempotencyKey={idempotencyKey}>
        <Hidden pair={pair} session={session} />
        <ButtonGroup>
          <Button variant="warning" name="move" value="take_back">
            Take it back
          </Button>
          <ButtonLink href={addressOfRecording(own, { partner })} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </RecordingFrame>
  )
}
