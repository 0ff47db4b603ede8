import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { each } from './each.ts'

type Change = {
  readonly href: string
  readonly label: string
  /** Said after the label to those who cannot see the row: *Change name*. */
  readonly hiddenLabel: string
}

export type SummaryRow = {
  readonly key: ReactNode
  readonly value: ReactNode
  readonly change?: Change | undefined
}

type SummaryListProps = {
  readonly rows: readonly SummaryRow[]
  readonly hasBorder?: boolean | undefined
}

const ChangeLink = ({ href, label, hiddenLabel }: Change) => (
  <dd className="nhsuk-summary-list__actions">
    <a className="nhsuk-link" href={href}>
      {label}
      <span className="nhsuk-u-visually-hidden"> {hiddenLabel}</span>
    </a>
  </dd>
)

export const SummaryList = ({ rows, hasBorder = true }: SummaryListProps) => (
  <dl className={classNames('nhsuk-summary-list', !hasBorder && 'nhsuk-summary-list--no-border')}>
    {each(rows, ({ key, value, change }) => (
      <div className="nhsuk-summary-list__row">
        <dt className="nhsuk-summary-list__key">{key}</dt>
        <dd className="nhsuk-summary-list__value">{value}</dd>
        {change === undefined ? null : <ChangeLink {...change} />}
      </div>
    ))}
  </dl>
)
