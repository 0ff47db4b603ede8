/** The programme at a glance: its schematic, and where to go from here. */
import { type Protocol, type RoleId, roleIds } from '../../protocol/model.ts'
import { each } from '../../web/components/each.ts'
import { StatTiles } from '../../web/components/stat-tiles.tsx'
import type { Analysis } from '../analysis.ts'
import { Schematic, type ShownCounts } from '../schematic.tsx'
import { Section, StudyPage } from './section.tsx'

export type PageLink = { readonly href: string; readonly label: string; readonly summary: string }

type OverviewProps = {
  readonly name: string
  readonly protocol: Protocol
  readonly counts: ShownCounts
  readonly links: readonly PageLink[]
}

export const OverviewPage = ({ name, protocol, counts, links }: OverviewProps) => (
  <StudyPage caption={protocol.title} title={name} lead={protocol.summary}>
    {counts === null ? null : <StatTiles tiles={tilesOf(protocol, counts)} />}
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

const tilesOf = (protocol: Protocol, { analysis, show }: NonNullable<ShownCounts>) => {
  const people = roleIds.map((role) => ({
    value: peopleOf(analysis, role),
    label: `${protocol.roles[role].plural} took part`,
  }))
  const { n, notTimed } = analysis.sessions
  const sessions = [
    { value: n + notTimed, label: 'Pairs' },
    { value: n, unit: `of ${n + notTimed}`, label: 'Sessions held and timed' },
  ]
  if (show === 'people') return [...people, ...sessions]
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
