/** The questionnaires of a programme for its lead: what is open, what has enough. Never who, never how many. */
import type { ReactElement } from 'react'
import { dayInWords } from '../../lib/dates.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import { listed, plural } from '../../protocol/wording/words.ts'
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { SummaryList, type SummaryRow } from '../../web/components/summary-list.tsx'
import { Tag, type TagColour } from '../../web/components/tag.tsx'
import type { WindowState } from '../model.ts'
import type { GroupProgress, Progress, StageProgress } from './collecting-rules.ts'

type CollectingProps = {
  readonly programme: ProgrammeWithProtocol
  readonly stages: readonly StageProgress[]
}

export const progressWords: Readonly<Record<Progress, string>> = {
  not_open: 'Not open yet',
  collecting: 'Collecting',
  enough: 'Enough',
  too_small: 'Group too small to say',
  closed: 'Closed',
}

const colours = {
  not_open: 'grey',
  collecting: 'blue',
  enough: 'green',
  too_small: 'white',
  closed: 'grey',
} as const satisfies Record<Progress, TagColour>

export const CollectingPage = ({ programme, stages }: CollectingProps) => (
  <Columns>
    <PageHeading caption={programme.name}>Questionnaires</PageHeading>
    <p>
      Open a stage when its people are to answer, and close it when you have enough. You are not
      told who has answered, nor how many: in a small group, that would tell who.
    </p>
    <StateNote {...programme} />
    {each(stages, (stage) => (
      <Stage programme={programme} stage={stage} />
    ))}
    <Meanings floor={programme.protocol.rules.anonymityFloor} />
    <LateAnswers protocol={programme.protocol} />
    {programme.state === 'open' ? <End programmeId={programme.programmeId} /> : null}
  </Columns>
)

const StateNote = ({ state, programmeId }: ProgrammeWithProtocol) => {
  switch (state) {
    case 'setting_up':
      return (
        <InsetText>
          <p>
            You can plan dates now. Nobody can answer before the programme is open:{' '}
            <a href={`/programmes/${programmeId}/set-up/open`}>check and open it</a>.
          </p>
        </InsetText>
      )
    case 'closed':
      return <InsetText>The programme is closed. Nobody can answer any more.</InsetText>
    case 'open':
      return null
  }
}

type StageProps = {
  readonly programme: ProgrammeWithProtocol
  readonly stage: StageProgress
}

const Stage = ({ programme, stage }: StageProps) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m" id={`stage-${stage.stage}`}>
      Stage {stage.stage}: {stage.title}
    </h2>
    <p>{stage.description}</p>
    <SummaryList
      rows={[
        ...groupRows(programme.protocol, stage),
        ...followUpRows(programme, stage),
        ...dateRows(stage),
      ]}
    />
    {programme.state === 'closed' ? null : <Moves programme={programme} stage={stage} />}
  </section>
)

const groupRows = (protocol: Protocol, { groups }: StageProgress): readonly SummaryRow[] =>
  groups.map((group) => ({
    key: protocol.roles[group.role].plural,
    value: <ProgressTag {...group} />,
  }))

export const ProgressTag = ({ progress }: Pick<GroupProgress, 'progress'>) => (
  <Tag colour={colours[progress]}>{progressWords[progress]}</Tag>
)

const dateRows = (stage: StageProgress): readonly SummaryRow[] => {
  const { window, versions } = stage
  const { state, opensOn, closesOn } = window
  const rows = [
    { key: state === 'not_open' ? 'Opens on' : 'Opened on', value: opensOn },
    { key: state === 'closed' ? 'Closed on' : 'Closes after', value: closesOn },
  ].flatMap(({ key, value }) => (value === null ? [] : [{ key, value: dayInWords(value) }]))
  const again =
    window.earlierVersions.length === 0 ? [] : [{ key: 'Opened again', value: whyAgain(versions) }]
  const under = versions.length === 0 ? [] : [{ key: 'Protocol', value: versionsInWords(versions) }]
  return [...sessionRows(stage), ...rows, ...again, ...under]
}

