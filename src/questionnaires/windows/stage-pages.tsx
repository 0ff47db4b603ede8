/** Opening, closing and planning one stage: what it means, then the button. */
import type { ReactNode } from 'react'
import { dayInWords } from '../../lib/dates.ts'
import { followUpDays } from '../../protocol/content/follow-ups.ts'
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import { listed, plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { DateInput, type TypedDate } from '../../web/components/date-input.tsx'
import { each } from '../../web/components/each.ts'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { StageProgress } from './collecting-rules.ts'
import type { Advice } from './opening-rules.ts'

export type StagePageProps = {
  readonly programme: ProgrammeWithProtocol
  readonly stage: StageProgress
  readonly errors: readonly FieldError[]
  readonly idempotencyKey: string
}

type FrameProps = StagePageProps & { readonly title: string; readonly children: ReactNode }

const Frame = ({ programme, errors, title, children }: FrameProps) => (
  <>
    <Breadcrumb
      crumbs={[
        { label: 'Questionnaires', href: `/programmes/${programme.programmeId}/collecting` },
      ]}
    />
    <TitledPage caption={programme.name} title={title} errors={errors}>
      {children}
    </TitledPage>
  </>
)

const actionOf = ({ programme, stage }: StagePageProps, move: string): string =>
  `/programmes/${programme.programmeId}/collecting/${stage.stage}/${move}`

const askedIn = ({ programme, stage }: StagePageProps): string =>
  listed(stage.groups.map(({ role }) => plural(programme.protocol, role)))

const ProgrammeNotOpen = ({ programme }: StagePageProps) => (
  <InsetText>
    {programme.state === 'closed' ? (
      'The programme is closed. Its stages can no longer be opened, closed or planned.'
    ) : (
      <p>
        A stage can be opened once the programme is open.{' '}
        <a href={`/programmes/${programme.programmeId}/set-up/open`}>
          Check and open the programme
        </a>
        .
      </p>
    )}
  </InsetText>
)

type OpenProps = StagePageProps & { readonly advice: readonly Advice[] }

export const OpenStagePage = (props: OpenProps) => {
  const { programme, stage, advice, idempotencyKey } = props
  const isAgain = stage.window.state === 'closed'
  const title = openingTitle(stage)
  if (programme.state !== 'open') {
    return (
      <Frame {...props} title={title}>
        <ProgrammeNotOpen {...props} />
      </Frame>
    )
  }
  return (
    <Frame {...props} title={title}>
      <p className="nhsuk-lede-text">{stage.title}</p>
      {advice.length === 0 ? null : <AdviceCallout advice={advice} />}
      <p>{openingWords(props)}</p>
      {stage.opensWithSession && !isAgain ? <OpensWithSession {...stage} /> : null}
      <SummaryList
        rows={[
          { key: 'Asked under', value: `Version ${programme.version} of the protocol` },
          { key: 'Closes', value: closesInWords(stage) },
        ]}
      />
      {isAgain && stage.window.protocolVersion !== programme.version ? (
        <InsetText>
          {`This stage was answered under version ${stage.window.protocolVersion} before. Who answers now, answers under version ${programme.version}. Comparisons will say so.`}
        </InsetText>
      ) : null}
      <Form action={actionOf(props, 'open')} idempotencyKey={idempotencyKey}>
        <Button>{title}</Button>
      </Form>
    </Frame>
  )
}

/** Open already, and not for everybody. */
const isForTheRest = ({ window, isWaitedFor }: StageProgress): boolean =>
  window.state === 'open' && isWaitedFor

const openingTitle = (stage: StageProgress): string => {
  if (isForTheRest(stage)) return `Open stage ${stage.stage} for everybody`
  return `Open stage ${stage.stage}${stage.window.state === 'closed' ? ' again' : ''}`
}

const openingWords = (props: StagePageProps): string => {
  const { window } = props.stage
  if (isForTheRest(props.stage))
    return `It is open for the pairs whose session is recorded. All other ${askedIn(props)} who have agreed to take part can answer it from now on, whether they have met or not.`
  return window.state === 'closed'
    ? `The ${askedIn(props)} who have not answered this stage can answer it from now on. Who has answered cannot answer twice.`
    : `All ${askedIn(props)} who have agreed to take part can answer it from now on.`
}

const OpensWithSession = ({ window }: StageProgress) => (
  <p>
    {window.state === 'open'
      ? 'If you wait, it opens for each of the other pairs when its session is recorded. Nobody is reminded before that.'
      : 'If you do not open it, it opens by itself for each pair when its session is recorded.'}
  </p>
)

const closesInWords = ({ window }: StageProgress): string =>
  window.state !== 'not_open' || window.closesOn === null
    ? 'When you close it, or after a day that you plan'
    : `After ${dayInWords(window.closesOn)}`

const AdviceCallout = ({ advice }: { readonly advice: readonly Advice[] }) => (
  <WarningCallout heading="Out of order" headingLevel={2}>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(advice, ({ kind, stage, title }) => (
        <li>
          {kind === 'earlier_open'
            ? `Stage ${stage} (${title}) is still open.`
            : `Stage ${stage} (${title}) was never open.`}
        </li>
      ))}
    </ul>
    <p>You can open this stage all the same. What people say “before” may then come after.</p>
  </WarningCallout>
)

