/** How long the steps took each group, for a lead and for researchers. */
import type { ReactNode } from 'react'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { listed } from '../../protocol/wording/words.ts'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { ResponsiveTable } from '../../web/components/responsive-table.tsx'
import { type BandSummary, lengthInWords } from './bands.ts'
import type { TimeUsed } from './load-time-use.ts'

export const timeUsedTitle = 'Time used'

export type TimeUsedProps = {
  readonly programme: Pick<OpenProgramme, 'name' | 'protocol'>
  readonly used: TimeUsed
}

export const TimeUsedPage = (props: TimeUsedProps) => (
  <>
    <PageHeading caption={props.programme.name}>{timeUsedTitle}</PageHeading>
    <TimeUsedPart {...props} />
  </>
)

export const TimeUsedPart = ({ programme: { protocol }, used }: TimeUsedProps) => {
  const floor = protocol.rules.anonymityFloor
  const rows = used.groups.flatMap(({ label, role, summary }) =>
    summary === null ? [] : [[label, protocol.roles[role].plural, ...cells(summary)]],
  )
  return (
    <>
      <p>
        {`Each person can say how long a step took them, in bands; nobody has to. A step is shown once at least ${floor} of a group have said it. Bands that fewer than ${floor} chose are put together with the next.`}
      </p>
      {rows.length === 0 ? (
        <p>Too few people have said how long a step took them.</p>
      ) : (
        <ResponsiveTable
          caption="How long each step took"
          captionSize="s"
          headers={['Step', 'Group', 'Said by', 'Median', 'How many']}
          rows={rows}
        />
      )}
      {used.interviewSeconds === null ? null : (
        <p>{`The clock of the interview ran for ${inHours(used.interviewSeconds)} in all. That is the facilitator’s time, too.`}</p>
      )}
    </>
  )
}

const cells = (summary: BandSummary): readonly ReactNode[] => [
  summary.n,
  medianInWords(summary),
  sharesInWords(summary),
]

export const medianInWords = ({ median }: BandSummary): string => lengthInWords(median)

/** All bands together say nothing. */
export const sharesInWords = ({ n, shares }: BandSummary): string =>
  shares.length === 1
    ? 'Too few in each band'
    : listed(shares.map((share) => `${lengthInWords(share)}: ${share.n} of ${n}`))

const inHours = (seconds: number): string => {
  const hours = seconds / 3600
  return hours < 1 ? `${Math.round(seconds / 60)} minutes` : `${hours.toFixed(1)} hours`
}