const followUpRows = (
  { programmeId, state }: ProgrammeWithProtocol,
  { followUpMonths, window, title }: StageProgress,
): readonly SummaryRow[] => {
  const isToCome = window.state === 'not_open' && window.opensOn === null && state !== 'closed'
  if (followUpMonths === null || !isToCome) return []
  const value = (
    <>
      By itself, {followUpMonths} months after the last session:{' '}
      <a href={`/programmes/${programmeId}/follow-ups`}>
        see when that is
        <span className="nhsuk-u-visually-hidden"> ({title})</span>
      </a>
    </>
  )
  return [{ key: 'Opens', value }]
}

const sessionRows = ({ opensWithSession, isWaitedFor, window }: StageProgress) =>
  opensWithSession && (window.state === 'not_open' || (isWaitedFor && window.state === 'open'))
    ? [{ key: 'Opens', value: 'For each pair, when its session is recorded' }]
    : []

const whyAgain = (versions: readonly number[]): string =>
  versions.length > 1
    ? 'After the protocol was changed: those who come late answer the later version'
    : 'For people who come late'

const versionsInWords = (versions: readonly number[]): string =>
  `${versions.length === 1 ? 'Version' : 'Versions'} ${listed(versions.map(String))}`

const openings = {
  not_open: 'Open',
  open: 'Open for everybody',
  closed: 'Open again',
} as const satisfies Record<WindowState, string>

const Moves = ({ programme, stage }: StageProps) => {
  const base = `/programmes/${programme.programmeId}/collecting/${stage.stage}`
  const named = (label: string, of = ''): ReactElement => (
    <>
      {label}
      <span className="nhsuk-u-visually-hidden">{` ${of}stage ${stage.stage}`}</span>
    </>
  )
  const { state } = stage.window
  return (
    <ButtonGroup>
      {programme.state === 'open' && (state !== 'open' || stage.isWaitedFor) ? (
        <ButtonLink href={`${base}/open`} isSmall>
          {named(openings[state])}
        </ButtonLink>
      ) : null}
      {state === 'open' ? (
        <ButtonLink href={`${base}/close`} isSmall>
          {named('Close')}
        </ButtonLink>
      ) : null}
      {state === 'closed' ? null : (
        <ButtonLink href={`${base}/plan`} variant="secondary" isSmall>
          {named('Plan dates', 'of ')}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

const Meanings = ({ floor }: { readonly floor: number }) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">What the words mean</h2>
    <SummaryList
      rows={[
        {
          key: <ProgressTag progress="collecting" />,
          value: `The stage is open, and fewer than ${floor} of the group have answered: perhaps nobody, perhaps ${floor - 1}`,
        },
        {
          key: <ProgressTag progress="enough" />,
          value: `At least ${floor} of the group have answered, so that their results can be shown. More may still come`,
        },
        {
          key: <ProgressTag progress="too_small" />,
          value: `Fewer than ${floor} of the group take part. Whatever stood here would tell who has answered`,
        },
        { key: <ProgressTag progress="closed" />, value: 'Nothing is collected any more' },
      ]}
    />
  </section>
)

const LateAnswers = ({ protocol }: { readonly protocol: Protocol }) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">Answers that come late</h2>
    <p>
      {protocol.rules.lateAnswers === 'until_next_stage'
        ? 'Somebody who comes late can still answer a closed stage until the next one opens, and the last stage until the programme closes.'
        : 'Once a stage is closed, nobody can answer it. Open it again if people come late and you want their answers.'}{' '}
      {`${protocol.roles.mentor.plural} and ${plural(protocol, 'mentee')} who have withdrawn are not asked again.`}
    </p>
  </section>
)

const End = ({ programmeId }: { readonly programmeId: string }) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">When everything is collected</h2>
    <p>
      <a href={`/programmes/${programmeId}/close`}>Close the programme</a>. After that nobody can
      answer anything any more.
    </p>
  </section>
)
