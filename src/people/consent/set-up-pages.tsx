/** The lead writes the information sheet, looks at it as each group will, and sees who agreed to what. */
import { dateAndTime } from '../../lib/dates.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { Table } from '../../web/components/table.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { type Consent, type ConsentText, textFor, withdrawalLabels } from './model.ts'
import { ConsentQuestions, InformationSheet } from './pages.tsx'
import {
  ContactFields,
  SectionFields,
  StatementFields,
  TitleField,
  WithdrawalFields,
} from './text-fields.tsx'
import type { TextErrors, TextFields } from './text-form.ts'

type Programme = {
  readonly programmeId: string
  readonly name: string
  readonly protocol: Protocol
}

export type VersionShown = {
  readonly version: number
  /** How many people agreed to it. */
  readonly agreed: number
}

type SetUpPageProps = {
  readonly programme: Programme
  readonly fields: TextFields
  readonly errors: TextErrors
  readonly problem: string | null
  /** Empty: nothing was saved yet, and the fields hold the suggested text. */
  readonly versions: readonly VersionShown[]
  readonly stamp: string
  readonly idempotencyKey: string
}

export const ConsentSetUpPage = (props: SetUpPageProps) => {
  const { programme, fields, errors, problem, versions, stamp, idempotencyKey } = props
  const setUp = `/programmes/${programme.programmeId}/set-up`
  const ofFields = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))
  const form = { fields, errors, protocol: programme.protocol }
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Set up the programme', href: setUp }]} />
      <TitledPage
        caption={programme.name}
        title="Information and consent"
        errors={[...(problem === null ? [] : [{ text: problem }]), ...ofFields]}
      >
        <Standing versions={versions} />
        <Previews setUp={setUp} programme={programme} hasText={versions.length > 0} />
        <Form action={`${setUp}/consent`} idempotencyKey={idempotencyKey}>
          <input type="hidden" name="from" value={stamp} />
          <TitleField {...form} />
          <SectionFields {...form} />
          <StatementFields {...form} />
          <WithdrawalFields {...form} />
          <ContactFields {...form} />
          <Button>Save the text</Button>
        </Form>
        <Versions setUp={setUp} protocol={programme.protocol} versions={versions} />
        <p>
          <a href={`/programmes/${programme.programmeId}/consents`}>See who agreed to what</a>
        </p>
      </TitledPage>
    </>
  )
}

const Standing = ({ versions }: Pick<SetUpPageProps, 'versions'>) => {
  const latest = versions.at(-1)
  if (latest === undefined) {
    return (
      <InsetText>
        This text is a suggestion, made from your protocol. Nothing is saved yet. Read it, change
        what is not so at your place, add a contact, and save it. Nobody can agree before that.
      </InsetText>
    )
  }
  return latest.agreed === 0 ? (
    <InsetText>
      Version {latest.version}. Nobody has agreed to it yet: a change replaces it.
    </InsetText>
  ) : (
    <InsetText>
      {peopleInWords(latest.agreed)} agreed to version {latest.version}. A change makes version{' '}
      {latest.version + 1}. Those who agreed before see what has changed, and their consent holds.
    </InsetText>
  )
}

const peopleInWords = (n: number): string => (n === 1 ? '1 person' : `${n} people`)

const Previews = ({
  setUp,
  programme,
  hasText,
}: {
  readonly setUp: string
  readonly programme: Programme
  readonly hasText: boolean
}) => (
  <p>
    {hasText ? 'See the saved text' : 'See the suggestion'} as{' '}
    <a href={`${setUp}/consent/preview/mentor`}>{plural(programme.protocol, 'mentor')}</a> or as{' '}
    <a href={`${setUp}/consent/preview/mentee`}>{plural(programme.protocol, 'mentee')}</a> see it.
  </p>
)

type VersionsProps = {
  readonly setUp: string
  readonly protocol: Protocol
  readonly versions: readonly VersionShown[]
}

const Versions = ({ setUp, protocol, versions }: VersionsProps) =>
  versions.length === 0 ? null : (
    <Table
      id="versions"
      caption="Versions"
      columns={[
        { header: 'Version' },
        { header: 'Agreed', isNumeric: true },
        { header: 'See it as' },
      ]}
      rows={versions
        .toReversed()
        .map(({ version, agreed }, place) => [
          place === 0 ? `${version}, in use` : String(version),
          String(agreed),
          <PreviewLinks key={version} setUp={setUp} protocol={protocol} version={version} />,
        ])}
    />
  )

type PreviewLinksProps = Omit<VersionsProps, 'versions'> & { readonly version: number }

const PreviewLinks = ({ setUp, protocol: { roles }, version }: PreviewLinksProps) => (
  <>
    <a href={`${setUp}/consent/preview/mentor?version=${version}`}>{roles.mentor.plural}</a>,{' '}
    <a href={`${setUp}/consent/preview/mentee?version=${version}`}>{roles.mentee.plural}</a>
  </>
)

type PreviewPageProps = {
  readonly programme: Programme
  readonly role: RoleId
  readonly text: ConsentText
  /** Null: a suggestion that was not saved. */
  readonly version: number | null
}

export const ConsentPreviewPage = ({ programme, role, text, version }: PreviewPageProps) => {
  const back = `/programmes/${programme.programmeId}/set-up/consent`
  const own = textFor(text, role)
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Information and consent', href: back }]} />
      <Columns>
        <InsetText>
          A preview, as {plural(programme.protocol, role)} see{' '}
          {version === null ? 'the suggested text' : `version ${version}`}. Nothing you choose here
          is saved.
        </InsetText>
        <h1 className="nhsuk-heading-l">{own.title}</h1>
        <InformationSheet text={own} />
        <ConsentQuestions text={own} entered={{ agreed: [], withdrawal: undefined }} errors={{}} />
        <ButtonLink href={back}>Back to the text</ButtonLink>
      </Columns>
    </>
  )
}

export type ConsentListed = Consent & {
  readonly name: string
  /** The optional statements that were agreed to, in words. */
  readonly optional: readonly string[]
}

type ConsentsPageProps = {
  readonly programme: Programme
  readonly consents: readonly ConsentListed[]
}

/** The record of who agreed to what: by name, for it has nothing of what anybody answered. */
export const ConsentsPage = ({ programme, consents }: ConsentsPageProps) => (
  <>
    <Breadcrumb
      crumbs={[
        {
          label: 'Information and consent',
          href: `/programmes/${programme.programmeId}/set-up/consent`,
        },
      ]}
    />
    <PageHeading caption={programme.name}>Consents</PageHeading>
    {consents.length === 0 ? (
      <InsetText>No consent is recorded here yet.</InsetText>
    ) : (
      <Table
        id="consents"
        caption="Who agreed, and to what"
        columns={[
          { header: 'Name' },
          { header: 'Agreed' },
          { header: 'Version' },
          { header: 'If they withdraw' },
          { header: 'Optional statements' },
        ]}
        rows={consents.map((consent) => [
          consent.name,
          dateAndTime(consent.agreedAt),
          String(consent.version),
          withdrawalLabels[consent.withdrawal],
          consent.optional.length === 0 ? 'None' : consent.optional.join(' '),
        ])}
      />
    )}
  </>
)
