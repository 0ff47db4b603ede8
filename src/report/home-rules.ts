/** What a mentor or a mentee has to do now, and what comes later. */
import { dayInWords } from '../lib/dates.ts'
import type { ParticipantState } from '../people/model.ts'
import type { Protocol, RoleId, Step } from '../protocol/model.ts'
import { stageOf } from '../protocol/rules.ts'
import type { ProgrammeState } from '../protocol/store.ts'
import { insideSentence, plural } from '../protocol/wording/words.ts'
import type { Standing } from '../questionnaires/answering/rules.ts'
import type { StageWindow } from '../questionnaires/model.ts'
import type { HomeTask } from '../sessions/own/home-task.ts'
import { rolesOf } from './schematic.tsx'

/** A questionnaire as it stands for this person. */
export type HomeStage = {
  readonly stage: number
  readonly title: string
  readonly standing: Standing
  readonly hasBegun: boolean
}

/** Private willingness, for a mentor while it can be given. */
export type HomeWillingness = {
  readonly hasSaid: boolean
  /** People whom the mentor has not been asked about before. */
  readonly newcomers: number
  /** No draw was made, and all mentors are asked to look at their choices again. */
  readonly isReopened: boolean
}

export type HomeFacts = {
  readonly role: RoleId
  readonly state: ParticipantState
  readonly programme: ProgrammeState
  readonly protocol: Protocol
  readonly asksCharacteristics: boolean
  readonly hasStated: boolean
  readonly stages: readonly HomeStage[]
  readonly windows: readonly StageWindow[]
  /** Null: it cannot be given now. */
  readonly willingness: HomeWillingness | null
  /** Private vetoes can be said now. Whether any were is not looked at: the page is the same. */
  readonly asksVetoes: boolean
  /** The group interview is going on, and this person is in the room. */
  readonly isInInterview: boolean
  /** Documents of their group that wait for their answer. */
  readonly waitingSignOffs: number
  /** The document for their session is there. */
  readonly hasPromptSheet: boolean
  /** Their names; null: pairs have not been published. */
  readonly partners: readonly string[] | null
  /** What the sessions ask of them, from the ground rules to what stays. */
  readonly sessionTasks: readonly HomeTask[]
}

export const tasksNow = (facts: HomeFacts): readonly HomeTask[] => {
  if (facts.programme === 'closed') return []
  switch (facts.state) {
    case 'invited':
      return [consentTask]
    case 'agreed':
      return [
        ...aboutYouTasks(facts),
        ...stageTasks(facts),
        ...willingTasks(facts),
        ...vetoTasks(facts),
        ...signOffTasks(facts),
        ...facts.sessionTasks,
      ]
    case 'declined':
    case 'withdrawn':
      return []
  }
}

const consentTask: HomeTask = {
  label: 'Read the information and say whether you take part',
  path: '/consent',
  status: 'incomplete',
  hint: 'It is your choice. You can say no without a reason',
}

const aboutYouTasks = ({ asksCharacteristics, hasStated }: HomeFacts): readonly HomeTask[] =>
  asksCharacteristics
    ? [
        {
          label: 'About you',
          path: '/about-you',
          status: hasStated ? 'completed' : 'incomplete',
          hint: 'A few questions about yourself. You can leave out any of them',
        },
      ]
    : []

const stageTasks = ({ stages, windows }: HomeFacts): readonly HomeTask[] =>
  stages.flatMap(({ stage, title, standing, hasBegun }): readonly HomeTask[] => {
    const path = `/questionnaires/${stage}`
    if (standing === 'answered') {
      return [{ label: title, path, status: 'completed', hint: 'Sent' }]
    }
    if (standing !== 'open' && standing !== 'late') return []
    const last = windows.find((one) => one.stage === stage)?.closesOn ?? null
    const hint = hasBegun ? 'Begun: what you typed is kept' : 'Not answered yet'
    return [
      { label: title, path, status: 'incomplete', hint: `${hint}${untilWhen(standing, last)}` },
    ]
  })

const untilWhen = (standing: 'open' | 'late', last: string | null): string => {
  if (standing === 'late') return '. It has closed, but you can still answer'
  return last === null ? '' : `. The last day to answer is ${dayInWords(last)}`
}

const willingTasks = ({ willingness, protocol }: HomeFacts): readonly HomeTask[] => {
  if (willingness === null) return []
  const { hasSaid, newcomers } = willingness
  const isDone = hasSaid && newcomers === 0
  return [
    {
      label: `Say which ${plural(protocol, 'mentee')} you would mentor`,
      path: '/willing',
      status: isDone ? 'completed' : 'incomplete',
      hint: willingHint(willingness, isDone),
    },
  ]
}

const willingHint = (
  { hasSaid, newcomers, isReopened }: HomeWillingness,
  isDone: boolean,
): string => {
  if (isDone && isReopened) return 'Private. Your choices are open again: look at them'
  if (isDone) return 'Private. You can change it until the draw'
  if (!hasSaid) return 'Private: only the draw uses it'
  return newcomers === 1 ? '1 more person has joined' : `${newcomers} more people have joined`
}

const vetoTasks = ({ asksVetoes, protocol }: HomeFacts): readonly HomeTask[] =>
  asksVetoes
    ? [
        {
          label: `Say whether there is a ${insideSentence(protocol.roles.mentor.label)} you do not want to be paired with`,
          path: '/vetoes',
          status: 'optional',
          hint: 'Private: only the draw uses it. You can change it until it is closed for the draw',
        },
      ]
    : []

const signOffTasks = ({ waitingSignOffs: waiting }: HomeFacts): readonly HomeTask[] =>
  waiting === 0
    ? []
    : [
        {
          label: 'Sign off what your group says',
          path: '/sign-off',
          status: 'incomplete',
          hint: waiting === 1 ? '1 document waits for you' : `${waiting} documents wait for you`,
        },
      ]

/** `on`: YYYY-MM-DD, where it is planned. */
export type HomeStep = { readonly title: string; readonly on: string | null }

/** The steps of this person that have not begun; of a stage that has closed or is open nothing is still to come. */
export const stepsToCome = ({
  protocol,
  role,
  windows,
  partners,
}: HomeFacts): readonly HomeStep[] => {
  const begun = (step: Step): boolean => {
    const stage = stageOf(step)
    const window = windows.find((one) => one.stage === stage)
    const isPublished = step.kind === 'allocation' && partners !== null
    return isPublished || (window !== undefined && window.state !== 'not_open')
  }
  const last = protocol.steps.findLastIndex(begun)
  return protocol.steps
    .slice(last + 1)
    .filter((step) => rolesOf(step).includes(role))
    .map((step) => {
      const window = windows.find((one) => one.stage === stageOf(step))
      return { title: step.title, on: window?.opensOn ?? null }
    })
}
