/** What the pages about questions to the group have in common. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { Columns } from '../../../web/components/columns.tsx'
import type { SummaryRow } from '../../../web/components/summary-list.tsx'
import { type Clarification, isOpen } from '../model.ts'

export const clarificationsTitle = 'Questions to the group'

export const addressOf = (
  { programmeId }: Pick<OpenProgramme, 'programmeId'>,
  below?: string,
): string => `/programmes/${programmeId}/clarifications${below === undefined ? '' : `/${below}`}`

export const labelOfDomain = ({ protocol }: OpenProgramme, domain: string): string =>
  protocol.domains.find(({ id }) => id === domain)?.label ?? domain

/** Nobody has closed the question, and nobody can: the programme is not open. */
export const isLeftOver = (
  { state }: Pick<OpenProgramme, 'state'>,
  clarification: Pick<Clarification, 'state'>,
): boolean => state !== 'open' && isOpen(clarification)

export const leftOver = 'The programme has closed before it was answered'

export const Typed = ({ children }: { readonly children: string }) => (
  <span className="app-typed">{children}</span>
)

export const rowsAbout = (
  programme: OpenProgramme,
  { domain, point }: Pick<Clarification, 'domain' | 'point'>,
): readonly SummaryRow[] => [
  { key: nounOfDomains(programme.protocol).singular, value: labelOfDomain(programme, domain) },
  { key: 'Point', value: <Typed>{point}</Typed> },
]

export const ConcernNote = ({ programme }: { readonly programme: OpenProgramme }) => (
  <p>
    A worry about patient safety or about how somebody behaves does not belong here:{' '}
    <a href={`/programmes/${programme.programmeId}/concern`}>see where to raise a concern</a>.
  </p>
)

export const NoQuestionPage = ({ programmeId }: Pick<OpenProgramme, 'programmeId'>) => (
  <Columns>
    <h1 className="nhsuk-heading-l">There is no question here</h1>
    <p>It may have been answered or taken back since you opened the link.</p>
    <p>
      <a href={addressOf({ programmeId })}>Go to all questions</a>
    </p>
  </Columns>
)
