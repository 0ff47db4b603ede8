import { each } from './each.ts'

export type Crumb = { readonly label: string; readonly href: string }

/** The pages above this one, the nearest last; on a narrow screen only the nearest, as *back*. */
export const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const nearest = crumbs.at(-1)
  return nearest === undefined ? null : (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {each(crumbs, ({ label, href }) => (
          <li className="nhsuk-breadcrumb__list-item">
            <a className="nhsuk-breadcrumb__link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
      <a className="nhsuk-back-link" href={nearest.href}>
        <span className="nhsuk-u-visually-hidden">Back to </span>
        {nearest.label}
      </a>
    </nav>
  )
}
