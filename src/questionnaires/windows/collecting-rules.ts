/** How far each stage has come, as far as a lead may know it: never who has answered, and no number below k. */
import type { ParticipantState } from '../../people/model.ts'
import {
  type Protocol,
  type QuestionnaireStep,
  type RoleId,
  roleIds,
} from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { KeptWindow, WindowState } from '../model.ts'
import { versionsOf, windowOf } from './opening-rules.ts'
import { isSessionStage } from './session-stages.ts'

/**
 * Of one group at one stage. `too_small`: fewer than k people are asked, so that “enough” would never come and
 * anything else would tell who has answered.
 */
export const progresses = ['not_open', 'collecting', 'enough', 'too_small', 'closed'] as const
export type Progress = (typeof progresses)[number]

export type GroupProgress = { readonly role: RoleId; readonly progress: Progress }

export type StageProgress = {
  readonly stage: number
  readonly title: string
  readonly description: string
  readonly asksWillingness: boolean
  /** It opens for each pair by itself, once the pair has met. */
  readonly opensWithSession: boolean
  /** It is open for some pairs, and not yet for everybody. */
  readonly isWaitedFor: boolean
  /** Of a wave of follow-up, which opens by itself so many months after the last session; null: it is none. */
  readonly followUpMonths: number | null
  readonly window: KeptWindow
  /** Under which it was or is open; more than one where it was opened again after a change. */
  readonly versions: readonly number[]
  readonly groups: readonly GroupProgress[]
}

/** A participant as a stage sees them: what they are, and at which stages they have answered. */
export type Answering = {
  readonly role: RoleId
  readonly state: ParticipantState
  readonly answered: ReadonlySet<number>
}

type CollectingFacts = {
  readonly protocol: Protocol
  readonly state: ProgrammeState
  readonly windows: readonly KeptWindow[]
  /** Stages for which some wait until their session is recorded. */
  readonly waitedFor: ReadonlySet<number>
  readonly people: readonly Answering[]
}

export const stageProgress = (facts: CollectingFacts): readonly StageProgress[] =>
  questionnairesOf(facts.protocol).map((step) => {
    const window = windowOf(facts.windows, step.stage)
    return {
      stage: step.stage,
      title: step.title,
      description: step.description,
      asksWillingness: step.willingness,
      opensWithSession: isSessionStage(facts.protocol, step.stage),
      isWaitedFor: facts.waitedFor.has(step.stage),
      followUpMonths: step.followUpMonths ?? null,
      window,
      versions: [...new Set(versionsOf(window))],
      groups: groupsOf(facts, step, facts.state === 'closed' ? 'closed' : window.state),
    }
  })

const groupsOf = (
  { protocol, people }: CollectingFacts,
  { asks, stage }: QuestionnaireStep,
  state: WindowState,
): readonly GroupProgress[] =>
  roleIds
    .filter((role) => asks[role] !== undefined)
    .map((role) => {
      const group = people.filter((person) => person.role === role)
      const asked = group.filter(({ state }) => state === 'agreed' || state === 'invited').length
      const answered = group.filter((person) => person.answered.has(stage)).length
      const floor = protocol.rules.anonymityFloor
      return { role, progress: progressOf({ state, asked, answered, floor }) }
    })

type Counts = {
  readonly state: WindowState
  /** People who have agreed, or still may. */
  readonly asked: number
  readonly answered: number
  /** k of the protocol. */
  readonly floor: number
}

export const progressOf = ({ state, asked, answered, floor }: Counts): Progress => {
  if (state !== 'open') return state
  if (asked < floor) return 'too_small'
  return answered >= floor ? 'enough' : 'collecting'
}
