/** The certificates of a programme, for whoever runs it, studies it or audits it. */
import { dateAndTime } from '../../lib/dates.ts'
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { CopyField } from '../../web/components/copy-field.tsx'
import { each } from '../../web/components/each.ts'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { Table } from '../../web/components/table.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { AllocationDraw } from '../procedure/model.ts'
import type { Certificate } from './certificate.ts'
import {
  earlierInWords,
  factsOf,
  introduction,
  notRandom,
  stateInWords,
  titleOf,
} from './certificate-words.ts'
import { checkableValues, howToCheck } from './checkable-values.ts'
import { InputsSection } from './inputs-section.tsx'
import type { IssuedDraw, LoadedCertificates } from './load-certificates.ts'

const addressOf = ({ programmeId }: ProgrammeWithProtocol): string =>
  `/programmes/${programmeId}/allocation/certificates`

export const CertificatesPage = ({ programme, issued }: LoadedCertificates) => (
  <Columns>
    <PageHeading caption={programme.name}>Allocation</PageHeading>
    <p>
      Each draw has a certificate: how it was made and by whose chance, so that it can be checked.
    </p>
    {issued.length === 0 ? <NoneYet /> : <List programme={programme} issued={issued} />}
  </Columns>
)

const NoneYet = () => (
  <p>
    No draw has been made in this programme. The programme lead starts it once the willingness is
    complete; its certificate is here from then on.
  </p>
)

const List = ({ programme, issued }: LoadedCertificates) => (
  <Table
    id="certificates"
    caption="Draws, the newest first"
    columns={[{ header: 'Draw' }, { header: 'Made' }, { header: 'How' }, { header: 'State' }]}
    rows={issued.map(({ draw, certificate }) => [
      <a key="link" href={`${addressOf(programme)}/${draw.number}`}>
        Draw {draw.number}
      </a>,
      dateAndTime(new Date(certificate.drawnAt)),
      certificate.mode === 'random' ? 'By chance' : 'Chosen: not random',
      stateOf(draw),
    ])}
  />
)

const stateOf = ({ state, publishedAt }: AllocationDraw): string => {
  if (publishedAt !== null) return `${stateInWords.published} on ${dateAndTime(publishedAt)}`
  return state === 'replaced' ? stateInWords.replaced : 'Nobody has been told the pairs yet'
}

export const NoCertificatePage = ({ back }: { readonly back: string }) => (
  <Columns>
    <h1 className="nhsuk-heading-l">There is no certificate here</h1>
    <p>
      A draw has a certificate once it is made. This one is not made yet, or its inputs are not kept
      here.
    </p>
    <p>
      <a href={back}>Go to the allocation</a>
    </p>
  </Columns>
)

type CertificatePageProps = {
  readonly programme: ProgrammeWithProtocol
  readonly issued: IssuedDraw
  /** Where this person came from. */
  readonly back: string
  /** For the form that opens the inputs; null: this person may not. */
  readonly inputsKey: string | null
}

/** Letters that fit on one line of a narrow screen. */
const shortValue = 30

export const CertificatePage = ({ programme, issued, back, inputsKey }: CertificatePageProps) => {
  const { certificate, draw, text } = issued
  const address = `${addressOf(programme)}/${draw.number}`
  return (
    <Columns>
      <PageHeading caption={programme.name}>{titleOf(certificate)}</PageHeading>
      <NotRandom certificate={certificate} />
      <p>{introduction}</p>
      <div className="app-certificate">
        <SummaryList
          rows={[
            ...factsOf(programme.protocol, certificate),
            { key: 'State', value: stateOf(draw) },
          ]}
        />
      </div>
      <ButtonGroup>
        <ButtonLink href={`${address}/certificate.json`} variant="secondary">
          Certificate (JSON)
        </ButtonLink>
        <ButtonLink href={`${address}/certificate.pdf`} variant="secondary">
          Certificate (PDF)
        </ButtonLink>
      </ButtonGroup>
      <Earlier certificate={certificate} address={addressOf(programme)} />
      <h2 className="nhsuk-heading-m">Values and hashes</h2>
      {each(checkableValues(certificate, text), (value) => (
        <CopyField {...value} isLong={value.value.length > shortValue} />
      ))}
      <HowToCheck certificate={certificate} />
      <InputsSection certificate={certificate} address={address} inputsKey={inputsKey} />
      <p>
        <a href={back}>Go to the allocation</a>
      </p>
    </Columns>
  )
}

const NotRandom = ({ certificate: { mode } }: { readonly certificate: Certificate }) =>
  mode === 'random' ? null : (
    <WarningCallout heading={notRandom.heading} headingLevel={2}>
      {notRandom.words}
    </WarningCallout>
  )

type EarlierProps = { readonly certificate: Certificate; readonly address: string }

const Earlier = ({ certificate: { earlier }, address }: EarlierProps) =>
  earlier.length === 0 ? null : (
    <section className="app-certificate">
      <h2 className="nhsuk-heading-m">Earlier draws</h2>
      {each(
        earlier.map((draw) => ({ ...draw, ...earlierInWords(draw) })),
        ({ number, ...draw }) => (
          <div>
            <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a href={`${address}/${number}`}>{draw.title}</a>
            </h3>
            <p>{draw.words}</p>
          </div>
        ),
      )}
    </section>
  )

const HowToCheck = ({ certificate }: { readonly certificate: Certificate }) => {
  const check = howToCheck(certificate)
  return check === null ? null : (
    <section className="app-certificate">
      <h2 className="nhsuk-heading-m">How to check this</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        {each(check.steps, (step) => (
          <li>{step}</li>
        ))}
      </ol>
      <pre className="app-certificate__committed">{check.committed}</pre>
    </section>
  )
}
