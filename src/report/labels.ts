/** What a report calls roles, measures, domains and items: the words of the protocol. */
import { overallDomain, type Protocol, type RoleId, totalDomain } from '../protocol/model.ts'

export type Labels = {
  readonly role: (id: RoleId) => string
  readonly measure: (id: string) => string
  /** Also `total` and `overall`. */
  readonly domain: (id: string) => string
  readonly item: (id: string) => string
}

export const labelsOf = (protocol: Protocol): Labels => {
  const find = (entries: readonly { readonly id: string; readonly label: string }[]) => {
    const labels = new Map(entries.map(({ id, label }) => [id, label]))
    return (id: string): string => labels.get(id) ?? id
  }
  const total = { id: totalDomain, label: 'Total' }
  const overall = { id: overallDomain, label: 'Overall' }
  return {
    role: (id) => protocol.roles[id].label,
    measure: find(protocol.measures),
    domain: find([...protocol.domains, total, overall]),
    item: find(protocol.items),
  }
}
