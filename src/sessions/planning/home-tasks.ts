/** Planning, among what waits for a mentor or a mentee. */
import type { Transaction } from '../../platform/database.ts'
import type { RoleId } from '../../protocol/model.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'
import { mayPlanMore } from './rules.ts'

export const planningTasks = (
  _: Transaction,
  { programme: { protocol }, participant, pairs }: OwnPairs,
): readonly HomeTask[] =>
  pairs.map((pair) => {
    const { partner, plan, sessions } = pair
    const isOver = plan === null && !mayPlanMore({ protocol, held: sessions.length })
    const isDone = isOver || plan?.state === 'planned'
    return {
      label: pairs.length === 1 ? 'Plan your session' : `Plan your session with ${partner.name}`,
      path: `/session?partner=${partner.participantId}`,
      status: isDone ? 'completed' : 'incomplete',
      hint: isOver ? 'Nothing is left to plan' : hintOf(pair, participant.role),
    }
  })

const hintOf = ({ plan, partner }: OwnPair, role: RoleId): string => {
  if (plan === null) return 'Propose up to five times'
  if (plan.state === 'planned') return 'You can look at it, move it or cancel it'
  return plan.proposedBy === role
    ? `You have proposed times. ${partner.name} has not answered yet`
    : `${partner.name} has proposed times. Accept one, or propose others`
}
