/** The pairs and their one-to-one sessions: how long they took, and how that was found. */
import { roleIds } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import { counted, listed, plural } from '../../protocol/wording/words.ts'
import { modeWords } from '../../sessions/planning/meeting-words.ts'
import type { StoredPulse } from '../../sessions/pulse/model.ts'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { StatTiles } from '../../web/components/stat-tiles.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Analysis } from '../analysis.ts'
import { labelsOf } from '../labels.ts'
import type { Reported } from '../reported.ts'
import { describeAllocation } from '../sentences/allocation.ts'
import { showNumberOrDash, showRange } from '../show.ts'
import { quartileNames } from '../text-report.ts'
import { itemRow } from './item-table.tsx'
import { PulsesPart } from './pulses.tsx'
import { type PartProps, Section, StudyPage } from './section.tsx'

type SessionsProps = Reported & {
  readonly name: string
  readonly pulses: readonly StoredPulse[]
  /** A researcher sees each pair by its codes; others see the summary alone. */
  readonly withPairs: boolean
}

export const SessionsPage = ({ name, withPairs, pulses, ...reported }: SessionsProps) => (
  <StudyPage
    caption={name}
    title="Pairs and sessions"
    lead="What is said in a session belongs to the pair. Only the day, the length and how they met are recorded."
  >
    {withPairs ? <SessionsPart {...reported} level={2} /> : <SessionsSummary {...reported} />}
    <PulsesPart study={reported.study} pulses={pulses} />
  </StudyPage>
)

const SessionsSummary = ({ study, analysis }: Reported) => {
  const { sessions } = analysis
  const floor = study.protocol.rules.anonymityFloor
  return (
    <>
      <StatTiles tiles={countTiles(analysis)} />
      <HowPaired study={study} />
      {sessions.pairsTimed < floor ? (
        <InsetText>
          {`The lengths are summarised once ${floor} pairs have one: with fewer, the summary would give single pairs away.`}
        </InsetText>
      ) : (
        <p>
          Sessions took a median of {showNumberOrDash(sessions.median)} minutes, quartiles{' '}
          {quartilesOf(analysis)} (n = {sessions.n}, {quartileNames[analysis.quartileDefinition]}).
          How long a single pair took is not shown here.
        </p>
      )}
      {sessions.byMode.every(({ n }) => n >= floor) ? <ByMode {...sessions} /> : null}
    </>
  )
}

/** Face to face and online, where it is recorded. */
const ByMode = ({ byMode }: Analysis['sessions']) =>
  each(byMode, ({ mode, n, median }) => (
    <p>
      {modeWords[mode]}: {counted(n, 'timed session')}, median {showNumberOrDash(median)} minutes.
    </p>
  ))

/** Beside every number of pairs. */
export const HowPaired = ({ study }: Pick<Reported, 'study'>) =>
  each(describeAllocation(study), ({ text, basis }) => (
    <p>
      {text} <span className="nhsuk-u-secondary-text-colour">({basis})</span>
    </p>
  ))

const countTiles = ({ sessions }: Analysis) => [
  { value: sessions.pairs, label: 'Pairs' },
  {
    value: sessions.n,
    unit: `of ${sessions.n + sessions.notTimed}`,
    label: 'Sessions held and timed',
  },
]

const quartilesOf = ({ sessions, quartileDefinition }: Analysis): string =>
  sessions.quartiles === null ? '–' : showRange(...sessions.quartiles[quartileDefinition])

export const SessionsPart = (props: PartProps) => {
  const { study, analysis, level } = props
  const { sessions } = analysis
  return study.sessions.length === 0 ? (
    <InsetText>No pair has been drawn in this study yet.</InsetText>
  ) : (
    <>
      <StatTiles
        tiles={[
          ...countTiles(analysis),
          { value: showNumberOrDash(sessions.median), unit: 'minutes', label: 'Median length' },
          { value: quartilesOf(analysis), unit: 'minutes', label: 'Quartiles' },
          { value: showNumberOrDash(sessions.longest), unit: 'minutes', label: 'Longest' },
        ]}
      />
      <HowPaired study={study} />
      <p>
        n = {counted(sessions.n, 'timed session')}. Quartiles:{' '}
        {quartileNames[analysis.quartileDefinition]}. The protocol agrees an upper limit of{' '}
        {study.protocol.rules.sessionLimitMinutes} minutes;{' '}
        {
          study.sessions.filter(
            ({ durationMinutes: d }) => (d ?? 0) > study.protocol.rules.sessionLimitMinutes,
          ).length
        }{' '}
        of {sessions.n} took longer.
      </p>
      <ByMode {...sessions} />
      <Section level={level} title="Each pair">
        <PairTable {...props} />
      </Section>
      <Section level={level} title="How the session was found">
        <SessionItems {...props} />
      </Section>
    </>
  )
}

const endedPairs = ({ allocation }: Reported['study']): ReadonlySet<string> =>
  new Set(allocation?.pairs.filter(({ hasEnded }) => hasEnded).map(({ pair }) => pair))

const PairTable = ({ study }: Reported) => {
  const ended = endedPairs(study)
  const hasModes = study.sessions.some(({ mode }) => mode !== null)
  return (
    <Table
      id="pairs"
      caption={`Pairs by code (${study.sessions.length})`}
      captionSize="s"
      columns={[
        { header: 'Pair' },
        { header: study.protocol.roles.mentor.label },
        { header: study.protocol.roles.mentee.label },
        { header: 'Minutes', isNumeric: true },
        ...(hasModes ? [{ header: 'How' }] : []),
      ]}
      rows={study.sessions.map(({ pair, mentor, mentee, durationMinutes, mode }) => [
        ...[pair, mentor, mentee],
        durationMinutes ?? (ended.has(pair) ? 'Ended before it met' : 'Not held or not timed'),
        ...(hasModes ? [mode === null ? '–' : modeWords[mode]] : []),
      ])}
    />
  )
}

/** What is asked in the phase of the session and in no other, and not in a follow-up. */
const askedAroundSession = ({ protocol }: Reported['study']): readonly string[] => {
  const sessionPhase = protocol.steps.find(({ kind }) => kind === 'session')?.phase
  const stepsWith = (item: string) =>
    questionnairesOf(protocol).filter((step) =>
      roleIds.some((role) => step.asks[role]?.items.includes(item)),
    )
  return protocol.items
    .filter(({ kind }) => kind !== 'free_text')
    .map(({ id }) => id)
    .filter((id) =>
      stepsWith(id).every(
        ({ phase, followUpMonths }) => phase === sessionPhase && followUpMonths === undefined,
      ),
    )
}

const SessionItems = ({ study, analysis }: Reported) => {
  const asked = askedAroundSession(study)
  const items = analysis.items.filter(({ item }) => asked.includes(item))
  const labels = labelsOf(study.protocol)
  return items.length === 0 ? (
    <InsetText>
      {`Nobody has answered yet: ${listed(asked.map((id) => labels.item(id)))}.`}
    </InsetText>
  ) : (
    <Table
      id="session-items"
      caption="Questions asked only around the session"
      captionSize="s"
      columns={[
        { header: 'Question, group and stage' },
        { header: 'Answers' },
        { header: 'n', isNumeric: true },
      ]}
      rows={items.map((item) =>
        itemRow(
          item,
          `${labels.item(item.item)} (${plural(study.protocol, item.role)}, stage ${item.stage})`,
        ),
      )}
    />
  )
}
