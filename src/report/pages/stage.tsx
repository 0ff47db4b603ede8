/** One stage: what was asked, and how it was answered, by group. */
import type { QuestionnaireStep, RoleId, Step } from '../../protocol/model.ts'
import { measuresOf } from '../../protocol/rules.ts'
import { peopleOf, plural } from '../../protocol/wording/words.ts'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { peopleAnswering, peopleInPhase } from '../people-at.ts'
import type { Reported } from '../reported.ts'
import { rolesOf } from '../schematic.tsx'
import { CommentsByQuestion } from './comments.tsx'
import { ItemTable } from './item-table.tsx'
import { MeasureFigure } from './measure-figure.tsx'
import { countDefinitions, Definitions, scoreDefinitions } from './methods.tsx'
import { below, type PartProps, Section, StudyPage } from './section.tsx'

export type StageStep = Extract<Step, { readonly stage: number }>

type StagePageProps = Reported & { readonly name: string; readonly step: StageStep }

export const StagePage = ({ step, name, ...reported }: StagePageProps) => (
  <StudyPage caption={`${name}: stage ${step.stage}`} title={step.title} lead={step.description}>
    <StagePart {...reported} step={step} level={2} withComments />
  </StudyPage>
)

type StagePartProps = PartProps & {
  readonly step: StageStep
  /** The printed report leaves them out: a paper travels further than a screen. */
  readonly withComments: boolean
}

export const StagePart = (props: StagePartProps) => {
  const { step, study, level } = props
  return step.kind === 'interview' ? (
    <Interview protocol={study.protocol} level={level} />
  ) : (
    <>
      {each(rolesOf(step), (role) => (
        <Group {...props} step={step} role={role} />
      ))}
      <Section level={level} title="How these numbers are made">
        <Definitions definitions={[...scoreDefinitions(props.analysis), ...countDefinitions]} />
      </Section>
    </>
  )
}

type GroupProps = Omit<StagePartProps, 'step'> & {
  readonly step: QuestionnaireStep
  readonly role: RoleId
}

const Group = (props: GroupProps) => {
  const { step, role, study, analysis, level } = props
  const { protocol } = study
  const answered = peopleAnswering(analysis, role, step.stage)
  const all = peopleOf(protocol, role, peopleInPhase(analysis, role, step.phase))
  return (
    <Section level={level} title={protocol.roles[role].plural}>
      {answered === 0 ? (
        <InsetText>
          {`This study has no answers of ${plural(protocol, role)} at stage ${step.stage}, so there is nothing to show. They would be asked about: ${askedIn(props)}.`}
        </InsetText>
      ) : (
        <>
          <p>
            {answered} of {all} answered at this stage.
          </p>
          <GroupAnswers {...props} />
        </>
      )}
    </Section>
  )
}

const askedIn = ({ study, step, role }: GroupProps): string =>
  measuresOf(study.protocol, step, role)
    .map(({ label }) => label)
    .join(', ')

const GroupAnswers = (props: GroupProps) => {
  const { step, role, study, withComments, level } = props
  return (
    <>
      {each(measuresOf(study.protocol, step, role), (measure) => (
        <MeasureFigure {...props} stage={step.stage} measure={measure} />
      ))}
      <ItemTable {...props} stage={step.stage} />
      {withComments ? (
        <CommentsByQuestion study={study} role={role} step={step} level={below(level)} />
      ) : null}
    </>
  )
}

type InterviewProps = Pick<Reported['study'], 'protocol'> & Pick<PartProps, 'level'>

const Interview = ({ protocol, level }: InterviewProps) => (
  <>
    <InsetText>
      No answers are collected at this stage: what is said becomes one document for each mentee, in
      the voice of the group, and is not part of the results.
    </InsetText>
    <Section level={level} title="What is asked about each mentee">
      {each(protocol.domains, ({ label, prompts }, place) => (
        <Section level={below(level)} title={`${place + 1}. ${label}`}>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {each(prompts.open, (prompt) => (
              <li>{prompt}</li>
            ))}
          </ul>
          {prompts.clarifying.length === 0 ? null : (
            <p>Where a reply is not clear: {prompts.clarifying.join(' ')}</p>
          )}
        </Section>
      ))}
    </Section>
  </>
)
