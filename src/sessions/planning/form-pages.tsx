/** The pages on which times are proposed, and a session is moved or cancelled. */
import { Columns } from '../../web/components/columns.tsx'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import type { Plan } from './model.ts'
import { SessionFrame } from './pages.tsx'
import type { PlanErrors, TypedPlan } from './plan-form.ts'
import {
  CancelForm,
  type FormTarget,
  MoveForm,
  PlanErrorSummary,
  ProposeForm,
} from './plan-forms.tsx'
import { PlanSummary } from './plan-summary.tsx'

export type PlanPageProps = {
  readonly own: OwnPairs
  readonly pair: OwnPair
  readonly typed: TypedPlan
  readonly errors: PlanErrors
  readonly target: FormTarget
  readonly now: Date
}

const backTo = ({ own, pair }: Pick<PlanPageProps, 'own' | 'pair'>): string =>
  `/programmes/${own.programme.programmeId}/session?partner=${pair.partner.participantId}`

export const proposeTitle = 'Propose times'
export const moveTitle = 'Move the session'
export const cancelTitle = 'Cancel the session'

export const ProposePage = (props: PlanPageProps) => {
  const { own, pair, errors } = props
  const { protocol } = own.programme
  return (
    <Columns>
      <PlanErrorSummary errors={errors} />
      <SessionFrame own={own} title={proposeTitle}>
        <p>For your session with {pair.partner.name}.</p>
        {pair.plan === null ? null : <p>New times take the place of those proposed before.</p>}
        <ProposeForm {...props} protocol={protocol} backHref={backTo(props)} />
      </SessionFrame>
    </Columns>
  )
}

export const MovePage = (props: PlanPageProps) => {
  const { own, pair, errors } = props
  return (
    <Columns>
      <PlanErrorSummary errors={errors} />
      <SessionFrame own={own} title={moveTitle}>
        <p>
          Agree with {pair.partner.name} first, if you can. Both of you get an email, and the entry
          in your calendars changes.
        </p>
        <MoveForm {...props} protocol={own.programme.protocol} backHref={backTo(props)} />
      </SessionFrame>
    </Columns>
  )
}

export type CancelPageProps = Pick<PlanPageProps, 'own' | 'pair' | 'target'> & {
  readonly plan: Plan
}

export const CancelPage = (props: CancelPageProps) => (
  <Columns>
    <SessionFrame own={props.own} title={cancelTitle}>
      <p>Your session with {props.pair.partner.name}:</p>
      <PlanSummary plan={props.plan} />
      <CancelForm {...props} backHref={backTo(props)} />
    </SessionFrame>
  </Columns>
)
