/** Figure 1: the programme as its protocol defines it, step by step, with the people at each point. */
import type { ReactNode } from 'react'
import type { InterviewState } from '../interview/model.ts'
import {
  type Protocol,
  type QuestionnaireStep,
  type RoleId,
  roleIds,
  type Step,
} from '../protocol/model.ts'
import { stageOf } from '../protocol/rules.ts'
import { counted, insideSentence, peopleOf } from '../protocol/wording/words.ts'
import { progressWords } from '../questionnaires/windows/collecting-pages.tsx'
import type { StageProgress } from '../questionnaires/windows/collecting-rules.ts'
import { classNames } from '../web/components/class-names.ts'
import { each } from '../web/components/each.ts'
import { Tag } from '../web/components/tag.tsx'
import type { Analysis } from './analysis.ts'
import { peopleAnswering, peopleInPhase } from './people-at.ts'
import { allocationLabel } from './sentences/allocation.ts'

/**
 * `everything`: how many took part, left, answered, met. `people`: how many took part and were paired, and not
 * who answered or left. `progress`: the same, and whether each stage has enough. null: the steps alone.
 */
export type ShownCounts =
  | { readonly analysis: Analysis; readonly show: 'everything' | 'people' }
  | {
      readonly analysis: Analysis
      readonly show: 'progress'
      readonly stages: readonly StageProgress[]
      /** Null: none was held here, and none will be. */
      readonly interview: InterviewState | null
    }
  | null

type SchematicProps = { readonly protocol: Protocol; readonly counts: ShownCounts }

/** Who a step is for: a questionnaire says so itself, the group interview is the mentors'. */
export const rolesOf = (step: Step): readonly RoleId[] => {
  switch (step.kind) {
    case 'questionnaire':
      return roleIds.filter((role) => step.asks[role] !== undefined)
    case 'interview':
      return ['mentor']
    case 'allocation':
    case 'session':
      return roleIds
  }
}

