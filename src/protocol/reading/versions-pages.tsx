/** The protocol of a programme, version by version, and the one in force in words. */
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { Tag } from '../../web/components/tag.tsx'
import type { ProgrammeWithProtocol, ProtocolVersion } from '../store.ts'
import { ProtocolInWords } from './protocol-in-words-pages.tsx'

export type ShownVersion = ProtocolVersion & {
  /** From the version before; null for the first. */
  readonly differences: readonly string[] | null
}

type Props = {
  readonly programme: ProgrammeWithProtocol
  /** The latest first. */
  readonly versions: readonly ShownVersion[]
  readonly isLead: boolean
  readonly mayStart: boolean
}

export const ProtocolPage = ({ programme, versions, isLead, mayStart }: Props) => {
  const { programmeId, name, protocol } = programme
  const base = `/programmes/${programmeId}`
  return (
    <>
      <PageHeading caption={name}>Protocol: {protocol.title}</PageHeading>
      <p className="nhsuk-lede-text app-lead">{protocol.summary}</p>
      <ButtonGroup>
        {isLead ? (
          <ButtonLink href={`${base}/set-up`} variant="secondary">
            Change it in the set-up
          </ButtonLink>
        ) : null}
        {mayStart ? (
          <ButtonLink href={`/programmes/new?like=${programmeId}`} variant="secondary">
            Start another programme with it
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      <h2 className="nhsuk-heading-m">Versions</h2>
      <p>
        Once somebody has answered under a version it is locked. What is changed afterwards becomes
        the next version, and each answer belongs to the version under which it was asked.
      </p>
      {each(versions, (version) => (
        <Version base={base} version={version} isInForce={version.version === programme.version} />
      ))}
      <ProtocolInWords protocol={protocol} />
    </>
  )
}

type VersionProps = {
  readonly base: string
  readonly version: ShownVersion
  readonly isInForce: boolean
}

const Version = ({ base, version, isInForce }: VersionProps) => (
  <section className="app-version" id={`version-${version.version}`}>
    <h3 className="nhsuk-heading-s app-version__heading">
      Version {version.version} {isInForce ? <Tag colour="green">In force</Tag> : null}{' '}
      {version.isLocked ? <Tag colour="grey">Locked</Tag> : <Tag colour="yellow">Not locked</Tag>}
    </h3>
    <p className="app-hash">
      SHA-256: <code>{version.sha256}</code>
    </p>
    {version.differences === null ? null : <Differences {...version} />}
    <p>
      <a href={`${base}/protocol/versions/${version.version}`} download>
        Download version {version.version}
        <span className="nhsuk-u-visually-hidden"> of the protocol</span> (JSON)
      </a>
    </p>
  </section>
)

const Differences = ({ version, differences }: ShownVersion) =>
  differences === null || differences.length === 0 ? (
    <InsetText>{`Nothing that people read differs from version ${version - 1}.`}</InsetText>
  ) : (
    <>
      <p>Changed from version {version - 1}:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(differences, (difference) => (
          <li>{difference}</li>
        ))}
      </ul>
    </>
  )
