/** What is proposed or planned, without names: for both of a pair, and for whoever books. */
import type { ReactNode } from 'react'
import { each } from '../../web/components/each.ts'
import { SummaryList, type SummaryRow } from '../../web/components/summary-list.tsx'
import { modeWords } from './meeting-words.ts'
import type { Meeting, Plan } from './model.ts'
import { timeInWords } from './typed-times.ts'

export const PlanSummary = ({ plan }: { readonly plan: Plan }) => (
  <SummaryList rows={[...timeRows(plan), ...meetingRows(plan)]} />
)

const timeRows = ({ startsAt }: Plan): readonly SummaryRow[] =>
  startsAt === null ? [] : [{ key: 'When', value: timeInWords(startsAt) }]

const meetingRows = (meeting: Meeting): readonly SummaryRow[] => [
  { key: 'How long', value: `${meeting.minutes} minutes` },
  { key: 'How', value: modeWords[meeting.mode] },
  { key: 'Where', value: whereOf(meeting) },
]

/** A link that the other person typed leads there, and tells nobody where it was found. */
const whereOf = ({ place }: Meeting): ReactNode => {
  if (place === null) return 'Not said yet'
  return /^https:\/\/\S+$/.test(place) && URL.canParse(place) ? (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  ) : (
    place
  )
}

type ProposedTimesProps = { readonly plan: Plan; readonly now: Date }

/** To whoever proposed them. */
export const ProposedTimes = ({ plan, now }: ProposedTimesProps) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(plan.proposals, (time) => (
      <li>
        {timeInWords(time)}
        {time > now ? '' : ' (has passed)'}
      </li>
    ))}
  </ul>
)
