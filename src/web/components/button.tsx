import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Variant = 'secondary' | 'reverse' | 'warning'

type Look = {
  readonly variant?: Variant | undefined
  readonly isSmall?: boolean | undefined
  readonly children: ReactNode
}

const lookOf = ({ variant, isSmall }: Look): string | undefined =>
  classNames(
    'nhsuk-button',
    variant && `nhsuk-button--${variant}`,
    isSmall === true && 'nhsuk-button--small',
  )

type ButtonProps = Look & {
  /** Sent with the form, to tell which of several buttons was pressed. */
  readonly name?: string | undefined
  readonly value?: string | undefined
}

/** Submits the form it stands in. */
export const Button = (props: ButtonProps) => (
  <button
    className={lookOf(props)}
    data-module="nhsuk-button"
    type="submit"
    name={props.name}
    value={props.value}
  >
    {props.children}
  </button>
)

type ButtonLinkProps = Look & { readonly href: string }

/** Looks like a button and leads to another page. */
export const ButtonLink = (props: ButtonLinkProps) => (
  // biome-ignore lint/a11y/useSemanticElements: it leads to a page, and is announced as it looks
  <a
    className={lookOf(props)}
    data-module="nhsuk-button"
    href={props.href}
    role="button"
    draggable="false"
  >
    {props.children}
  </a>
)

export const ButtonGroup = ({ children }: { readonly children: ReactNode }) => (
  <div className="nhsuk-button-group">{children}</div>
)

/** Prints the page. Shown where scripts run; elsewhere the browser's own menu does it. */
export const PrintButton = ({ children }: { readonly children: ReactNode }) => (
  <button className="nhsuk-button nhsuk-button--secondary" type="button" hidden data-print>
    {children}
  </button>
)
