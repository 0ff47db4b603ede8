/** The stages of the study, and for each who was asked and who answered. */
import type { Step } from '../../protocol/model.ts'
import { stageOf } from '../../protocol/rules.ts'
import { peopleOf } from '../../protocol/wording/words.ts'
import { Table } from '../../web/components/table.tsx'
import type { Analysis } from '../analysis.ts'
import { peopleAnswering, peopleInPhase } from '../people-at.ts'
import type { Reported } from '../reported.ts'
import { rolesOf } from '../schematic.tsx'
import { StudyPage } from './section.tsx'

type StagesProps = Reported & { readonly name: string; readonly base: string }

export const StagesPage = ({ study, analysis, name, base }: StagesProps) => (
  <StudyPage
    caption={name}
    title="Stages"
    lead="Each stage has a page with what was asked, how many answered, and every summary."
  >
    <Table
      id="stages"
      caption="Stages of the study"
      columns={[
        { header: 'Stage', isNumeric: true },
        { header: 'What' },
        { header: 'Phase', isNumeric: true },
        { header: 'Answered' },
      ]}
      rows={study.protocol.steps.flatMap((step) => {
        const stage = stageOf(step)
        if (stage === null) return []
        return [
          [
            stage,
            <a key={stage} href={`${base}/stages/${stage}`}>
              {step.title}
            </a>,
            step.phase,
            answeredAt(step, { study, analysis }),
          ],
        ]
      })}
    />
  </StudyPage>
)

const answeredAt = (step: Step, { study, analysis }: Reported): string => {
  if (step.kind !== 'questionnaire') return 'Nothing is answered here'
  return rolesOf(step)
    .map((role) => answeredBy(role, step, { protocol: study.protocol, analysis }))
    .join('; ')
}

const answeredBy = (
  role: 'mentor' | 'mentee',
  { stage, phase }: Extract<Step, { kind: 'questionnaire' }>,
  {
    protocol,
    analysis,
  }: { readonly protocol: Reported['study']['protocol']; readonly analysis: Analysis },
): string =>
  `${peopleAnswering(analysis, role, stage)} of ${peopleOf(protocol, role, peopleInPhase(analysis, role, phase))}`
