import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type NotificationBannerProps = {
  /** `success` is read out at once and takes the focus: only for the outcome of an action. */
  readonly kind?: 'information' | 'success' | undefined
  readonly title?: string | undefined
  readonly heading?: ReactNode
  readonly children?: ReactNode
}

const titleId = 'nhsuk-notification-banner-title'

/** At most one on a page. Text alone is shown as the heading. */
export const NotificationBanner = (props: NotificationBannerProps) => {
  const { kind = 'information', heading, children } = props
  const isSuccess = kind === 'success'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have support it
    <div
      className={classNames(
        'nhsuk-notification-banner',
        isSuccess && 'nhsuk-notification-banner--success',
      )}
      data-module="nhsuk-notification-banner"
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby={titleId}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={titleId}>
          {props.title ?? (isSuccess ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        {heading === undefined ? null : (
          <h3 className="nhsuk-notification-banner__heading">{heading}</h3>
        )}
        {typeof children === 'string' && heading === undefined ? (
          <p className="nhsuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