export const CloseStagePage = (props: StagePageProps) => {
  const { stage, programme, idempotencyKey } = props
  const title = `Close stage ${stage.stage}`
  return (
    <Frame {...props} title={title}>
      <p className="nhsuk-lede-text">{stage.title}</p>
      {stage.window.state === 'open' ? (
        <>
          <p>
            {programme.protocol.rules.lateAnswers === 'until_next_stage'
              ? 'Nobody is reminded any more. Somebody who comes late can still answer until the next stage opens.'
              : 'Nobody can answer it after that. What people have typed and not sent is not counted.'}
          </p>
          {stage.isWaitedFor ? (
            <p>
              It is not open yet for those whose session is not recorded. Once it is closed, a
              session that is recorded later does not open it for them.
            </p>
          ) : null}
          <p>
            The answers are then stored anew, in an order that says nothing about when they came.
            You can open the stage again if people come late.
          </p>
          <Form action={actionOf(props, 'close')} idempotencyKey={idempotencyKey}>
            <Button>{title}</Button>
          </Form>
        </>
      ) : (
        <InsetText>This stage is not open, so there is nothing to close.</InsetText>
      )}
    </Frame>
  )
}

const opensOnHint = ({ opensWithSession, followUpMonths }: StageProgress): string => {
  if (followUpMonths !== null) {
    return `Leave it empty and it opens by itself ${followUpMonths} months after the last session`
  }
  return opensWithSession
    ? 'On this day it opens for everybody. Leave it empty and it opens for each pair when its session is recorded; the first session that is recorded before this day takes its place'
    : 'Leave it empty to open the stage by hand'
}

const closesOnHint = ({ followUpMonths, window }: StageProgress): string => {
  const isOpenedByItself = followUpMonths !== null && window.state === 'not_open'
  const otherwise = isOpenedByItself
    ? `and it closes ${followUpDays} days after it opened by itself`
    : 'to close the stage by hand'
  return `It closes in the night after that day. Leave it empty ${otherwise}`
}

export type PlanForm = { readonly opens: TypedDate; readonly closes: TypedDate }
/** `page`: what belongs to neither field. */
export type PlanErrors = Readonly<Partial<Record<'opens' | 'closes' | 'page', string>>>
type PlanProps = StagePageProps & { readonly form: PlanForm; readonly fieldErrors: PlanErrors }

export const PlanStagePage = (props: PlanProps) => {
  const { stage, programme, form, fieldErrors, idempotencyKey } = props
  const { state } = stage.window
  return (
    <Frame {...props} title={`Plan stage ${stage.stage}`}>
      <p className="nhsuk-lede-text">{stage.title}</p>
      {programme.state === 'closed' || state === 'closed' ? (
        <InsetText>
          {programme.state === 'closed'
            ? 'The programme is closed. Its stages can no longer be planned.'
            : 'This stage is closed. Open it again first, then plan when it closes.'}
        </InsetText>
      ) : (
        <Form action={actionOf(props, 'plan')} idempotencyKey={idempotencyKey}>
          {state === 'open' ? null : (
            <DateInput
              name="opens"
              label="On which day does it open?"
              labelSize="m"
              hint={opensOnHint(stage)}
              value={form.opens}
              error={fieldErrors.opens}
            />
          )}
          <DateInput
            name="closes"
            label="What is the last day to answer?"
            labelSize="m"
            hint={closesOnHint(stage)}
            value={form.closes}
            error={fieldErrors.closes}
          />
          <Button>Save dates</Button>
        </Form>
      )}
    </Frame>
  )
}
