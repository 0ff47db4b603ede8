/** What somebody may say about their time, and what a group has said. */
import { listTimes } from '../../interview/sittings/clock-store.ts'
import { listContributors } from '../../interview/store.ts'
import { listRespondents } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { respondentOf } from '../../platform/keys.ts'
import { roleIds } from '../../protocol/model.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { completionKeyOf, listCompletions } from '../../questionnaires/completion-store.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import type { TimeBand } from './model.ts'
import { type GroupTime, groupTimes, ownSteps, type TimeStep } from './rules.ts'
import { listTimeUses } from './time-use-store.ts'

export type OwnTimes = {
  readonly respondent: string
  /** Those that they took part in. None: they are not asked, or have done nothing yet. */
  readonly steps: readonly (TimeStep & { readonly band: TimeBand | null })[]
}

export const loadOwnTimes = async (
  tx: Transaction,
  { programme, participant, pairs }: OwnPairs,
): Promise<OwnTimes> => {
  const { participantId, role } = participant
  const respondent = respondentOf(programme.programmeKey, participantId)
  if (programme.state !== 'open' || participant.state !== 'agreed') return { respondent, steps: [] }
  const contributors = await listContributors(tx, programme)
  const said = (await listTimeUses(tx, programme)).filter((one) => one.respondent === respondent)
  const steps = ownSteps(programme.protocol, {
    role,
    answered: await loadAnswered(tx, programme, participantId),
    wasInterviewed: contributors.some((one) => one.participantId === participantId),
    hasPair: pairs.length > 0,
    hasMet: pairs.some(({ sessions }) => sessions.length > 0),
  })
  const bandOf = ({ step }: TimeStep) => said.find((one) => one.step === step)?.band ?? null
  return { respondent, steps: steps.map((step) => ({ ...step, band: bandOf(step) })) }
}

const loadAnswered = async (
  tx: Transaction,
  programme: OpenProgramme,
  participantId: string,
): Promise<ReadonlySet<number>> => {
  const completions = await listCompletions(tx, programme)
  return new Set(
    [...completions].flatMap(([stage, keys]) => {
      const key = completionKeyOf(programme.programmeKey, { stage, participantId })
      return keys.has(key.toString('hex')) ? [stage] : []
    }),
  )
}

export type TimeUsed = {
  readonly groups: readonly GroupTime[]
  /** Of all mentees together; null: the clock of the interview has not run. */
  readonly interviewSeconds: number | null
}

export const loadTimeUsed = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<TimeUsed> => {
  const roles = new Map(
    (await listRespondents(tx, programme)).map(({ respondent, role }) => [respondent, role]),
  )
  const said = (await listTimeUses(tx, programme)).flatMap((one) => {
    const role = roles.get(one.respondent)
    return role === undefined ? [] : [{ ...one, role }]
  })
  const seconds = [...(await listTimes(tx, programme)).values()].reduce((sum, one) => sum + one, 0)
  return {
    groups: groupTimes(programme.protocol, said, roleIds),
    interviewSeconds: seconds === 0 ? null : seconds,
  }
}
