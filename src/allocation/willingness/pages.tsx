/** Whom a mentor would be willing to mentor: asked in private, for the draw alone. */
import type { Protocol } from '../../protocol/model.ts'
import { preferenceWords } from '../../protocol/wording/preference-words.ts'
import { insideSentence, listed, peopleOf, plural } from '../../protocol/wording/words.ts'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { Select } from '../../web/components/select.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { Willing } from './load-willing.ts'
import { reconsiderHeading, reconsiderParagraphs } from './reconsider.ts'
import { ordinal, type WillingErrors } from './willing-problems.ts'
import { minimumOf, mostField, type Replies, rankField, willingField } from './willing-replies.ts'
import type { OfferedMentee } from './willing-rules.ts'
import { Title } from './willing-title.tsx'

export type WillingPageProps = {
  readonly willing: Willing
  readonly replies: Replies
  readonly errors: WillingErrors
  readonly isSaved: boolean
  readonly idempotencyKey: string
}

export const WillingPage = (props: WillingPageProps) => {
  const { willing, errors, isSaved, idempotencyKey } = props
  const { programme, offered } = willing
  const { protocol } = programme
  const [first] = offered
  return (
    <Columns>
      <ErrorSummary
        errors={[...errors].map(([field, text]) => ({
          text,
          fieldId: field === '' ? willingField(first?.participantId ?? '') : field,
        }))}
      />
      {isSaved ? (
        <NotificationBanner kind="success">
          Your choices are saved. You can change them until they are closed for the draw.
        </NotificationBanner>
      ) : null}
      <Title willing={willing} />
      <Reconsider {...props} />
      <Once {...props} />
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
          <Ranks {...props} />
          <Form
            action={`/programmes/${programme.programmeId}/willing`}
            idempotencyKey={idempotencyKey}
          >
            {each(offered, (mentee) => (
              <Mentee {...props} mentee={mentee} />
            ))}
            <AtMost {...props} />
            <Button>Save my choices</Button>
          </Form>
        </>
      )}
    </Columns>
  )
}

const Reconsider = ({ willing: { isReopened } }: WillingPageProps) =>
  isReopened ? (
    <WarningCallout heading={reconsiderHeading} headingLevel={2}>
      {each(reconsiderParagraphs, (paragraph) => (
        <p>{paragraph}</p>
      ))}
    </WarningCallout>
  ) : null

const Once = ({ willing: { lock } }: WillingPageProps) =>
  lock === null ? null : (
    <WarningCallout heading="Pairs have been drawn already" headingLevel={2}>
      <p>
        You joined after the draw, or had not said anything. What you say now counts where somebody
        is still to find a partner. You can say it once: it is final when you save it.
      </p>
    </WarningCallout>
  )

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
      {`As it stands, you will not be drawn for any of the ${plural(programme.protocol, 'mentee')}. Nobody is told why. You still take part in everything else. You can change it here until the choices are closed for the draw.`}
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

const Ranks = ({ willing: { programme } }: WillingPageProps) => {
  const { preferences } = programme.protocol.rules
  if (preferences === undefined) return null
  return (
    <p>
      {`You may also say in which order you would like them: 1st choice, 2nd choice and so on. Two people may have the same rank. Whoever you say yes to without a rank comes after those with one. Of all possible pairings, the draw then takes the best. ${preferenceWords[preferences].explained}`}
    </p>
  )
}

type MenteeProps = WillingPageProps & { readonly mentee: OfferedMentee }

const Mentee = (props: MenteeProps) => {
  const { willing, mentee, replies, errors } = props
  const { participantId, name, isSupervisor } = mentee
  const field = willingField(participantId)
  return (
    <>
      <Radios
        name={field}
        label={name}
        labelSize="s"
        hint={isSupervisor ? supervisorHint(willing.programme.protocol) : undefined}
        error={errors.get(field)}
        value={replies.willing.get(participantId)}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        isInline
      />
      <Rank {...props} />
    </>
  )
}

const Rank = ({ willing, mentee, replies, errors }: MenteeProps) => {
  const { participantId, name } = mentee
  const field = rankField(participantId)
  if (willing.programme.protocol.rules.preferences === undefined) return null
  return (
    <Select
      name={field}
      label={`Rank of ${name}, if you say yes`}
      error={errors.get(field)}
      value={replies.ranks.get(participantId) ?? ''}
      options={[
        { value: '', label: 'No rank' },
        ...willing.offered.map((_, place) => ({
          value: String(place + 1),
          label: `${ordinal(place + 1)} choice`,
        })),
      ]}
    />
  )
}

const AtMost = ({ willing, replies, errors }: WillingPageProps) => {
  const { protocol } = willing.programme
  const most = protocol.rules.menteesPerMentor ?? 1
  if (most === 1) return null
  return (
    <Radios
      name={mostField}
      label={`How many ${plural(protocol, 'mentee')} would you mentor at most?`}
      labelSize="s"
      hint="One is enough. More are drawn for you only if you choose so here, and maybe not even then"
      error={errors.get(mostField)}
      value={replies.most}
      choices={Array.from({ length: most }, (_, place) => ({
        value: String(place + 1),
        label: String(place + 1),
      }))}
      isInline
    />
  )
}

const supervisorHint = ({ rules }: Protocol): string =>
  rules.supervisor === 'avoid'
    ? 'Your own supervisor. Even if you say yes, the draw avoids this pair where it can'
    : 'Your own supervisor. You can say yes or no as for anybody else'
