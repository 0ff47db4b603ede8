/** Which questionnaires open by themselves for a pair, once it has met. */
import type { Protocol } from '../../protocol/model.ts'

/** `afterSessions`: how many sessions of a pair must be recorded before the stage opens for it. */
export type SessionStage = { readonly stage: number; readonly afterSessions: number }

/**
 * The first questionnaire after each step of sessions, where it comes before the next such step; a follow-up wave has a
 * time of its own. Steps share the sessions of a pair evenly: of six in two steps, the first step has three.
 */
export const sessionStagesOf = ({ steps, rules }: Protocol): readonly SessionStage[] => {
  const places = steps.flatMap(({ kind }, place) => (kind === 'session' ? [place] : []))
  return places.flatMap((place, index): readonly SessionStage[] => {
    const next = steps
      .slice(place + 1, places[index + 1])
      .find(({ kind }) => kind === 'questionnaire')
    if (next?.kind !== 'questionnaire' || next.followUpMonths !== undefined) return []
    const afterSessions = Math.ceil((rules.sessionsPerPair * (index + 1)) / places.length)
    return [{ stage: next.stage, afterSessions }]
  })
}

export const isSessionStage = (protocol: Protocol, stage: number): boolean =>
  sessionStagesOf(protocol).some((one) => one.stage === stage)
