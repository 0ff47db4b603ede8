/** A draw because somebody has left or a pair has ended: how many are without a partner, what is drawn, and why. Nobody is named. */
import type { TakingPart } from '../../allocation/procedure/collect-inputs.ts'
import type { Result } from '../../lib/result.ts'
import type { Protocol } from '../../protocol/model.ts'
import { counted, insideSentence, peopleOf, plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { LoadedDeparture } from './load-departure.ts'
import { ruleInWords, sentenceOfDepartureProblem } from './problems.ts'
import type { DepartureProblem } from './rules.ts'

export const departureTitle = 'A draw for people without a partner'

export type DeparturePageProps = {
  readonly loaded: LoadedDeparture
  /** Who would be drawn, or why nobody is. */
  readonly allowed: Result<TakingPart, DepartureProblem>
  readonly reason: string
  readonly error: string | undefined
  readonly idempotencyKey: string
}

export const DeparturePage = (props: DeparturePageProps) => {
  const { loaded, allowed, error } = props
  const { programme } = loaded.allocation
  const base = `/programmes/${programme.programmeId}/allocation`
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Allocation', href: base }]} />
      <Columns>
        <ErrorSummary
          errors={allowed.ok && error !== undefined ? [{ text: error, fieldId: 'reason' }] : []}
        />
        <PageHeading caption={programme.name}>{departureTitle}</PageHeading>
        <p>{endedInWords(loaded)}</p>
        {allowed.ok ? (
          <BeginForm {...props} takingPart={allowed.value} />
        ) : (
          <>
            <InsetText>{sentenceOfDepartureProblem(allowed.problem, programme.protocol)}</InsetText>
            {allowed.problem.kind === 'departure.nobody_is_free' ? (
              <p>
                <a href={`/programmes/${programme.programmeId}/people/add`}>Add people</a>
              </p>
            ) : null}
            <p>
              <a href={base}>Go to the allocation</a>
            </p>
          </>
        )}
        <OrChoose loaded={loaded} />
      </Columns>
    </>
  )
}

/** Whoever it was that left, or asked for their pair to end. */
const endedInWords = ({ allocation: { pairs } }: LoadedDeparture): string => {
  const n = pairs.filter(({ hasEnded }) => hasEnded).length
  return `${n === 0 ? 'No pair' : counted(n, 'pair')} of this programme ${n > 1 ? 'have' : 'has'} ended.`
}

/** Where the lead chose the pairs, they may choose for whoever is left, too. */
const OrChoose = ({ loaded: { allocation } }: Pick<DeparturePageProps, 'loaded'>) =>
  allocation.current?.mode === 'chosen' && allocation.current.state === 'published' ? (
    <p>
      You chose the pairs of this programme.{' '}
      <a href={`/programmes/${allocation.programme.programmeId}/allocation/chosen`}>
        Choose for whoever is left, too
      </a>
      .
    </p>
  ) : null

type BeginProps = DeparturePageProps & { readonly takingPart: TakingPart }

const BeginForm = ({ loaded, takingPart, reason, error, idempotencyKey }: BeginProps) => {
  const { programmeId, protocol } = loaded.allocation.programme
  return (
    <>
      <Vacancies protocol={protocol} loaded={loaded} takingPart={takingPart} />
      <p>{ruleInWords(protocol)}</p>
      <TooFew protocol={protocol} takingPart={takingPart} />
      <p>
        What each {insideSentence(protocol.roles.mentor.label)} said before the first draw counts in
        this one too. You and the facilitator each give a value again; the draw gets a certificate
        of its own, and nobody sees the pairs until you publish them.
      </p>
      <Form
        action={`/programmes/${programmeId}/allocation/departure`}
        idempotencyKey={idempotencyKey}
      >
        <Textarea
          name="reason"
          label="Why is there another draw?"
          labelSize="s"
          hint="It stands in the certificate. Name nobody, and do not say why somebody left or a pair ended. For example: one pair has ended."
          rows={3}
          value={reason}
          error={error}
        />
        <Button>Begin the draw</Button>
      </Form>
    </>
  )
}

type NumbersProps = {
  readonly protocol: Protocol
  readonly takingPart: TakingPart
  readonly loaded: LoadedDeparture
}

const Vacancies = ({ protocol, takingPart, loaded: { vacancies } }: NumbersProps) => (
  <SummaryList
    rows={[
      {
        key: `Without a ${insideSentence(protocol.roles.mentor.label)}`,
        value: peopleOf(protocol, 'mentee', vacancies.mentees),
      },
      {
        key: `Without a ${insideSentence(protocol.roles.mentee.label)}`,
        value: peopleOf(protocol, 'mentor', vacancies.mentors),
      },
      {
        key: 'In the draw',
        value: `${peopleOf(protocol, 'mentor', takingPart.mentors.length)} and ${peopleOf(protocol, 'mentee', takingPart.mentees.length)}`,
      },
    ]}
  />
)

/** Where some stay without a mentor whatever is drawn, the lead may rather wait. */
const TooFew = ({ protocol, takingPart }: Omit<NumbersProps, 'loaded'>) => {
  const { mentors, mentees } = takingPart
  const { menteesPerMentor } = protocol.rules
  if (menteesPerMentor !== undefined || mentors.length >= mentees.length) return null
  const mentorWord = insideSentence(protocol.roles.mentor.label)
  return (
    <WarningCallout heading="Not everybody can be given a partner" headingLevel={2}>
      <p>
        {`${peopleOf(protocol, 'mentee', mentees.length - mentors.length)} will be left without a ${mentorWord}. If more ${plural(protocol, 'mentor')} are to join, wait until they have agreed to take part and have said whom they would be willing to mentor.`}
      </p>
    </WarningCallout>
  )
}
