/** A mentor’s certificate on the page, as it stands in the file. */
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import {
  type CertificateFacts,
  certificateEnd,
  certificateIntroduction,
  certificateTitle,
  practisedIn,
  rowsOf,
} from './certificate-words.ts'

export const practisedHeading = 'What was practised'

type CertificatePageProps = {
  readonly programme: OpenProgramme
  readonly facts: CertificateFacts
}

export const CertificatePage = ({ programme, facts }: CertificatePageProps) => {
  const base = `/programmes/${programme.programmeId}`
  return (
    <Columns>
      <h1 className="nhsuk-heading-l">{certificateTitle}</h1>
      <p>{certificateIntroduction}</p>
      <SummaryList rows={rowsOf(facts)} />
      <h2 className="nhsuk-heading-m">{practisedHeading}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(practisedIn(facts), (line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{certificateEnd}</p>
      <ButtonLink href={`${base}/mentor-certificate/certificate.pdf`}>
        Download the certificate (PDF)
      </ButtonLink>
      <p>Only you can open this page. Whom you show the certificate to is for you to decide.</p>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </Columns>
  )
}

export const NoCertificatePage = ({ programme }: Pick<CertificatePageProps, 'programme'>) => {
  const base = `/programmes/${programme.programmeId}`
  return (
    <Columns>
      <PageHeading caption={programme.name}>{certificateTitle}</PageHeading>
      <p>
        You find a certificate for your portfolio here once a session of yours is recorded. It says
        what you practised and for how long, and names nobody but you.
      </p>
      <p>
        Have you met already? <a href={`${base}/session/record`}>Record the session</a>.
      </p>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </Columns>
  )
}
