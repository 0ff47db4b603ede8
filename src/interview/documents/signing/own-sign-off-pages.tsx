/** What a mentor signs off: the documents of their group, each text word for word. */
import { dayInWords } from '../../../lib/dates.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { insideSentence, plural } from '../../../protocol/wording/words.ts'
import { Button } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { ErrorSummary, type FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { Radios } from '../../../web/components/radios.tsx'
import { TaskList } from '../../../web/components/task-list.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { DocumentView } from '../document-view.tsx'
import type { DocumentVersion, OwnSignOff } from './model.ts'
import { shortHash, type TypedAnswer } from './rules.ts'

type OwnSignOffsProps = {
  readonly programme: OpenProgramme
  readonly isContributor: boolean
  readonly documents: readonly OwnSignOff[]
}

const addressOf = ({ programmeId }: OpenProgramme, menteeId?: string): string =>
  `/programmes/${programmeId}/sign-off${menteeId === undefined ? '' : `/${menteeId}`}`

export const OwnSignOffsPage = ({ programme, isContributor, documents }: OwnSignOffsProps) => {
  const { name, protocol } = programme
  const out = documents.filter(({ version }) => version.state === 'signing')
  const isOver = programme.state !== 'open'
  return (
    <Columns>
      <PageHeading caption={name}>Sign-off</PageHeading>
      {isContributor ? (
        <p>
          {`What your group said about each ${insideSentence(protocol.roles.mentee.label)} is put into words. You read the exact text, and agree or ask for a change. Nobody is told who answered what.`}
        </p>
      ) : (
        <p>
          {`Only ${plural(protocol, 'mentor')} who took part in the interview sign off the documents, so there is nothing for you to do here.`}
        </p>
      )}
      {isContributor ? <Documents programme={programme} documents={out} isOver={isOver} /> : null}
    </Columns>
  )
}

type DocumentsProps = Omit<OwnSignOffsProps, 'isContributor'> & { readonly isOver: boolean }

const Documents = ({ programme, documents, isOver }: DocumentsProps) => {
  if (isOver) return <InsetText>The programme is not open. Nothing is asked of you.</InsetText>
  if (documents.length === 0) {
    return (
      <InsetText>
        There is nothing to sign off now. You get an email when a text is ready for you.
      </InsetText>
    )
  }
  return (
    <TaskList
      id="documents"
      tasks={documents.map(({ mentee, version, hasAnswered }) => ({
        label: `Document for ${mentee.name}`,
        href: addressOf(programme, mentee.menteeId),
        hint: hasAnswered
          ? 'You have answered'
          : `Waits for your answer, by ${dayInWords(version.answerBy)}`,
        status: hasAnswered ? 'completed' : 'incomplete',
      }))}
    />
  )
}

export type AnswerPageProps = {
  readonly programme: OpenProgramme
  readonly document: OwnSignOff
  readonly text: DocumentVersion['text']
  readonly typed: TypedAnswer
  readonly errors: readonly (FieldError & { readonly fieldId: 'answer' | 'request' })[]
  /** The form that was sent was about a version that has been replaced. */
  readonly isReplaced: boolean
  readonly idempotencyKey: string
}

export const AnswerPage = (props: AnswerPageProps) => {
  const { programme, document, text, errors, isReplaced } = props
  const replaced = isReplaced ? [{ text: replacedInWords }] : []
  return (
    <Columns>
      <ErrorSummary errors={[...replaced, ...errors]} />
      <DocumentView
        text={text}
        heading={`Document for ${document.mentee.name}`}
        caption={programme.name}
      />
      <Fingerprint document={document} />
      {document.hasAnswered ? <Answered programme={programme} /> : <AnswerForm {...props} />}
    </Columns>
  )
}

const replacedInWords =
  'The text was changed while you were reading. What you sent was not counted. Read the new text, then answer'

const Fingerprint = ({ document }: { readonly document: OwnSignOff }) => (
  <p className="nhsuk-body-s">
    Fingerprint of this text: <strong>{shortHash(document.version.sha256)}</strong>. Whoever has the
    same eight characters before them reads exactly the same words.
  </p>
)

const Answered = ({ programme }: Pick<AnswerPageProps, 'programme'>) => (
  <InsetText>
    <p>
      You have answered about this text. Your first answer counts. If the text is changed, you are
      asked again.
    </p>
    <p>
      <a href={addressOf(programme)}>Go to all documents</a>
    </p>
  </InsetText>
)

const AnswerForm = (props: AnswerPageProps) => {
  const { programme, document, typed, errors, idempotencyKey } = props
  const errorAt = (field: 'answer' | 'request'): string | undefined =>
    errors.find(({ fieldId }) => fieldId === field)?.text
  return (
    <Form action={addressOf(programme, document.mentee.menteeId)} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="version" value={document.version.version} />
      <Radios
        name="answer"
        label="Do you agree to this text?"
        labelSize="m"
        hint="You can answer once. Nobody is told who agreed and who asked for a change."
        value={typed.answer}
        error={errorAt('answer')}
        choices={[
          { value: 'agree', label: 'I agree to this text' },
          { value: 'change', label: 'I ask for a change' },
        ]}
      />
      <Textarea
        name="request"
        label="If you ask for a change: which words, and why?"
        hint="The facilitator reads it without a name. Write it so that it could have come from anybody in the group."
        value={typed.request}
        error={errorAt('request')}
      />
      <Button>Send my answer</Button>
    </Form>
  )
}
