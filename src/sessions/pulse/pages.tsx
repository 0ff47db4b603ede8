/** Three short questions after a session, on a scale. */
import { listed } from '../../protocol/wording/words.ts'
import { Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { LikertGrid } from '../../web/components/likert-grid.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { notRecorded } from '../preparation/preparation-words.ts'
import type { LoadedPulse } from './load-pulse.ts'
import { pulseQuestions, pulseScale } from './questions.ts'
import type { PulseStanding, TypedPulse } from './rules.ts'

export type PulsePageProps = {
  readonly loaded: LoadedPulse
  readonly typed: TypedPulse
  readonly error: string | null
  readonly idempotencyKey: string
}

export const pulseTitle = 'How was your session?'

export const PulsePage = (props: PulsePageProps) => {
  const { loaded, error } = props
  const { programme } = loaded.own
  const base = `/programmes/${programme.programmeId}`
  const [first] = pulseQuestions
  return (
    <TitledPage
      caption={programme.name}
      title={pulseTitle}
      errors={error === null ? [] : [{ text: error, fieldId: first.id }]}
    >
      <InsetText>{notRecorded}</InsetText>
      {loaded.standing === 'asked' ? <Asked {...props} /> : <p>{wordsFor(loaded)}</p>}
      <p>
        Did something worry you? <a href={`${base}/concern`}>How to raise a concern</a>
      </p>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </TitledPage>
  )
}

const words: Readonly<Record<Exclude<PulseStanding, 'asked'>, string>> = {
  nothing_due:
    'There is nothing to answer now. You are asked three short questions after each session, once it is recorded.',
  not_used:
    'In this programme you are asked nothing after single sessions: the questionnaires are enough.',
  not_now: 'You are asked three short questions after each session while you take part.',
}

const wordsFor = ({ standing, answered }: LoadedPulse): string => {
  if (standing === 'asked') return ''
  return standing === 'nothing_due' && answered.size > 0
    ? `Thank you: you have answered about ${sessions([...answered])}. There is nothing more to answer now.`
    : words[standing]
}

const sessions = (numbers: readonly number[]): string =>
  `session${numbers.length === 1 ? '' : 's'} ${listed(numbers.toSorted((a, b) => a - b).map(String))}`

const options = pulseScale.map((label, index) => ({ value: String(index + 1), label }))

const Asked = ({ loaded, typed, error, idempotencyKey }: PulsePageProps) => {
  const { own, due } = loaded
  const [number = 1, ...later] = due
  const { protocol, programmeId } = own.programme
  return (
    <>
      <p>
        {`You can leave out any of the three. Nobody sees your own answers, your partner included. What all say is shown to whoever runs or studies the programme once ${protocol.rules.anonymityFloor} people have answered. Sent answers cannot be changed.`}
      </p>
      {own.pairs.length > 1 ? (
        <p>{`Think of session ${number} with each of your partners.`}</p>
      ) : null}
      <Form action={`/programmes/${programmeId}/session/pulse`} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="number" value={number} />
        <LikertGrid
          id="pulse"
          question={`Session ${number}`}
          options={options}
          statements={pulseQuestions.map(({ id, statement }) => ({
            ...{ name: id, label: statement, value: typed[id] },
            error: error !== null && id === pulseQuestions[0].id ? error : undefined,
          }))}
        />
        <Button>Send</Button>
      </Form>
      {later.length === 0 ? null : <p>{`After that, the same about ${sessions(later)}.`}</p>}
    </>
  )
}
