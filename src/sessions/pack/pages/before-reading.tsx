/** In place of a document that its mentee has not opened yet. Nothing in it depends on the document. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { plural } from '../../../protocol/wording/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { hasDocument } from '../../preparation/preparation-words.ts'
import { programmeAddress } from '../addresses.ts'

type BeforeReadingPageProps = {
  readonly programme: OpenProgramme
  /** They have written down how they see themselves. */
  readonly hasAssessed: boolean
  readonly idempotencyKey: string
}

export const BeforeReadingPage = (props: BeforeReadingPageProps) => {
  const { programme, hasAssessed, idempotencyKey } = props
  const at = (page: string): string => programmeAddress(programme.programmeId, page)
  return (
    <Columns>
      <PageHeading caption={programme.name}>Before you read it</PageHeading>
      <p>Your feedback document is ready.</p>
      {hasAssessed ? <p>{written}</p> : <Unwritten programme={programme} />}
      <Form action={at('feedback/open')} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          {hasAssessed ? null : (
            <ButtonLink href={at('pack/self-assessment')}>Write your self-assessment</ButtonLink>
          )}
          <Button variant={hasAssessed ? undefined : 'secondary'}>Read the document now</Button>
        </ButtonGroup>
      </Form>
      {hasAssessed ? (
        <p>
          <a href={at('pack/self-assessment')}>Look at your self-assessment again</a>
        </p>
      ) : null}
    </Columns>
  )
}

type MeanwhileProps = Pick<BeforeReadingPageProps, 'programme' | 'hasAssessed'> & {
  /** They take part, and have not opened a document: also not one that is no longer shown. */
  readonly mayAssess: boolean
}

/** While no document is shown. */
export const Meanwhile = ({ programme, mayAssess, hasAssessed }: MeanwhileProps) => {
  const { protocol, programmeId, state } = programme
  if (!mayAssess || state !== 'open' || !hasDocument(protocol))
    return <p>There is nothing for you to do now.</p>
  const mentors = plural(protocol, 'mentor')
  return (
    <p>
      {hasAssessed ? 'You have written down ' : 'Until then you can write down '}
      <a href={programmeAddress(programmeId, 'pack/self-assessment')}>
        {`how you think the ${mentors} see you`}
      </a>
      {hasAssessed ? '. You can change it until you open the document.' : ', for yourself alone.'}
    </p>
  )
}

const written =
  'You have written your self-assessment. You can change it until you open the document; from then on the two stand side by side in your reflection pack.'

const Unwritten = ({ programme }: Pick<BeforeReadingPageProps, 'programme'>) => (
  <>
    <p>
      {`Feedback tells you most when you can compare it with what you expected. Write down first how you think the ${plural(programme.protocol, 'mentor')} see you: five minutes are enough, and nobody but you can read it.`}
    </p>
    <p>
      You can also read the document now. Once you have opened it, a self-assessment can no longer
      be written.
    </p>
  </>
)
