/** From page to page of a long list: the pages beside this one, the first and the last. */
import { classNames } from './class-names.ts'
import { each } from './each.ts'

type PaginationProps = {
  /** From 1. */
  readonly current: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** The numbers that are shown; null where some are left out. */
const shownPages = (current: number, pages: number): readonly (number | null)[] => {
  const shown = [1, current - 1, current, current + 1, pages].filter(
    (page, place, all) => page >= 1 && page <= pages && all.indexOf(page) === place,
  )
  return shown.flatMap((page, place) => {
    const before = shown[place - 1] ?? 0
    return page - before > 1 ? [null, page] : [page]
  })
}

const Step = ({ href, way }: { readonly href: string; readonly way: 'Previous' | 'Next' }) => (
  <a
    href={href}
    className={`nhsuk-pagination__${way.toLowerCase()}`}
    rel={way === 'Next' ? 'next' : 'prev'}
  >
    {way === 'Previous' ? <Arrow direction="left" path={leftArrow} /> : null}
    <span className="nhsuk-pagination__title">
      {way}
      <span className="nhsuk-u-visually-hidden"> page</span>
    </span>
    {way === 'Next' ? <Arrow direction="right" path={rightArrow} /> : null}
  </a>
)

type ArrowProps = { readonly direction: 'left' | 'right'; readonly path: string }

const Arrow = ({ direction, path }: ArrowProps) => (
  <svg
    className={`nhsuk-icon nhsuk-icon--arrow-${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    focusable="false"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)

const leftArrow =
  'M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z'
const rightArrow =
  'm14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z'

type PageProps = Pick<PaginationProps, 'current' | 'hrefOf'> & { readonly page: number | null }

const Page = ({ page, current, hrefOf }: PageProps) =>
  page === null ? (
    <li className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li
      className={classNames(
        'nhsuk-pagination__item',
        page === current && 'nhsuk-pagination__item--current',
      )}
    >
      <a
        className="nhsuk-pagination__link"
        href={hrefOf(page)}
        aria-label={`Page ${page}`}
        aria-current={page === current ? 'page' : undefined}
      >
        {page}
      </a>
    </li>
  )

/** Nothing where everything is on one page. */
export const Pagination = ({ current, pages, hrefOf }: PaginationProps) =>
  pages < 2 ? null : (
    <nav
      className="nhsuk-pagination nhsuk-pagination--numbered"
      // biome-ignore lint/a11y/noRedundantRoles: the element that the design system publishes
      role="navigation"
      aria-label="Pagination"
    >
      {current > 1 ? <Step href={hrefOf(current - 1)} way="Previous" /> : null}
      <ul className="nhsuk-pagination__list">
        {each(shownPages(current, pages), (page) => (
          <Page page={page} current={current} hrefOf={hrefOf} />
        ))}
      </ul>
      {current < pages ? <Step href={hrefOf(current + 1)} way="Next" /> : null}
    </nav>
  )
