/** The last look before everybody is told, and what stands there afterwards. No pair is on it. */
import type { ReactNode } from 'react'
import { dateAndTime } from '../../lib/dates.ts'
import { counted, listed } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { PublishView, Ready } from './load-publish-view.ts'
import { sentenceOfPublishingProblem } from './publishing-problems.ts'

export type PublishErrors = {
  /** Beside the checkbox. */
  readonly knows?: string
  /** Above all. */
  readonly form?: string
}

export type PublishPageProps = {
  readonly view: PublishView
  readonly errors: PublishErrors
  readonly idempotencyKey: string
}

const addressOf = ({ programme }: PublishView): string =>
  `/programmes/${programme.programmeId}/allocation`

export const PublishPage = (props: PublishPageProps) => {
  const { view, errors } = props
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Allocation', href: addressOf(view) }]} />
      <Columns>
        <ErrorSummary
          errors={[
            ...(errors.form === undefined ? [] : [{ text: errors.form }]),
            ...(errors.knows === undefined ? [] : [{ text: errors.knows, fieldId: 'knows' }]),
          ]}
        />
        <PageHeading caption={view.programme.name}>Publish the pairs</PageHeading>
        <Standing {...props} />
      </Columns>
    </>
  )
}

const Standing = (props: PublishPageProps) => {
  const { view } = props
  const { standing } = view
  switch (standing.kind) {
    case 'ready':
      return <ReadyToPublish {...props} ready={standing.ready} />
    case 'published':
      return (
        <>
          <InsetText>{`Published on ${dateAndTime(standing.at)}. Everybody has been told.`}</InsetText>
          <WithoutMail view={view} />
        </>
      )
    case 'not_ready':
      return (
        <>
          <p>{sentenceOfPublishingProblem(standing.problem)}</p>
          <p>
            <a href={addressOf(view)}>Go to the allocation</a>
          </p>
        </>
      )
  }
}

type ReadyProps = PublishPageProps & { readonly ready: Ready }

const ReadyToPublish = (props: ReadyProps) => {
  const { view, ready, errors, idempotencyKey } = props
  const warnings = ready.chance?.warnings ?? []
  return (
    <>
      <WhatHappens {...props} />
      <WithoutMail view={view} />
      <Chance {...props} />
      <Form action={`${addressOf(view)}/publish`} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="number" value={ready.draw.number} />
        {warnings.length === 0 ? null : (
          <>
            <WarningCallout heading="What could be concluded" headingLevel={2}>
              <Bullets lines={warnings} />
            </WarningCallout>
            <Checkboxes
              name="knows"
              label="Publish all the same?"
              labelSize="s"
              error={errors.knows}
              choices={[{ value: 'yes', label: 'I know this, and publish the pairs' }]}
            />
          </>
        )}
        <Button>Publish the pairs</Button>
      </Form>
      <p>
        <a href={addressOf(view)}>Go back without publishing</a>
      </p>
    </>
  )
}

const WhatHappens = ({ view, ready }: ReadyProps) => {
  return (
    <>
      <h2 className="nhsuk-heading-m">What happens when you publish</h2>
      <Bullets
        lines={[
          `${counted(ready.pairs, 'pair')} ${ready.pairs === 1 ? 'is' : 'are'} published. This cannot be taken back.`,
          ready.told === null
            ? 'Everybody whose partner changes is told in the same minute, by email and on their page. Nobody else gets an email.'
            : `${counted(ready.told, 'person', 'people')} ${ready.told === 1 ? 'is' : 'are'} told in the same minute, by email and on their page.`,
          'Each of them learns their own partner and nothing else. Whoever has none is told so in the same words as anybody else, without a reason.',
          ready.chance === null
            ? 'You have chosen the pairs. Nobody else who runs the programme sees them.'
            : 'Nobody sees the rest: not you, not the facilitator, not an administrator.',
          <>
            {'The ground rules go along. '}
            <a href={`/programmes/${view.programme.programmeId}/set-up/ground-rules`}>
              Read or change them
            </a>
            {' first.'}
          </>,
        ]}
      />
    </>
  )
}

const Chance = ({ ready: { chance, pairs } }: ReadyProps) => (
  <>
    <h2 className="nhsuk-heading-m">How much was left to chance</h2>
    <p>{chance === null ? chosen : forcedSentence(chance.forced, pairs)}</p>
  </>
)

const chosen =
  'Nothing: these pairs were chosen by hand. Every report of this programme says that they are not random.'

const forcedSentence = (forced: number, pairs: number): string => {
  if (forced === 0)
    return 'No pair was forced: for each of them, other pairs would have been possible.'
  const all = `of ${counted(pairs, 'pair')}`
  return forced === 1
    ? `1 ${all} was forced: it was in every possible pairing, so that chance had no part in it.`
    : `${forced} ${all} were forced: they were in every possible pairing, so that chance had no part in them.`
}

const WithoutMail = ({ view: { withoutMail } }: Pick<PublishPageProps, 'view'>) =>
  withoutMail.length === 0 ? null : (
    <p>
      {`No email reaches ${listed(withoutMail)}. Tell them that the pairs are published: they find theirs on their page, with the code of their letter.`}
    </p>
  )

const Bullets = ({ lines }: { readonly lines: readonly ReactNode[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(lines, (line) => (
      <li>{line}</li>
    ))}
  </ul>
)
