/** The design system's header with the organisation's own name, as text: it carries no logo. */
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { each } from './each.ts'

export type NavigationItem = {
  readonly label: string
  readonly href: string
  readonly current: boolean
}

export type SignOut = { readonly action: string; readonly idempotencyKey: string }

export type Account = {
  readonly name: string
  readonly roles: readonly string[]
  readonly signOut: SignOut | undefined
}

type HeaderProps = {
  readonly organisation: string | null
  readonly service: string
  readonly account: Account | null
  readonly navigation: readonly NavigationItem[]
}

const UserIcon = () => (
  <svg
    className="nhsuk-icon nhsuk-icon--user"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    focusable="false"
    aria-hidden="true"
  >
    <path d="M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22Zm0 2a9 9 0 0 0-5 16.5V18a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v1.5A9 9 0 0 0 12 3Zm0 3a3.5 3.5 0 1 1-3.5 3.5A3.4 3.4 0 0 1 12 6Z" />
  </svg>
)

const AccountItem = ({ children }: { readonly children: ReactNode }) => (
  <li className="nhsuk-header__account-item">{children}</li>
)

const AccountNavigation = ({ name, roles, signOut }: Account) => (
  <nav className="nhsuk-header__account" aria-label="Account">
    <ul className="nhsuk-header__account-list">
      <AccountItem>
        <UserIcon />
        {[name, ...roles].join(', ')}
      </AccountItem>
      {signOut === undefined ? null : (
        <AccountItem>
          <form
            className="nhsuk-header__account-form"
            action={signOut.action}
            method="post"
            noValidate
          >
            <input type="hidden" name="idempotencyKey" value={signOut.idempotencyKey} />
            <button className="nhsuk-header__account-button" type="submit">
              Sign out
            </button>
          </form>
        </AccountItem>
      )}
    </ul>
  </nav>
)

const NavigationLink = ({ label, href, current }: NavigationItem) => (
  <li
    className={classNames(
      'nhsuk-header__navigation-item',
      current && 'nhsuk-header__navigation-item--current',
    )}
  >
    <a
      className="nhsuk-header__navigation-link"
      href={href}
      aria-current={current ? 'true' : undefined}
    >
      {current ? (
        <strong className="nhsuk-header__navigation-item-current-fallback">{label}</strong>
      ) : (
        label
      )}
    </a>
  </li>
)

const Navigation = ({ items }: { readonly items: readonly NavigationItem[] }) => (
  <nav className="nhsuk-header__navigation" aria-label="Menu">
    <div className="nhsuk-header__navigation-container nhsuk-width-container">
      <ul className="nhsuk-header__navigation-list">
        {each(items, (item) => (
          <NavigationLink {...item} />
        ))}
        <li className="nhsuk-header__menu" hidden>
          <button
            className="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
            type="button"
            id="toggle-menu"
            aria-expanded="false"
          >
            <span className="nhsuk-u-visually-hidden">Browse </span>
            More
          </button>
        </li>
      </ul>
    </div>
  </nav>
)

export const Header = ({ organisation, service, account, navigation }: HeaderProps) => (
  <header className="nhsuk-header" data-module="nhsuk-header">
    <div className="nhsuk-header__container nhsuk-width-container">
      <div className="nhsuk-header__service">
        <a className="nhsuk-header__service-name app-header__name" href="/">
          {organisation === null ? null : (
            <span className="app-header__organisation">{organisation} </span>
          )}
          {service}
        </a>
      </div>
      {account === null ? null : <AccountNavigation {...account} />}
    </div>
    {navigation.length === 0 ? null : <Navigation items={navigation} />}
  </header>
)
