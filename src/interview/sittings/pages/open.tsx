/** The interview while it is open: in a sitting, and between two. */
import { dayInWords } from '../../../lib/dates.ts'
import { peopleOf } from '../../../protocol/wording/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../../../web/components/summary-list.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import { ConcernsHandedOn } from '../../concerns/concerns-handed-on.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import type { Sitting } from '../model.ts'
import { sentenceOfInterviewProblem } from '../problems.ts'
import { refusalOf } from '../recording-consent.ts'
import { modeInWords } from './before.tsx'
import { floorInWords } from './floor.tsx'
import { interviewOf } from './frame.tsx'
import { Phones } from './phones.tsx'
import { InterviewProgress } from './progress.tsx'
import { Recorded, Sittings } from './sittings.tsx'

export type OpenProps = {
  readonly loaded: LoadedInterview
  readonly phones: string
  readonly idempotencyKey: string
}

export const OpenInterview = (props: OpenProps) => {
  const { loaded, phones } = props
  const { programme, contributors } = loaded
  const { protocol } = programme
  return (
    <>
      <Columns>
        {programme.state === 'closed' ? (
          <InsetText>{sentenceOfInterviewProblem({ kind: 'programme.closed' })}</InsetText>
        ) : (
          <Standing {...props} />
        )}
        <p>{floorInWords({ protocol, n: contributors.length })}</p>
      </Columns>
      <InterviewProgress loaded={loaded} time="minutes" />
      <Columns>
        <Recorded programme={programme} />
        <Phones protocol={protocol} address={phones} />
        <Sittings loaded={loaded} />
        <ConcernsHandedOn concerns={loaded.concerns} />
        <Ending {...props} />
      </Columns>
    </>
  )
}

const Standing = (props: OpenProps) =>
  props.loaded.openSitting === null ? (
    <Between {...props} />
  ) : (
    <InSitting {...props} sitting={props.loaded.openSitting} />
  )

const Between = ({ loaded: { programme } }: OpenProps) => (
  <>
    <InsetText>
      No sitting is going on. Points can be read and put in order on the board; time does not pass.
    </InsetText>
    <ButtonGroup>
      <ButtonLink href={`${interviewOf(programme)}/sittings/new`}>Begin another sitting</ButtonLink>
      <ButtonLink href={`${interviewOf(programme)}/board`} variant="secondary">
        Go to the board
      </ButtonLink>
    </ButtonGroup>
  </>
)

type InSittingProps = OpenProps & { readonly sitting: Sitting }

const InSitting = (props: InSittingProps) => {
  const { loaded, sitting } = props
  return (
    <>
      <SummaryList rows={sittingRows(loaded, sitting)} />
      <div className="app-row">
        <ButtonLink href={`${interviewOf(loaded.programme)}/board`}>Go to the board</ButtonLink>
        <BreakForm {...props} />
      </div>
    </>
  )
}

const sittingRows = (loaded: LoadedInterview, sitting: Sitting): readonly SummaryRow[] => {
  const { programme, step } = loaded
  const at = interviewOf(programme)
  const change = (path: string, hiddenLabel: string) => ({
    href: `${at}/${path}`,
    label: 'Change',
    hiddenLabel,
  })
  return [
    { key: 'Sitting', value: `${sitting.sitting}, on ${dayInWords(sitting.heldOn)}` },
    { key: 'Held', value: modeInWords(step) },
    {
      key: 'In the room',
      value: peopleOf(programme.protocol, 'mentor', sitting.present.length),
      change: change('attendance', 'who is in the room'),
    },
    {
      key: 'Recording',
      value: consentInWords(sitting),
      change: change('recording-consent', 'who agrees to a recording'),
    },
    { key: 'Clock', value: <ClockTag loaded={loaded} /> },
  ]
}

const consentInWords = (sitting: Sitting): string =>
  refusalOf(sitting) === null ? 'Everybody has said yes' : `Not possible: ${yesInWords(sitting)}`

export const yesInWords = ({ present }: Sitting): string =>
  present.length === 0
    ? 'nobody is in the room'
    : `${present.filter((one) => one.agreesToRecording).length} of ${present.length} have said yes`

const ClockTag = ({ loaded: { room, mentees } }: Pick<OpenProps, 'loaded'>) => {
  const name = mentees.find(({ menteeId }) => menteeId === room.current?.menteeId)?.name
  if (name === undefined) return 'Starts on the board, with the first person you go to'
  return (
    <>
      <Tag colour={room.isPaused ? 'grey' : 'green'}>{room.isPaused ? 'Break' : 'Running'}</Tag>
      {` ${name}`}
    </>
  )
}

const BreakForm = ({ loaded: { programme, room }, idempotencyKey }: OpenProps) =>
  room.current === null ? null : (
    <Form
      action={`${interviewOf(programme)}/${room.isPaused ? 'resume' : 'pause'}`}
      idempotencyKey={idempotencyKey}
    >
      <input type="hidden" name="to" value={interviewOf(programme)} />
      <Button variant="secondary">{room.isPaused ? 'End the break' : 'Take a break'}</Button>
    </Form>
  )

const Ending = ({ loaded: { programme, openSitting }, idempotencyKey }: OpenProps) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">When you have finished</h2>
    {openSitting === null ? null : (
      <>
        <p>
          End the sitting when people leave. You can begin another one later, today or on another
          day.
        </p>
        <Form action={`${interviewOf(programme)}/sittings/end`} idempotencyKey={idempotencyKey}>
          <Button variant="secondary">End this sitting</Button>
        </Form>
      </>
    )}
    <p>
      When the group has said what it has to say:{' '}
      <a href={`${interviewOf(programme)}/end`}>check and end the interview</a>.
    </p>
  </section>
)
