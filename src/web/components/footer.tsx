import { each } from './each.ts'

/** On every page; the pages they lead to must exist without signing in. */
export const footerLinks = [
  { label: 'Accessibility statement', href: '/accessibility' },
  { label: 'Privacy', href: '/privacy' },
] as const

type FooterProps = { readonly service: string; readonly version: string | undefined }

export const Footer = ({ service, version }: FooterProps) => (
  <footer className="nhsuk-footer">
    <div className="nhsuk-width-container">
      <div className="nhsuk-footer__meta">
        <h2 className="nhsuk-u-visually-hidden">Support links</h2>
        <ul className="nhsuk-footer__list">
          {each(footerLinks, ({ label, href }) => (
            <li className="nhsuk-footer__list-item">
              <a className="nhsuk-footer__list-item-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <p className="nhsuk-body-s">{version === undefined ? service : `${service} ${version}`}</p>
      </div>
    </div>
  </footer>
)
