/** Whom a mentor would be willing to mentor: asked in private, for the draw alone. */
import type { ReactNode } from 'react'
import type { Protocol } from '../../protocol/model.ts'
import { insideSentence, listed, peopleOf, plural } from '../../protocol/wording/words.ts'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { Willing } from './load-willing.ts'
import type { WillingErrors } from './willing-problems.ts'
import { minimumOf, type OfferedMentee, type Replies } from './willing-rules.ts'

export type WillingPageProps = {
  readonly willing: Willing
  readonly replies: Replies
  readonly errors: WillingErrors
  readonly isSaved: boolean
  readonly idempotencyKey: string
}

export const fieldOf = (menteeId: string): string => `willing-${menteeId}`

const titleOf = (protocol: Protocol): string =>
  `Which of the ${plural(protocol, 'mentee')} would you be willing to mentor?`

type FrameProps = { readonly willing: Willing; readonly children: ReactNode }

const Title = ({ willing }: Pick<FrameProps, 'willing'>) => (
  <h1 className="nhsuk-heading-l">
    <span className="nhsuk-caption-l">{willing.programme.name}</span>{' '}
    {titleOf(willing.programme.protocol)}
  </h1>
)

export const WillingPage = (props: WillingPageProps) => {
  const { willing, errors, isSaved, idempotencyKey } = props
  const { programme, offered } = willing
  const { protocol } = programme
  const [first] = offered
  return (
    <Columns>
      <ErrorSummary
        errors={[...errors].map(([id, text]) => ({
          text,
          fieldId: fieldOf(id === '' ? (first?.participantId ?? '') : id),
        }))}
      />
      {isSaved ? (
        <NotificationBanner kind="success">
          Your choices are saved. You can change them until the draw.
        </NotificationBanner>
      ) : null}
      <Title willing={willing} />
      <WhoSees protocol={protocol} />
      <Newcomers {...props} />
      <SaidNo {...props} />
      {offered.length === 0 ? (
        <InsetText>
          {`There are no ${plural(protocol, 'mentee')} to ask you about yet. Come back later.`}
        </InsetText>
      ) : (
        <>
          <Minimum {...props} />
          <LeftOut {...props} />
          <Form
            action={`/programmes/${programme.programmeId}/willing`}
            idempotencyKey={idempotencyKey}
          >
            {each(offered, (mentee) => (
              <Mentee {...props} mentee={mentee} />
            ))}
            <Button>Save my choices</Button>
          </Form>
        </>
      )}
    </Columns>
  )
}

const WhoSees = ({ protocol }: { readonly protocol: Protocol }) => (
  <InsetText>
    <p>
      This is private. Your choices are kept under a code and are used by the draw alone. No{' '}
      {insideSentence(protocol.roles.mentee.label)}, no other{' '}
      {insideSentence(protocol.roles.mentor.label)}, and nobody who runs the programme is told whom
      you said no to, or that you said no to anybody.
    </p>
  </InsetText>
)

const Newcomers = ({ willing: { offered, said } }: WillingPageProps) => {
  const added = offered.filter(({ participantId }) => !said.has(participantId)).length
  if (said.size === 0 || added === 0) return null
  return (
    <WarningCallout heading={added === 1 ? 'One more person' : 'More people'} headingLevel={2}>
      {added === 1
        ? '1 more person has joined: say whether you would mentor them. Until you do, you are not drawn for them.'
        : `${added} more people have joined: say whether you would mentor them. Until you do, you are not drawn for them.`}
    </WarningCallout>
  )
}

const SaidNo = ({ willing: { said, programme } }: WillingPageProps) =>
  said.size === 0 || [...said.values()].some(Boolean) ? null : (
    <WarningCallout heading="You said no to everybody" headingLevel={2}>
      {`As it stands, you will not be drawn for any of the ${plural(programme.protocol, 'mentee')}. Nobody is told why. You still take part in everything else. You can change it here until the draw.`}
    </WarningCallout>
  )

const Minimum = ({ willing: { programme, offered } }: WillingPageProps) => {
  const { protocol } = programme
  const minimum = minimumOf(offered, protocol.rules)
  return (
    <p>
      {minimum > 1
        ? `Say yes to at least ${peopleOf(protocol, 'mentee', minimum)}, so that the draw has a choice: whoever says yes to one only can be drawn for that one and for nobody else. `
        : 'Whoever says yes to one person only can be drawn for that person and for nobody else. '}
      You may also say no to everybody; then you are not drawn, and nobody is told why.
    </p>
  )
}

const LeftOut = ({ willing: { leftOut } }: WillingPageProps) =>
  leftOut.length === 0 ? null : (
    <p>
      {`You are not asked about ${listed(leftOut.map(({ name }) => name))}: in this programme nobody is drawn for their own supervisor.`}
    </p>
  )

type MenteeProps = WillingPageProps & { readonly mentee: OfferedMentee }

const Mentee = ({ willing, mentee, replies, errors }: MenteeProps) => (
  <Radios
    name={fieldOf(mentee.participantId)}
    label={mentee.name}
    labelSize="s"
    hint={mentee.isSupervisor ? supervisorHint(willing.programme.protocol) : undefined}
    error={errors.get(mentee.participantId)}
    value={replies.get(mentee.participantId)}
    choices={[
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ]}
    isInline
  />
)

const supervisorHint = ({ rules }: Protocol): string =>
  rules.supervisor === 'avoid'
    ? 'Your own supervisor. Even if you say yes, the draw avoids this pair where it can'
    : 'Your own supervisor. You can say yes or no as for anybody else'

type FinalProps = { readonly willing: Willing }

export const FinalPage = ({ willing }: FinalProps) => {
  const { offered, said, programme } = willing
  const answered = offered.filter(({ participantId }) => said.has(participantId))
  return (
    <Columns>
      <Title willing={willing} />
      <InsetText>The draw is over. What you said is final and can no longer be changed.</InsetText>
      {answered.length === 0 ? (
        <p>{`You have not said which of the ${plural(programme.protocol, 'mentee')} you would mentor.`}</p>
      ) : (
        <SummaryList
          rows={answered.map(({ participantId, name }) => ({
            key: name,
            value: said.get(participantId) === true ? 'Yes' : 'No',
          }))}
        />
      )}
      <p>Only you see this page.</p>
    </Columns>
  )
}

const notNow = {
  not_open: 'You are asked about this later. You will be told when.',
  not_asked: 'This programme does not ask about it.',
  invited: 'You are asked about this once you have agreed to take part.',
  declined: 'You said that you do not want to take part, so you are not asked.',
  withdrawn: 'You have withdrawn from the programme, so you are not asked any more.',
} as const

type NotNowProps = FinalProps & { readonly standing: keyof typeof notNow }

export const NotNowPage = ({ willing, standing }: NotNowProps) => (
  <Columns>
    <Title willing={willing} />
    <p>{notNow[standing]}</p>
    <p>
      <a href={`/programmes/${willing.programme.programmeId}`}>Go to your programme</a>
    </p>
  </Columns>
)
