/** What the pages of a lead about a programme share. */
import type { Programme } from '../../protocol/store.ts'
import { each } from '../../web/components/each.ts'

export const baseOf = ({ programmeId }: Programme): string => `/programmes/${programmeId}`

export const Bullets = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(lines, (line) => (
      <li>{line}</li>
    ))}
  </ul>
)
