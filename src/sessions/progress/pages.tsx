/** The lead's page of the pairs: where they are, whom to remind, how long it takes. */
import type { ReactNode } from 'react'
import { dayInWords } from '../../lib/dates.ts'
import { counted } from '../../protocol/wording/words.ts'
import { ProgressTag } from '../../questionnaires/windows/collecting-pages.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { StatTiles } from '../../web/components/stat-tiles.tsx'
import { SummaryList, type SummaryRow } from '../../web/components/summary-list.tsx'
import { medianInWords, sharesInWords, TimeUsedPart } from '../time-use/time-used.tsx'
import type { LoadedProgress } from './load-progress.ts'
import { type NudgePoint, nudgePoints } from './model.ts'
import { pointWords } from './nudge-words.ts'
import { PairTable } from './pair-table.tsx'
import { nextNudge, type ProgressCounts } from './rules.ts'

export const progressTitle = 'Pairs'

export type ProgressPageProps = {
  readonly loaded: LoadedProgress
  /** At which point the pairs have just been reminded; null: nobody has. */
  readonly sent: NudgePoint | null
  /** YYYY-MM-DD. */
  readonly today: string
}

export const ProgressPage = (props: ProgressPageProps) => {
  const { loaded, sent } = props
  const { programme, progress, used } = loaded
  return (
    <>
      {sent === null ? null : (
        <NotificationBanner kind="success">
          {`The reminder is on its way to all pairs that ${pointWords[sent]}`}
        </NotificationBanner>
      )}
      <PageHeading caption={programme.name}>{progressTitle}</PageHeading>
      {progress.length === 0 ? <NoPairs {...programme} /> : <Pairs {...props} />}
      <section className="app-section">
        <h2 className="nhsuk-heading-m">Time it takes</h2>
        <TimeUsedPart programme={programme} used={used} />
      </section>
    </>
  )
}

const NoPairs = ({ programmeId }: LoadedProgress['programme']) => (
  <InsetText>
    <p>
      There are no pairs yet. They appear here once the pairs are published, on the page{' '}
      <a href={`/programmes/${programmeId}/allocation`}>Allocation</a>.
    </p>
  </InsetText>
)

const Pairs = (props: ProgressPageProps) => {
  const { programme, progress } = props.loaded
  return (
    <>
      <p>
        Each pair has a number that chance gave it. You are not told who is in which pair, when and
        where they meet, or what they say.
      </p>
      <Counts loaded={props.loaded} />
      <PairTable progress={progress} sessionsPerPair={programme.protocol.rules.sessionsPerPair} />
      {programme.state === 'open' ? <Reminding {...props} /> : null}
      <Afterwards loaded={props.loaded} />
    </>
  )
}

type LoadedProps = Pick<ProgressPageProps, 'loaded'>

const Counts = ({ loaded: { counts, programme } }: LoadedProps) => {
  const unit = `of ${counts.pairs}`
  return (
    <>
      <StatTiles
        tiles={[
          { value: counts.pairs, label: 'Pairs' },
          { value: counts.agreed, unit, label: 'Both agreed' },
          { value: counts.planned, unit, label: 'Session planned' },
          { value: counts.done, unit, label: 'All sessions held' },
        ]}
      />
      <SummaryList
        rows={[
          { key: 'Sessions recorded', value: counts.sessions },
          { key: 'Times moved', value: counts.moved },
          { key: 'Cancelled', value: cancelledInWords(counts) },
          ...endedRow(counts, programme),
        ]}
      />
    </>
  )
}

const cancelledInWords = ({ cancelled, ended }: ProgressCounts): string =>
  cancelled > 0 && ended > 0
    ? `${cancelled}, including what was still planned when a pair ended`
    : `${cancelled}`

const endedRow = (
  { ended }: ProgressCounts,
  { programmeId, state }: LoadedProgress['programme'],
): readonly SummaryRow[] => {
  if (ended === 0) return []
  const href = `/programmes/${programmeId}/allocation/departure`
  const draw = { href, label: 'Draw again', hiddenLabel: 'for whoever has no partner' }
  return [{ key: 'Pairs that ended', value: ended, change: state === 'open' ? draw : undefined }]
}

const Reminding = ({ loaded, today }: ProgressPageProps) => {
  const rows = nudgePoints.flatMap((point) => nudgeRow(loaded, point, today))
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Remind pairs</h2>
      <p>
        A reminder goes to both people of all pairs at the same point, in the same words. Who they
        are is not shown, here or in the list of messages.
      </p>
      {rows.length === 0 ? (
        <p>No pair has anything to be reminded of now.</p>
      ) : (
        <SummaryList rows={rows} />
      )}
    </section>
  )
}

const nudgeRow = (
  { programme, progress, nudges }: LoadedProgress,
  point: NudgePoint,
  today: string,
): readonly SummaryRow[] => {
  const n = progress.filter((pair) => pair.point === point).length
  if (n === 0) return []
  const next = nextNudge(nudges, { point, today })
  const key = `Pairs that ${pointWords[point]}`
  const pairs = counted(n, 'pair')
  if (next !== null) return [{ key, value: `${pairs}. Can be reminded from ${dayInWords(next)}` }]
  const href = `/programmes/${programme.programmeId}/progress/nudge?point=${point}`
  const hiddenLabel = `the pairs that ${pointWords[point]}`
  return [{ key, value: pairs, change: { href, label: 'Remind', hiddenLabel } }]
}

/** How long sessions took, and the questionnaires that follow them: for all pairs together. */
const Afterwards = ({ loaded: { programme, lengths, stages } }: LoadedProps) => {
  const floor = programme.protocol.rules.anonymityFloor
  const length: ReactNode =
    lengths === null
      ? `Shown once ${floor} pairs have recorded it`
      : `Median ${medianInWords(lengths)} (n = ${lengths.n}). ${sharesInWords(lengths)}`
  const answers = stages.flatMap(({ stage, title, groups }) =>
    groups.map(({ role, progress }) => ({
      key: `Stage ${stage}: ${title}, ${programme.protocol.roles[role].plural}`,
      value: <ProgressTag progress={progress} />,
    })),
  )
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">After the sessions</h2>
      <SummaryList rows={[{ key: 'Length of a session', value: length }, ...answers]} />
      {each(answers.slice(0, 1), () => (
        <p>
          You are not told which pair has answered. The page{' '}
          <a href={`/programmes/${programme.programmeId}/collecting`}>Questionnaires</a> says what
          the words mean.
        </p>
      ))}
    </section>
  )
}
