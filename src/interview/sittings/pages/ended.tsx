/** The interview once it is over. */
import { baseOf } from '../../../questionnaires/set-up/programme-frame.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { ConcernsHandedOn } from '../../concerns/concerns-handed-on.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import { floorInWords } from './floor.tsx'
import { interviewOf } from './frame.tsx'
import { InterviewProgress } from './progress.tsx'
import { Recorded, Sittings } from './sittings.tsx'

type EndedProps = { readonly loaded: LoadedInterview; readonly idempotencyKey: string }

export const EndedInterview = (props: EndedProps) => {
  const { loaded } = props
  const { programme, contributors } = loaded
  return (
    <>
      <Columns>
        <InsetText>
          The interview has ended. Write the documents from the points on the board.
        </InsetText>
        <p>{floorInWords({ protocol: programme.protocol, n: contributors.length })}</p>
        <ButtonGroup>
          <ButtonLink href={`${baseOf(programme)}/documents`}>Go to the documents</ButtonLink>
          <ButtonLink href={`${interviewOf(programme)}/board`} variant="secondary">
            Read the board
          </ButtonLink>
        </ButtonGroup>
      </Columns>
      <InterviewProgress loaded={loaded} time="bands" />
      <Columns>
        <Sittings loaded={loaded} />
        <Recorded programme={programme} />
        <ConcernsHandedOn concerns={loaded.concerns} />
        <Reopening {...props} />
      </Columns>
    </>
  )
}

const Reopening = ({ loaded: { programme, facts }, idempotencyKey }: EndedProps) => {
  if (programme.state === 'closed') return null
  if (facts.hasVersions) {
    return (
      <p>
        A document has gone out to be signed off, so the interview cannot be opened again. What is
        missing goes into the documents.
      </p>
    )
  }
  return (
    <Details summary="Something is missing">
      <p>
        You can open the interview again until the first document goes out to be signed off. You can
        then begin another sitting, and points can be added and changed.
      </p>
      <Form action={`${interviewOf(programme)}/reopen`} idempotencyKey={idempotencyKey}>
        <Button variant="secondary">Open the interview again</Button>
      </Form>
    </Details>
  )
}
