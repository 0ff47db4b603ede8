/** What the pages of a lead about a programme share. */
import type { ReactNode } from 'react'
import type { Programme } from '../../protocol/store.ts'
import { each } from '../../web/components/each.ts'

export const baseOf = ({ programmeId }: Programme): string => `/programmes/${programmeId}`

type TitleProps = { readonly programme: Programme; readonly children: ReactNode }

export const Title = ({ programme, children }: TitleProps) => (
  <h1 className="nhsuk-heading-l">
    <span className="nhsuk-caption-l">{programme.name}</span> {children}
  </h1>
)

export const Bullets = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(lines, (line) => (
      <li>{line}</li>
    ))}
  </ul>
)
