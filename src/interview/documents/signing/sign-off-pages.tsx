/** The sign-off of a document for its facilitator: what is out, how far it is, what can be done. Never who. */
import type { ReactNode } from 'react'
import { dayInWords } from '../../../lib/dates.ts'
import { peopleOf } from '../../../protocol/wording/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { Details } from '../../../web/components/details.tsx'
import { each } from '../../../web/components/each.ts'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import { DocumentView } from '../document-view.tsx'
import type { DocumentVersion, SignOff } from './model.ts'
import { sentenceOfSignOffProblem } from './problems.ts'
import { canRelease, canSend, mayShowRequests, shortHash } from './rules.ts'

type SignOffPageProps = {
  readonly signOff: SignOff
  /** YYYY-MM-DD. */
  readonly today: string
  readonly errors: readonly string[]
  readonly idempotencyKey: string
}

const baseOf = ({ programme, mentee }: SignOff): string =>
  `/programmes/${programme.programmeId}/documents/${mentee.menteeId}`

export const SignOffPage = (props: SignOffPageProps) => {
  const { signOff, errors } = props
  const { programme, mentee } = signOff
  return (
    <Columns>
      <ErrorSummary errors={errors.map((text) => ({ text }))} />
      <PageHeading caption={programme.name}>Sign-off of the document for {mentee.name}</PageHeading>
      <TooFew signOff={signOff} />
      <Out {...props} />
      <Released signOff={signOff} />
      <Send {...props} />
      <p>
        <a href={baseOf(signOff)}>Go to the document as it is written</a>
      </p>
    </Columns>
  )
}

const TooFew = ({ signOff: { programme, contributors } }: Pick<SignOffPageProps, 'signOff'>) => {
  const { protocol } = programme
  const floor = protocol.rules.anonymityFloor
  if (contributors >= floor) return null
  return (
    <WarningCallout heading="Nothing can be released" headingLevel={2}>
      <p>
        {`Fewer than ${peopleOf(protocol, 'mentor', floor)} took part in the interview and are still in the programme. In so small a group it could be told who said what, so no document is sent or released.`}
      </p>
      <p>What you can do:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          look through the attendance of the interview: was somebody in the room who is not on it?
        </li>
        <li>tell the programme lead, who can decide how the programme goes on</li>
        <li>keep the notes as they are: nothing of them is lost, and nothing of them is shown</li>
      </ul>
    </WarningCallout>
  )
}

type OutProps = SignOffPageProps & { readonly version: DocumentVersion }

const Out = (props: SignOffPageProps) => {
  const { signOff } = props
  const { latest } = signOff
  if (latest?.state !== 'signing') return null
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Out for sign-off: version {latest.version}</h2>
      <SummaryList
        rows={[
          { key: 'Sent', value: dayInWords(latest.sentOn) },
          { key: 'Answers asked for by', value: dayInWords(latest.answerBy) },
          { key: 'Answers', value: answersInWords(signOff) },
        ]}
      />
      <Requests {...props} version={latest} />
      <Release {...props} version={latest} />
      <ExactText version={latest} summary={`Version ${latest.version}, word for word`} />
    </section>
  )
}

/** Below k no number: who has answered could be guessed from it. */
const answersInWords = ({ programme, answered, contributors }: SignOff): string => {
  const { protocol } = programme
  const floor = protocol.rules.anonymityFloor
  if (contributors < floor) return 'Not shown: the group is too small'
  if (answered < floor)
    return `Fewer than ${floor} of ${peopleOf(protocol, 'mentor', contributors)}`
  if (answered === contributors) return `All ${peopleOf(protocol, 'mentor', contributors)}`
  return `${answered} of ${peopleOf(protocol, 'mentor', contributors)}`
}

