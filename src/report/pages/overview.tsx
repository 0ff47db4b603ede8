/** The programme at a glance: its schematic, and where to go from here. */
import { type ParticipantState, participantStates } from '../../people/model.ts'
import { type Protocol, type RoleId, roleIds } from '../../protocol/model.ts'
import { counted } from '../../protocol/wording/words.ts'
import type { AgreementCount } from '../../sessions/agreement/rules.ts'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { StatTiles } from '../../web/components/stat-tiles.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Analysis } from '../analysis.ts'
import type { Followed } from '../overview-links.ts'
import { Schematic, type ShownCounts } from '../schematic.tsx'
import { Section, StudyPage } from './section.tsx'

export type PageLink = { readonly href: string; readonly label: string; readonly summary: string }

/** How many people of a group are in each state. */
export type GroupStates = {
  readonly role: RoleId
  readonly states: Readonly<Record<ParticipantState, number>>
}

type OverviewProps = {
  readonly name: string
  readonly protocol: Protocol
  readonly counts: ShownCounts
  /** For whoever invites them. */
  readonly groups: readonly GroupStates[]
  /** The list of tasks, while the programme is being set up by whoever looks. */
  readonly setUp: string | null
  readonly links: readonly PageLink[]
  /** Feedback documents, for a lead; null: not told. */
  readonly documents: { readonly released: number; readonly of: number } | null
  /** How far the draw is, for a lead; null: there is none. */
  readonly allocation: { readonly href: string; readonly progress: string } | null
  /** In how many pairs both have agreed to the ground rules, for a lead; null: nobody is asked. */
  readonly agreements: (AgreementCount & { readonly href: string }) | null
  /** The programme whose next cohort this is. */
  readonly follows: Followed | null
}

export const OverviewPage = (props: OverviewProps) => {
  const { name, protocol, counts, groups, setUp, links, documents, allocation, agreements } = props
  return (
    <StudyPage caption={protocol.title} title={name} lead={protocol.summary}>
      <Follows follows={props.follows} />
      {setUp === null ? null : <SetUpNote href={setUp} />}
      {counts === null || groups.length > 0 ? null : (
        <StatTiles tiles={tilesOf(protocol, counts)} />
      )}
      {groups.length === 0 ? null : <People protocol={protocol} groups={groups} />}
      {documents === null ? null : (
        <p>{`Feedback documents: ${documents.released} of ${documents.of} released.`}</p>
      )}
      {allocation === null ? null : (
        <p>
          <a href={allocation.href}>Allocation</a>: {allocation.progress}.
        </p>
      )}
      {agreements === null ? null : (
        <p>
          <a href={agreements.href}>Ground rules</a>
          {`: ${agreements.agreed} of ${counted(agreements.pairs, 'pair')} ${agreements.pairs === 1 ? 'has' : 'have'} agreed.`}
        </p>
      )}
      <Schematic protocol={protocol} counts={counts} />
      <Source protocol={protocol} />
      {links.length === 0 ? null : (
        <Section level={2} title="What you can open">
          <ul className="nhsuk-list app-links">
            {each(links, ({ href, label, summary }) => (
              <li>
                <a href={href}>{label}</a>
                <span className="app-links__summary">{summary}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </StudyPage>
  )
}

const Follows = ({ follows }: Pick<OverviewProps, 'follows'>) =>
  follows === null ? null : (
    <p>
      Follows {follows.href === null ? follows.name : <a href={follows.href}>{follows.name}</a>}.
    </p>
  )

const SetUpNote = ({ href }: { readonly href: string }) => (
  <InsetText>
    <p>
      This programme is being set up. <a href={href}>Go to the list of tasks</a>.
    </p>
  </InsetText>
)

const People = ({ protocol, groups }: Pick<OverviewProps, 'protocol' | 'groups'>) => (
  <Table
    id="people"
    caption="People"
    columns={[
      { header: 'Group' },
      { header: 'Invited, no reply yet', isNumeric: true },
      { header: 'Agreed', isNumeric: true },
      { header: 'Declined', isNumeric: true },
      { header: 'Withdrawn', isNumeric: true },
    ]}
    rows={groups.map(({ role, states }) => [
      protocol.roles[role].plural,
      ...participantStates.map((state) => states[state]),
    ])}
  />
)

const tilesOf = (protocol: Protocol, { analysis, show }: NonNullable<ShownCounts>) => {
  const people = roleIds.map((role) => ({
    value: peopleOf(analysis, role),
    label: `${protocol.roles[role].plural} took part`,
  }))
  const { n, notTimed, pairs } = analysis.sessions
  const sessions = [
    { value: pairs, label: 'Pairs' },
    { value: n, unit: `of ${n + notTimed}`, label: 'Sessions held and timed' },
  ]
  if (show !== 'everything') return [...people, ...sessions]
  const left = Object.values(analysis.participants)
    .flatMap((group) => group.left)
    .reduce((sum, one) => sum + one.n, 0)
  return [...people, { value: left, label: 'Left before the end' }, ...sessions]
}

const peopleOf = ({ participants }: Analysis, role: RoleId): number => participants[role].n

const Source = ({ protocol }: Pick<OverviewProps, 'protocol'>) =>
  protocol.source === undefined ? null : (
    <p className="nhsuk-body-s">
      The programme follows: {protocol.source.citation}{' '}
      <a href={`https://doi.org/${protocol.source.doi}`}>doi {protocol.source.doi}</a>
    </p>
  )
