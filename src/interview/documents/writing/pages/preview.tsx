/** The document as it will be read, and the way to the group. */
import { usualSignOffDays } from '../../../../protocol/wording/rule-lines.ts'
import { plural } from '../../../../protocol/wording/words.ts'
import { Breadcrumb } from '../../../../web/components/breadcrumb.tsx'
import { Button, ButtonGroup } from '../../../../web/components/button.tsx'
import { Columns } from '../../../../web/components/columns.tsx'
import { Form } from '../../../../web/components/form.tsx'
import { InsetText } from '../../../../web/components/inset-text.tsx'
import { DocumentView } from '../../document-view.tsx'
import { sentenceOfSignOffProblem } from '../../signing/problems.ts'
import { canSend } from '../../signing/rules.ts'
import { documentAddress, documentsAddress } from '../document-addresses.ts'
import type { Draft } from '../load-documents.ts'
import { pageUseOf } from '../page-use.ts'
import { pageUseInWords } from './document-words.ts'
import { TooFewContributors } from './too-few.tsx'

type PreviewProps = {
  readonly draft: Draft
  /** YYYY-MM-DD. */
  readonly today: string
  readonly warnings: number
  readonly idempotencyKey: string
}

export const PreviewPage = (props: PreviewProps) => {
  const { draft } = props
  const { programme, mentee, contributors, current } = draft
  const { programmeId, protocol } = programme
  const base = documentAddress(programmeId, mentee.menteeId)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: 'Documents', href: documentsAddress(programmeId) },
          { label: mentee.name, href: base },
        ]}
      />
      <Columns>
        <DocumentView
          text={current.text}
          heading={`Feedback for ${mentee.name}`}
          caption={`From the ${plural(protocol, 'mentor')} of ${programme.name}, as a group`}
        />
        <hr />
        <p>{pageUseInWords(pageUseOf(current.text))}</p>
        <TooFewContributors programme={programme} contributors={contributors} />
        <Send {...props} />
      </Columns>
    </>
  )
}

const Send = ({ draft, today, warnings, idempotencyKey }: PreviewProps) => {
  const { programme, mentee, current, latest } = draft
  const { protocol } = programme
  const base = documentAddress(programme.programmeId, mentee.menteeId)
  const sendable = canSend(draft, today)
  const back = <a href={base}>Go on writing</a>
  if (!sendable.ok) {
    return (
      <>
        {sendable.problem.kind === 'document.too_few_contributors' ? null : (
          <InsetText>{sentenceOfSignOffProblem(sendable.problem)}</InsetText>
        )}
        <p>{back}</p>
      </>
    )
  }
  const mentors = plural(protocol, 'mentor')
  return (
    <Form action={`${base}/sign-off`} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="sha256" value={current.sha256} />
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p>
        {`The ${mentors} who took part get an email, read exactly this text and agree, or ask for a change without being named. They have ${protocol.rules.signOffDays ?? usualSignOffDays} days. Then you release it.`}
        {latest?.state === 'signing' ? ' It takes the place of the version that is out now.' : ''}
      </p>
      {warnings === 0 ? null : (
        <p>{`${warnings === 1 ? 'A warning is' : `${warnings} warnings are`} left. You can send it all the same.`}</p>
      )}
      <ButtonGroup>
        <Button>{`Send it to the ${mentors} to sign off`}</Button>
        {back}
      </ButtonGroup>
    </Form>
  )
}