const Requests = ({ signOff: { programme, requests, answered }, today, version }: OutProps) => {
  const { rules } = programme.protocol
  if (!mayShowRequests(rules, { answered, latest: version, today })) {
    return (
      <p>
        {`If somebody asks for a change, you read it here once ${rules.anonymityFloor} have answered, or after ${dayInWords(version.answerBy)}. Earlier it could be guessed who it is.`}
      </p>
    )
  }
  return requests.length === 0 ? null : (
    <>
      <h3 className="nhsuk-heading-s">What is asked to be changed</h3>
      <p>
        In an order of chance, without names. Do not ask who wrote it. Reword the document and send
        it again: then everybody is asked anew. If you keep the words, talk with the whole group
        first, then send them again.
      </p>
      <ul className="nhsuk-list app-requests">
        {each(requests, (text) => (
          <li className="app-requests__request">{text}</li>
        ))}
      </ul>
    </>
  )
}

const Release = ({ signOff, today, version, idempotencyKey }: OutProps) => {
  const releasable = canRelease(signOff, today)
  if (!releasable.ok) {
    return (
      <InsetText>
        <p>Not to be released yet. {sentenceOfSignOffProblem(releasable.problem)}</p>
      </InsetText>
    )
  }
  return (
    <Form action={`${baseOf(signOff)}/sign-off/release`} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="version" value={version.version} />
      <p>
        The group agrees. After the release nothing in this text changes any more; a correction is a
        new version that the group signs off again.
      </p>
      <Button>Release version {version.version}</Button>
    </Form>
  )
}

const Released = ({ signOff }: Pick<SignOffPageProps, 'signOff'>) => {
  const { released } = signOff
  if (released === null || released.releasedOn === null) return null
  const base = baseOf(signOff)
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Released: version {released.version}</h2>
      <p>
        {`Released on ${dayInWords(released.releasedOn)}.`}
        {signOff.latest?.state === 'signing'
          ? ' It stays valid until the version that is out for sign-off is released.'
          : ''}
      </p>
      <ButtonGroup>
        <ButtonLink href={`${base}/prompt-sheet`} variant="secondary" isSmall>
          Prompt sheet
        </ButtonLink>
        <ButtonLink href={`${base}/file.pdf`} variant="secondary" isSmall>
          PDF
        </ButtonLink>
        <ButtonLink href={`${base}/file.docx`} variant="secondary" isSmall>
          Word
        </ButtonLink>
      </ButtonGroup>
      <ExactText version={released} summary={`Version ${released.version}, word for word`} />
    </section>
  )
}

type ExactTextProps = {
  readonly version: Pick<DocumentVersion, 'text' | 'sha256'>
  readonly summary: string
  readonly isOpen?: boolean
}

const ExactText = ({ version, summary, isOpen }: ExactTextProps) => (
  <Details summary={summary} isOpen={isOpen}>
    <DocumentView
      text={version.text}
      heading="The text"
      headingLevel={3}
      caption={<Fingerprint sha256={version.sha256} />}
    />
  </Details>
)

const Fingerprint = ({ sha256 }: { readonly sha256: string }): ReactNode => (
  <>
    Fingerprint {shortHash(sha256)} (SHA-256 <span className="app-fingerprint">{sha256}</span>)
  </>
)

const Send = ({ signOff, today, idempotencyKey }: SignOffPageProps) => {
  const { current } = signOff
  const sendable = canSend(signOff, today)
  if (!sendable.ok) {
    const { kind } = sendable.problem
    const isSaid = kind === 'document.sent_already' || kind === 'document.released_already'
    if (isSaid || kind === 'document.too_few_contributors') return null
    return <InsetText>{sentenceOfSignOffProblem(sendable.problem)}</InsetText>
  }
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">{sendingInWords(signOff)}</h2>
      <p>
        Everybody who took part reads exactly this text and agrees or asks for a change. They get an
        email that names nobody and holds nothing of it.
        {signOff.latest?.state === 'signing' ? ' It replaces the version that is out now.' : ''}
      </p>
      <ExactText version={current} summary="The text that goes out" isOpen />
      <Form action={`${baseOf(signOff)}/sign-off`} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="sha256" value={current.sha256} />
        <Button>Send for sign-off</Button>
      </Form>
    </section>
  )
}

const sendingInWords = ({ latest, current }: SignOff): string => {
  if (latest === null) return 'Send it to the group'
  return latest.sha256 === current.sha256 ? 'Send the same text again' : 'Send the new wording'
}
