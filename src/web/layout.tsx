/** What stands around the content of every page: header, navigation, banners, footer. */
import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from './components/breadcrumb.tsx'
import { each } from './components/each.ts'
import { ExampleBanner, type ViewAs } from './components/example-banner.tsx'
import { Footer } from './components/footer.tsx'
import { type Account, Header, type NavigationItem, type SignOut } from './components/header.tsx'
import { NotificationBanner } from './components/notification-banner.tsx'
import { type Assets, renderDocument, serviceName } from './document.tsx'

export type Notice = {
  readonly kind: 'information' | 'success'
  readonly text: string
  readonly title?: string | undefined
}

export type PageFrame = {
  readonly title: string
  /** Says in the title that the form came back with errors. */
  readonly hasErrors?: boolean | undefined
  readonly organisation: { readonly name: string; readonly isExample: boolean } | null
  readonly person: { readonly name: string; readonly roles: readonly string[] } | null
  readonly navigation: readonly NavigationItem[]
  readonly breadcrumbs: readonly Crumb[]
  readonly assets: Assets
  /** null = a page without scripts. */
  readonly nonce: string | null
  readonly version?: string | undefined
  readonly viewAs?: ViewAs | undefined
  readonly signOut?: SignOut | undefined
  readonly notice?: Notice | undefined
}

const accountOf = ({ person, signOut }: PageFrame): Account | null =>
  person === null ? null : { ...person, signOut }

const PageNotice = ({ kind, text, title }: Notice) => (
  <NotificationBanner kind={kind} title={title}>
    {text}
  </NotificationBanner>
)

const Page = ({ frame, children }: { readonly frame: PageFrame; readonly children: ReactNode }) => (
  <>
    <Header
      organisation={frame.organisation?.name ?? null}
      service={serviceName}
      account={accountOf(frame)}
      navigation={frame.navigation}
    />
    {frame.organisation?.isExample === true ? <ExampleBanner viewAs={frame.viewAs} /> : null}
    <div className="nhsuk-width-container">
      <Breadcrumb crumbs={frame.breadcrumbs} />
      <main className="nhsuk-main-wrapper" id="maincontent">
        {frame.notice === undefined ? null : <PageNotice {...frame.notice} />}
        {children}
      </main>
    </div>
    <Footer service={serviceName} version={frame.version} />
  </>
)

/** A whole page as HTML. */
export const renderPage = (frame: PageFrame, body: ReactNode): string =>
  renderDocument({
    title: frame.hasErrors === true ? `Error: ${frame.title}` : frame.title,
    assets: frame.assets,
    nonce: frame.nonce,
    children: <Page frame={frame}>{body}</Page>,
  })

export type ProblemPage = {
  readonly title: string
  readonly sentences: readonly string[]
  /** Where to go next; none when there is nowhere better. */
  readonly next: readonly { readonly label: string; readonly href: string }[]
  readonly assets: Assets
}

const Problem = ({ title, sentences, next }: ProblemPage) => (
  <>
    <Header organisation={null} service={serviceName} account={null} navigation={[]} />
    <div className="nhsuk-width-container">
      <main className="nhsuk-main-wrapper" id="maincontent">
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <h1 className="nhsuk-heading-l">{title}</h1>
            {each(sentences, (sentence) => (
              <p>{sentence}</p>
            ))}
            {each(next, ({ label, href }) => (
              <p>
                <a href={href}>{label}</a>
              </p>
            ))}
          </div>
        </div>
      </main>
    </div>
    <Footer service={serviceName} version={undefined} />
  </>
)

/**
 * The page for what was not found, is not allowed, is over or failed. It depends on nothing but its
 * words, so that two refusals with the same words are the same bytes.
 */
export const renderProblemPage = (problem: ProblemPage): string =>
  renderDocument({
    title: problem.title,
    assets: problem.assets,
    nonce: null,
    children: <Problem {...problem} />,
  })
