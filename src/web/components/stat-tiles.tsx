import type { ReactNode } from 'react'
import { each } from './each.ts'

export type StatTile = {
  readonly value: ReactNode
  readonly label: ReactNode
  /** Smaller, after the value: *of 6*. */
  readonly unit?: ReactNode
  readonly href?: string | undefined
}

const Tile = ({ value, label, unit, href }: StatTile) => (
  <div className="app-stat">
    <dt className="app-stat__label">{href === undefined ? label : <a href={href}>{label}</a>}</dt>
    <dd className="app-stat__value">
      {value}
      {unit === undefined ? null : <span className="app-stat__unit"> {unit}</span>}
    </dd>
  </div>
)

/** Numbers to be seen at a glance, each with what it counts. */
export const StatTiles = ({ tiles }: { readonly tiles: readonly StatTile[] }) => (
  <dl className="app-stats">
    {each(tiles, (tile) => (
      <Tile {...tile} />
    ))}
  </dl>
)
