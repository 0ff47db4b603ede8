/** What people said of their sessions, on scales alone: nothing below k, and the same for everybody who may see it. */
import type { StoredPulse } from '../../sessions/pulse/model.ts'
import { type PulseQuestion, pulseQuestions, pulseScale } from '../../sessions/pulse/questions.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Table } from '../../web/components/table.tsx'
import { type PulseSummary, summarisePulses } from '../analysis/pulses.ts'
import { showNumberOrDash } from '../show.ts'
import type { Study } from '../study.ts'
import { Section } from './section.tsx'

type PulsesProps = {
  readonly study: Study
  readonly pulses: readonly StoredPulse[]
}

export const PulsesPart = ({ study, pulses }: PulsesProps) => {
  const { sessionsPerPair: sessions, anonymityFloor: floor } = study.protocol.rules
  if (sessions === 1) return null
  const shown = summarisePulses(pulses, { sessions, floor }).flatMap(rowOf)
  return (
    <Section level={2} title="How people found their sessions">
      {shown.length === 0 ? (
        <InsetText>
          {`After each session both are asked three short questions. The answers are summarised once ${floor} people have answered one about the same session, the first or a later one.`}
        </InsetText>
      ) : (
        <Table
          id="pulses"
          caption={`From 1 (${pulseScale[0].toLowerCase()}) to 5 (${pulseScale[4].toLowerCase()})`}
          captionSize="s"
          columns={[
            { header: 'Session' },
            { header: 'Statement' },
            { header: 'n', isNumeric: true },
            { header: 'Median', isNumeric: true },
          ]}
          rows={shown}
        />
      )}
    </Section>
  )
}

const rowOf = ({ number, question, spread }: PulseSummary) =>
  spread === null
    ? []
    : [[number, statementOf(question), spread.n, showNumberOrDash(spread.median)]]

const statementOf = (question: PulseQuestion): string =>
  pulseQuestions.find(({ id }) => id === question)?.statement ?? question
