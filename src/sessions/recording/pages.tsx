/** Either of a pair records that they met; afterwards, what is recorded and what comes next. */
import type { ReactNode } from 'react'
import { dayInWords } from '../../lib/dates.ts'
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import { modeWords } from '../planning/meeting-words.ts'
import { hasDocument, notRecorded } from '../preparation/preparation-words.ts'
import { hasPulses } from '../pulse/rules.ts'
import type { StoredSession } from '../store.ts'
import { addressOfRecording } from './addresses.ts'
import type { SessionQuestionnaire } from './load-recording.ts'
import { type RecordingErrors, summaryOf } from './problems.ts'
import { SessionFields } from './record-form.tsx'
import type { RecordingStanding } from './rules.ts'
import type { TypedSession } from './typed-session.ts'

type FrameProps = {
  readonly own: OwnPairs
  readonly title: string
  readonly errors?: RecordingErrors
  readonly children: ReactNode
}

export const RecordingFrame = ({ own, title, errors = {}, children }: FrameProps) => {
  const base = `/programmes/${own.programme.programmeId}`
  return (
    <TitledPage caption={own.programme.name} title={title} errors={summaryOf(errors)}>
      <InsetText>{notRecorded}</InsetText>
      {children}
      <p>
        Did something worry you? <a href={`${base}/concern`}>How to raise a concern</a>
      </p>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </TitledPage>
  )
}

export const recordingTitle = 'Record your session'

export type PairProps = {
  readonly own: OwnPairs
  readonly pair: OwnPair
  readonly questionnaires: readonly SessionQuestionnaire[]
  readonly typed: TypedSession
  readonly errors: RecordingErrors
  readonly idempotencyKey: string
}

export const RecordPage = (props: PairProps) => {
  const { own, pair, errors } = props
  const most = own.programme.protocol.rules.sessionsPerPair
  const { length: recorded } = pair.sessions
  return (
    <RecordingFrame own={own} title={titleFor(recorded, most)} errors={errors}>
      <p>
        {`You and ${pair.partner.name}. Either of you can record that you met, and either can put it right until the programme closes. Once is enough: it counts for both.`}
      </p>
      {recorded === 0 ? null : (
        <>
          <Recorded own={own} pair={pair} />
          <WhatComesNext {...props} />
        </>
      )}
      {recorded < most ? <RecordForm {...props} /> : null}
    </RecordingFrame>
  )
}

const titleFor = (recorded: number, most: number): string => {
  if (recorded < most) return recordingTitle
  return most === 1 ? 'Your session is recorded' : `All ${most} sessions are recorded`
}

type OfPair = Pick<PairProps, 'own' | 'pair'>

const nameOf = (place: number, { length }: readonly StoredSession[]): string =>
  length === 1 ? 'Session' : `Session ${place + 1}`

const Recorded = ({ own, pair }: OfPair) => {
  const { sessions, partner } = pair
  const mayCorrect = own.programme.state === 'open'
  return (
    <SummaryList
      rows={sessions.map((session, place) => ({
        key: nameOf(place, sessions),
        value: sessionInWords(session),
        change: mayCorrect
          ? {
              href: addressOfRecording(own, { partner, session: session.sessionId }),
              label: 'Correct',
              hiddenLabel: nameOf(place, sessions).toLowerCase(),
            }
          : undefined,
      }))}
    />
  )
}

const sessionInWords = ({ heldOn, durationMinutes, mode }: StoredSession): string =>
  [
    heldOn === null ? 'Day not recorded' : dayInWords(heldOn),
    durationMinutes === null ? 'length not recorded' : `${durationMinutes} minutes`,
    ...(mode === null ? [] : [modeWords[mode].toLowerCase()]),
  ].join(', ')

const isOpen = ({ standing }: SessionQuestionnaire): boolean =>
  standing === 'open' || standing === 'late'

const WhatComesNext = ({ own, questionnaires }: PairProps) => {
  const base = `/programmes/${own.programme.programmeId}`
  return (
    <>
      <h2 className="nhsuk-heading-m">What comes next</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(questionnaires.filter(isOpen), ({ stage, title }) => (
          <li>
            <a href={`${base}/questionnaires/${stage}`}>{title}</a>, open for you now
          </li>
        ))}
        {own.participant.role === 'mentee' && hasDocument(own.programme.protocol) ? (
          <li>
            <a href={`${base}/feedback`}>Read your feedback document</a>
          </li>
        ) : null}
        {hasPulses(own) ? (
          <li>
            <a href={`${base}/session/pulse`}>Three short questions about the session</a>
          </li>
        ) : null}
        <li>
          <a href={base}>See what else there is for you to do</a>
        </li>
      </ul>
    </>
  )
}

const RecordForm = (props: PairProps) => {
  const { own, pair, typed, errors, idempotencyKey } = props
  const most = own.programme.protocol.rules.sessionsPerPair
  return (
    <>
      <h2 className="nhsuk-heading-m">
        {most === 1 ? 'Once you have met' : `Session ${pair.sessions.length + 1} of ${most}`}
      </h2>
      <Form action={addressOfRecording(own)} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="partner" value={pair.partner.participantId} />
        <input type="hidden" name="known" value={pair.sessions.length} />
        <SessionFields typed={typed} errors={errors} />
        <Button>Record that we met</Button>
      </Form>
    </>
  )
}

type ChoosePartnerProps = { readonly own: OwnPairs; readonly errors: RecordingErrors }

export const ChoosePartnerPage = ({ own, errors }: ChoosePartnerProps) => (
  <RecordingFrame own={own} title={recordingTitle} errors={errors}>
    <h2 className="nhsuk-heading-m">With whom did you meet?</h2>
    <ul className="nhsuk-list">
      {each(own.pairs, ({ partner, sessions }) => (
        <li>
          <a href={addressOfRecording(own, { partner })}>{partner.name}</a>
          {sessions.length === 0 ? ': nothing recorded yet' : `: ${sessions.length} recorded`}
        </li>
      ))}
    </ul>
  </RecordingFrame>
)

type NotAskedProps = {
  readonly own: OwnPairs
  readonly standing: Exclude<RecordingStanding, 'asked'>
}

const sentences: Readonly<Record<NotAskedProps['standing'], string>> = {
  invited: 'You can record a session once you take part and have met your partner.',
  declined: 'You said that you do not want to take part, so there is nothing to record.',
  withdrawn: 'You have withdrawn from the programme, so there is nothing to record.',
  no_sessions: 'This programme has no sessions, so there is nothing to record.',
  not_open: 'The programme has not opened yet. You can record a session once you have met.',
  over: 'The programme is over. What is recorded can no longer be changed.',
  no_partner:
    'You have no partner at the moment, so there is nothing to record. If there is a partner for you, you are told by email and on your page.',
}

/** What was recorded before the programme ended stays to be read. */
export const NotAskedPage = ({ own, standing }: NotAskedProps) => (
  <RecordingFrame own={own} title={recordingTitle}>
    <p>{sentences[standing]}</p>
    {each(
      own.pairs.filter(({ sessions }) => sessions.length > 0),
      (pair) => (
        <>
          <h2 className="nhsuk-heading-m">{`With ${pair.partner.name}`}</h2>
          <Recorded own={own} pair={pair} />
        </>
      ),
    )}
  </RecordingFrame>
)
