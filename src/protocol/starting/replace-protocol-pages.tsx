/** Another protocol for a programme that is being set up, and what is lost by it. */
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import type { ProgrammeWithProtocol } from '../store.ts'
import { type Choosing, choiceErrors, ProtocolChoice } from './protocol-choice-pages.tsx'

type Props = {
  readonly programme: ProgrammeWithProtocol
  readonly isReplaceable: boolean
  /** How the protocol differs from the one that it says it is; null: from none of the built-in ones. */
  readonly ownChanges: readonly string[] | null
  readonly choosing: Choosing
  readonly idempotencyKey: string
}

export const ReplaceProtocolPage = (props: Props) => {
  const { programme, isReplaceable, choosing } = props
  const base = `/programmes/${programme.programmeId}`
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Set up the programme', href: `${base}/set-up` }]} />
      <TitledPage caption={programme.name} title="Protocol" errors={choiceErrors(choosing)}>
        <p>
          This programme follows <strong>{programme.protocol.title}</strong>.
        </p>
        <p>{programme.protocol.summary}</p>
        <p>
          <a href={`${base}/protocol`}>Read the whole protocol</a>
        </p>
        {isReplaceable ? <Replacing {...props} /> : <InUse />}
      </TitledPage>
    </>
  )
}

const InUse = () => (
  <InsetText>
    <p>
      The programme is open, so its protocol can no longer be replaced: people were invited to what
      it says. You can still change its parts, and the change becomes a new version.
    </p>
    <p>
      For another protocol, <a href="/programmes/new">start another programme</a>.
    </p>
  </InsetText>
)

const Replacing = ({ programme, ownChanges, choosing, idempotencyKey }: Props) => (
  <>
    <h2 className="nhsuk-heading-m">Take another protocol</h2>
    <WarningCallout heading="Before you replace it">
      <Lost ownChanges={ownChanges} />
    </WarningCallout>
    <Form
      action={`/programmes/${programme.programmeId}/set-up/protocol`}
      idempotencyKey={idempotencyKey}
      hasFiles
    >
      <input type="hidden" name="from" value={programme.sha256} />
      <ProtocolChoice {...choosing} />
      <Button variant="warning">Replace the protocol</Button>
    </Form>
  </>
)

const Lost = ({ ownChanges }: Pick<Props, 'ownChanges'>) => {
  if (ownChanges === null) {
    return (
      <p>
        The other protocol takes the place of the present one as a whole: its words, questions,
        stages and rules.
      </p>
    )
  }
  if (ownChanges.length === 0) {
    return <p>Nothing was changed in this protocol so far, so nothing of yours is lost.</p>
  }
  return (
    <>
      <p>The other protocol takes the place of the present one as a whole. This goes with it:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(ownChanges, (change) => (
          <li>{change}</li>
        ))}
      </ul>
    </>
  )
}
