/** The end of a programme, for its lead: closing it, the letter, opening it again. */
import type { ReactNode } from 'react'
import { dayInWords } from '../../lib/dates.ts'
import { roleIds } from '../../protocol/model.ts'
import { counted, listed, plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { LoadedEnding } from './load-ending.ts'
import { sentenceOfClosingProblem } from './problems.ts'
import { canReopen } from './rules.ts'

type ClosingProps = LoadedEnding & {
  readonly errors: readonly string[]
  readonly idempotencyKey: string
}

type FrameProps = Pick<ClosingProps, 'programme' | 'errors'> & {
  readonly title: string
  readonly crumb: { readonly label: string; readonly path: string }
  readonly children: ReactNode
}

const Frame = ({ programme, errors, title, crumb, children }: FrameProps) => (
  <>
    <Breadcrumb
      crumbs={[{ label: crumb.label, href: `/programmes/${programme.programmeId}${crumb.path}` }]}
    />
    <TitledPage caption={programme.name} title={title} errors={errors.map((text) => ({ text }))}>
      {children}
    </TitledPage>
  </>
)

const backHome = { label: 'Overview', path: '' }

export const ClosingPage = (props: ClosingProps) => (
  <Frame {...props} title="End of the programme" crumb={backHome}>
    <Standing {...props} />
    <NextCohort {...props} />
  </Frame>
)

const baseOf = ({ programme }: Pick<ClosingProps, 'programme'>): string =>
  `/programmes/${programme.programmeId}`

const Standing = (props: ClosingProps) => {
  const { state, letterSentOn } = props.ending
  switch (state) {
    case 'setting_up':
      return <InsetText>The programme is not open yet, so there is nothing to close.</InsetText>
    case 'open':
      return <StillOpen {...props} />
    case 'closed':
      return letterSentOn === null ? <NotSent {...props} /> : <Sent {...props} on={letterSentOn} />
  }
}

const StillOpen = (props: ClosingProps) => (
  <>
    <p>The programme is open. At its end, close it first. You can then:</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>read a letter with the results, as everybody who took part may see them</li>
      <li>send it, once, to all of them</li>
    </ul>
    <p>
      The letter cannot be read before: results that grow from day to day would tell what the last
      person answered.
    </p>
    <FollowUpsLost {...props} once="Once the programme is closed" />
    <ButtonLink href={`${baseOf(props)}/close`}>Close the programme</ButtonLink>
  </>
)

type LostProps = Pick<ClosingProps, 'wavesToCome'> & { readonly once: string }

/** The letter is for the very end: after it, nobody is asked whether anything has lasted. */
const FollowUpsLost = ({ wavesToCome, once }: LostProps) =>
  wavesToCome.length === 0 ? null : (
    <WarningCallout heading="Follow-ups are still to come" headingLevel={2}>
      <p>{`${once}, these are not asked any more: ${listed(wavesToCome)}.`}</p>
    </WarningCallout>
  )

const NotSent = (props: ClosingProps) => {
  const { programme, withoutAddress, idempotencyKey } = props
  return (
    <>
      <p>The programme is closed. The letter to everybody who took part has not been sent yet.</p>
      <FollowUpsLost {...props} once="Once the letter is sent" />
      <h2 className="nhsuk-heading-m">Read it first</h2>
      <ul className="nhsuk-list">
        {each(roleIds, (role) => (
          <li>
            <a href={`${baseOf(props)}/closing/preview/${role}`}>
              The letter to the {plural(programme.protocol, role)}
            </a>
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">Send it</h2>
      <p>{`${reachedInWords(props)} It also stands on the page of everybody who took part, and it cannot be taken back or sent again.`}</p>
      {withoutAddress === 0 ? null : (
        <p>
          {`${counted(withoutAddress, 'person has', 'people have')} no email address here. Tell them to open their page.`}
        </p>
      )}
      <Form action={`${baseOf(props)}/closing`} idempotencyKey={idempotencyKey}>
        <Button>Send the closing letter</Button>
      </Form>
      <Reopening {...props} />
    </>
  )
}

const reachedInWords = ({ withAddress }: ClosingProps): string =>
  withAddress === 0
    ? 'Nobody gets it by email.'
    : `${counted(withAddress, 'person gets', 'people get')} it by email.`

const Reopening = (props: ClosingProps) =>
  canReopen(props.ending).ok ? (
    <>
      <h2 className="nhsuk-heading-m">Closed too early?</h2>
      <p>
        Until the letter is sent, you can{' '}
        <a href={`${baseOf(props)}/closing/reopen`}>open the programme again</a>.
      </p>
    </>
  ) : null

const Sent = ({ on, ...props }: ClosingProps & { readonly on: string }) => (
  <>
    <InsetText>{`The closing letter was sent on ${dayInWords(on)}. The programme is closed and stays closed.`}</InsetText>
    {props.withoutAddress === 0 ? null : (
      <p>
        {`${counted(props.withoutAddress, 'person', 'people')} without an email address can read it on their page.`}
      </p>
    )}
    <p>
      Read it as it stands for{' '}
      {each(roleIds, (role, place) => (
        <>
          {place === 0 ? '' : ' and for '}
          <a href={`${baseOf(props)}/closing/preview/${role}`}>
            {plural(props.programme.protocol, role)}
          </a>
        </>
      ))}
      .
    </p>
  </>
)

const NextCohort = (props: ClosingProps) =>
  props.ending.state === 'setting_up' ? null : (
    <>
      <h2 className="nhsuk-heading-m">What comes next</h2>
      <p>
        <a href={`${baseOf(props)}/next-cohort`}>Start the next cohort</a>: a new programme with the
        same protocol, and nobody in it yet.
      </p>
    </>
  )

export const ReopenPage = (props: ClosingProps) => {
  const { ending, programme, errors, idempotencyKey } = props
  const allowed = canReopen(ending)
  const crumb = { label: 'End of the programme', path: '/closing' }
  return (
    <Frame {...{ programme, errors, crumb }} title="Open the programme again">
      {allowed.ok ? (
        <>
          <p>When the programme is open again:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            <li>people can agree to take part and can withdraw on their home page</li>
            <li>every stage stays closed until you open it again</li>
            <li>what people had typed and not sent is gone</li>
            <li>reminders that were waiting when you closed it are not sent</li>
            <li>the letter cannot be read until you close it again</li>
          </ul>
          <p>
            If you have read the letter, and few people answer after that, its numbers may tell what
            they answered. Closing and opening again stand in the audit log.
          </p>
          <Form action={`${baseOf(props)}/closing/reopen`} idempotencyKey={idempotencyKey}>
            <Button variant="secondary">Open the programme again</Button>
          </Form>
        </>
      ) : (
        <InsetText>
          {programme.state === 'open'
            ? 'The programme is open.'
            : programme.state === 'setting_up'
              ? 'The programme is not open yet.'
              : sentenceOfClosingProblem(allowed.problem)}
        </InsetText>
      )}
    </Frame>
  )
}
