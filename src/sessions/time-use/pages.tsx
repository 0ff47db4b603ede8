/** A mentor or mentee says how long each step took them. */
import { Button } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { Select } from '../../web/components/select.tsx'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { lengthInWords } from './bands.ts'
import type { OwnTimes } from './load-time-use.ts'
import { timeBands } from './model.ts'
import type { TypedTimes } from './rules.ts'

export const timesTitle = 'How long it took you'

export type TimesPageProps = {
  readonly own: Pick<OwnPairs, 'programme' | 'participant'>
  readonly times: OwnTimes
  /** What was chosen in a form that comes back; else nothing. */
  readonly typed: TypedTimes
  readonly error: string | null
  readonly isSaved: boolean
  readonly idempotencyKey: string
}

export const timeFieldPrefix = 'time.'

export const TimesPage = (props: TimesPageProps) => {
  const { own, times, error, isSaved } = props
  const { programme } = own
  return (
    <Columns>
      <ErrorSummary errors={error === null ? [] : [{ text: error }]} />
      {isSaved ? (
        <NotificationBanner kind="success">What you said is saved</NotificationBanner>
      ) : null}
      <PageHeading caption={programme.name}>{timesTitle}</PageHeading>
      {times.steps.length === 0 ? <NothingToSay own={own} /> : <TimesForm {...props} />}
      <p>
        <a href={`/programmes/${programme.programmeId}`}>Go to your programme</a>
      </p>
    </Columns>
  )
}

const NothingToSay = ({ own: { programme, participant } }: Pick<TimesPageProps, 'own'>) => {
  if (participant.state !== 'agreed')
    return <p>Only people who take part in the programme are asked about their time.</p>
  return programme.state === 'closed' ? (
    <p>The programme is over, so you are not asked about your time any more.</p>
  ) : (
    <p>
      There is nothing to say yet. After each step that you take part in, you can say here how long
      it took you.
    </p>
  )
}

const options = [
  { value: '', label: 'Not said' },
  ...timeBands.map((band) => {
    const words = lengthInWords(band)
    return { value: band.id, label: words.slice(0, 1).toUpperCase() + words.slice(1) }
  }),
]

const TimesForm = ({ own, times, typed, idempotencyKey }: TimesPageProps) => {
  const { programmeId, protocol } = own.programme
  return (
    <>
      <p>
        It helps those who plan a programme to know how much time it takes. Say it for as many steps
        as you like. For a session, count the way there and back. You can change it while the
        programme is open.
      </p>
      <p>
        {`It is kept without your name. The programme lead and the researchers see what a group said together, and only once at least ${protocol.rules.anonymityFloor} of it have.`}
      </p>
      <Form action={`/programmes/${programmeId}/time`} idempotencyKey={idempotencyKey}>
        {each(times.steps, ({ step, label, band }, place) => (
          <Select
            name={`${timeFieldPrefix}${step}`}
            id={`time-${place + 1}`}
            label={label}
            options={options}
            value={typed.get(step) ?? band ?? ''}
          />
        ))}
        <Button>Save</Button>
      </Form>
    </>
  )
}