const Counts = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul className="app-schematic__counts">
      {each(lines, (line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

const stepCounts = (step: Step, { protocol, counts }: SchematicProps): readonly string[] => {
  if (counts === null) return []
  const { sessions } = counts.analysis
  switch (step.kind) {
    case 'questionnaire':
      return questionnaireLines(step, protocol, counts)
    case 'interview':
      return interviewLines(step, protocol, counts)
    case 'allocation':
      return allocationLines(counts)
    case 'session':
      return [
        `${sessions.n} of ${counted(sessions.n + sessions.notTimed, 'session')} held and timed`,
      ]
  }
}

const allocationLines = ({ analysis }: NonNullable<ShownCounts>): readonly string[] => {
  const { n, notTimed } = analysis.sessions
  const label = allocationLabel(analysis)
  return [counted(n + notTimed, 'pair'), ...(label === null ? [] : [label])]
}

const interviewWords = {
  not_started: 'Not started',
  open: 'Open',
  ended: 'Ended',
} as const satisfies Record<InterviewState, string>

/** Of what is said there nothing, and of who comes only to those who study the programme. */
const interviewLines = (
  { phase }: Step,
  protocol: Protocol,
  counts: NonNullable<ShownCounts>,
): readonly string[] => {
  switch (counts.show) {
    case 'everything': {
      const mentors = peopleInPhase(counts.analysis, 'mentor', phase)
      return [`${peopleOf(protocol, 'mentor', mentors)} in phase ${phase}`]
    }
    case 'progress':
      return counts.interview === null ? [] : [interviewWords[counts.interview]]
    case 'people':
      return []
  }
}

const questionnaireLines = (
  step: QuestionnaireStep,
  protocol: Protocol,
  counts: NonNullable<ShownCounts>,
): readonly string[] => {
  switch (counts.show) {
    case 'everything':
      return answeringLines(step, protocol, counts.analysis)
    case 'progress':
      return progressLines(step, protocol, counts.stages)
    case 'people':
      return []
  }
}

const progressLines = (
  { stage }: QuestionnaireStep,
  protocol: Protocol,
  stages: readonly StageProgress[],
): readonly string[] =>
  (stages.find((one) => one.stage === stage)?.groups ?? []).map(
    ({ role, progress }) =>
      `${protocol.roles[role].plural}: ${insideSentence(progressWords[progress])}`,
  )

const answeringLines = (
  step: QuestionnaireStep,
  protocol: Protocol,
  analysis: Analysis,
): readonly string[] =>
  rolesOf(step).map((role) => {
    const answered = peopleAnswering(analysis, role, step.stage)
    const all = peopleOf(protocol, role, peopleInPhase(analysis, role, step.phase))
    return answered === 0 ? `No answers from ${all}` : `${answered} of ${all} answered`
  })

const laneOf = (roles: readonly RoleId[]): string =>
  roles.length === 1 ? (roles[0] ?? 'both') : 'both'

const tagColours = { mentor: 'blue', mentee: 'purple' } as const

const RoleTags = ({
  protocol,
  roles,
}: {
  readonly protocol: Protocol
  readonly roles: readonly RoleId[]
}) =>
  each(roles, (role) => (
    <>
      <Tag colour={tagColours[role]}>{protocol.roles[role].plural}</Tag>{' '}
    </>
  ))

type BoxProps = {
  readonly lane: string
  /** Leaving is beside the way; who takes part stands before it. Neither leads on to the next box. */
  readonly isAside?: boolean
  readonly isStart?: boolean
  readonly children: ReactNode
}

const Box = ({ lane, isAside, isStart, children }: BoxProps) => (
  <li
    className={classNames(
      'app-schematic__step',
      `app-schematic__step--${lane}`,
      isAside && 'app-schematic__step--aside',
      isStart && 'app-schematic__step--start',
    )}
  >
    {children}
  </li>
)

const StepBox = ({ step, ...props }: SchematicProps & { readonly step: Step }) => {
  const stage = stageOf(step)
  const roles = rolesOf(step)
  return (
    <Box lane={laneOf(roles)}>
      <p className="app-schematic__tags">
        <RoleTags protocol={props.protocol} roles={roles} />
        {stage === null ? null : <span className="app-schematic__stage">Stage {stage}</span>}
      </p>
      <p className="app-schematic__title">{step.title}</p>
      <p className="app-schematic__text">{step.description}</p>
      <Counts lines={stepCounts(step, props)} />
    </Box>
  )
}

const StartBox = ({ role, protocol, counts }: SchematicProps & { readonly role: RoleId }) => {
  const n = counts?.analysis.participants[role].n
  return (
    <Box lane={role} isStart>
      <p className="app-schematic__tags">
        <RoleTags protocol={protocol} roles={[role]} />
      </p>
      <p className="app-schematic__text">{protocol.roles[role].description}</p>
      <Counts lines={n === undefined ? [] : [`${peopleOf(protocol, role, n)} took part`]} />
    </Box>
  )
}

type LeavingProps = SchematicProps & { readonly role: RoleId; readonly phase: number }

const LeavingBox = ({ role, phase, protocol, counts }: LeavingProps) => {
  if (counts?.show !== 'everything') return null
  const { participants } = counts.analysis
  const left = participants[role].left.find(({ afterPhase }) => afterPhase === phase)
  return left === undefined ? null : (
    <Box lane={role} isAside>
      <p className="app-schematic__title">
        {peopleOf(protocol, role, left.n)} left after phase {phase}
      </p>
      <p className="app-schematic__text">
        What they gave before is in the study, unless they asked for its removal.
      </p>
    </Box>
  )
}

const Phase = ({ phase, ...props }: SchematicProps & { readonly phase: number }) => (
  <li className="app-schematic__phase">
    <p className="app-schematic__phase-name">Phase {phase}</p>
    <ol className="app-schematic__steps">
      {each(
        props.protocol.steps.filter((step) => step.phase === phase),
        (step) => (
          <StepBox step={step} {...props} />
        ),
      )}
      {each(roleIds, (role) => (
        <LeavingBox role={role} phase={phase} {...props} />
      ))}
    </ol>
  </li>
)

/** A list in the order of the programme; drawn as two lanes where there is room. */
export const Schematic = (props: SchematicProps) => (
  <figure className="app-schematic" aria-labelledby="schematic-title">
    <figcaption className="app-figure__title" id="schematic-title">
      Figure 1. Schematic of the programme
    </figcaption>
    <ol className="app-schematic__phases">
      <li className="app-schematic__phase">
        <p className="app-schematic__phase-name">Who takes part</p>
        <ol className="app-schematic__steps">
          {each(roleIds, (role) => (
            <StartBox role={role} {...props} />
          ))}
        </ol>
      </li>
      {each([...new Set(props.protocol.steps.map(({ phase }) => phase))], (phase) => (
        <Phase phase={phase} {...props} />
      ))}
    </ol>
  </figure>
)
