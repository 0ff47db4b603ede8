/** What to look at before the interview ends, and what happens then. */
import { listed } from '../../../protocol/wording/words.ts'
import { Bullets } from '../../../questionnaires/set-up/programme-frame.tsx'
import { Button } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import { sentenceOfInterviewProblem } from '../problems.ts'
import { isNotSpokenAbout, progressOf } from '../progress-rules.ts'
import { floorInWords } from './floor.tsx'
import { Frame, interviewOf, NotNowPage } from './frame.tsx'
import { Left, timeInWords } from './progress.tsx'

type EndProps = {
  readonly loaded: LoadedInterview
  readonly errors: readonly string[]
  readonly idempotencyKey: string
}

export const endTitle = 'End the interview'

export const EndInterviewPage = ({ loaded, errors, idempotencyKey }: EndProps) => {
  const { programme, room, contributors } = loaded
  if (room.state !== 'open') {
    const sentence = sentenceOfInterviewProblem({ kind: 'interview.not_open' })
    return <NotNowPage programme={programme} title={endTitle} sentence={sentence} />
  }
  return (
    <Frame programme={programme} title={endTitle} errors={errors.map((text) => ({ text }))}>
      <NotSpokenAbout loaded={loaded} />
      <h2 className="nhsuk-heading-m">What is not marked as done</h2>
      <Left loaded={loaded} />
      <h2 className="nhsuk-heading-m">Time</h2>
      <Times loaded={loaded} />
      <p>{floorInWords({ protocol: programme.protocol, n: contributors.length })}</p>
      <h2 className="nhsuk-heading-m">When the interview ends</h2>
      <Bullets
        lines={[
          'a sitting that is going on ends, and nothing more is recorded',
          'points that wait on phones come onto the board, and phones take no more',
          'the points on the board can be read and no longer changed',
          'they are stored anew, in an order that says nothing about when they were made',
          'you write the documents from them',
        ]}
      />
      <p>You can open it again until the first document goes out to be signed off.</p>
      <Form action={`${interviewOf(programme)}/end`} idempotencyKey={idempotencyKey}>
        <Button>{endTitle}</Button>
      </Form>
    </Frame>
  )
}

type Loaded = Pick<EndProps, 'loaded'>

const NotSpokenAbout = ({ loaded }: Loaded) => {
  const names = progressOf(loaded, loaded.programme.protocol.domains)
    .filter(isNotSpokenAbout)
    .map(({ name }) => name)
  return names.length === 0 ? null : (
    <WarningCallout heading="Not spoken about" headingLevel={2}>
      <p>{listed(names)}</p>
    </WarningCallout>
  )
}

const Times = ({ loaded }: Loaded) => (
  <SummaryList
    rows={progressOf(loaded, loaded.programme.protocol.domains).map((one) => ({
      key: one.name,
      value: timeInWords(one),
    }))}
  />
)
