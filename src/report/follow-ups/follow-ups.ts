/** What the waves say, as far as it may be told: pure, so that what is shown can be proved to tell of nobody. */
import { type Protocol, type RoleId, roleIds } from '../../protocol/model.ts'
import { findQuestionnaire, itemsOf } from '../../protocol/rules.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { KeptWindow } from '../../questionnaires/model.ts'
import { versionsOf, windowOf } from '../../questionnaires/windows/opening-rules.ts'
import type { Wave } from '../../sessions/follow-ups/rules.ts'
import type { Reported } from '../reported.ts'
import { coursesOf, type MedianCourse } from './courses.ts'
import { type ChoiceItem, type QuestionShown, questionShown } from './shown.ts'
import { type GroupStanding, standingOfStage } from './standing.ts'

export type GroupShown = {
  readonly role: RoleId
  readonly standing: GroupStanding
  /** Empty unless the standing is final. */
  readonly questions: readonly QuestionShown[]
}

export type FollowUps = {
  readonly waves: readonly (Wave & { readonly groups: readonly GroupShown[] })[]
  readonly courses: readonly MedianCourse[]
}

export type FollowUpsFacts = Reported & {
  readonly programme: { readonly protocol: Protocol; readonly state: ProgrammeState }
  readonly waves: readonly Wave[]
  readonly windows: readonly KeptWindow[]
  /** k in each version of the protocol under which a stage was opened. */
  readonly floors: ReadonlyMap<number, number>
  /** Groups from which answers were taken out since the first wave opened. */
  readonly takenOut: ReadonlySet<RoleId>
}

type At = { readonly role: RoleId; readonly stage: number }

const standingAt = (facts: FollowUpsFacts, { role, stage }: At): GroupStanding => {
  const standing = standingOfStage({ ...facts, stage })
  if (standing !== 'final') return standing
  if (wasFloorRaised(facts, stage)) return 'floor_raised'
  return facts.takenOut.has(role) ? 'taken_out' : standing
}

/** Since the stage opened, or the first wave: nothing was shown before. Bands of 5, 6, 7 … together tell the number itself. */
const wasFloorRaised = (
  { programme, waves, windows, floors }: FollowUpsFacts,
  stage: number,
): boolean => {
  const firstOf = (stages: readonly number[]) =>
    Math.min(...stages.flatMap((one) => versionsOf(windowOf(windows, one))))
  const since = Math.max(firstOf([stage]), firstOf(waves.map((wave) => wave.stage)))
  const { anonymityFloor } = programme.protocol.rules
  return (floors.get(since) ?? anonymityFloor) < anonymityFloor
}

export const followUpsShown = (facts: FollowUpsFacts): FollowUps => ({
  waves: facts.waves.map((wave) => ({ ...wave, groups: groupsOf(facts, wave.stage) })),
  courses: coursesOf(facts, (at) => standingAt(facts, at) === 'final'),
})

const groupsOf = (facts: FollowUpsFacts, stage: number): readonly GroupShown[] =>
  roleIds
    .filter((role) => findQuestionnaire(facts.programme.protocol, stage)?.asks[role] !== undefined)
    .map((role) => {
      const standing = standingAt(facts, { role, stage })
      const questions = standing === 'final' ? questionsOf(facts, { role, stage }) : []
      return { role, standing, questions }
    })

const questionsOf = (
  { programme: { protocol }, study }: FollowUpsFacts,
  { role, stage }: At,
): readonly QuestionShown[] => {
  const step = findQuestionnaire(protocol, stage)
  const items = step === undefined ? [] : itemsOf(protocol, step, role)
  return items
    .filter((item): item is ChoiceItem => item.kind === 'single_choice')
    .map((item) => {
      const given = study.answers.filter(
        (one) => one.role === role && one.stage === stage && one.item === item.id,
      )
      const answers = given.map(({ answer }) => answer)
      return questionShown({ item, answers, floor: protocol.rules.anonymityFloor })
    })
}
