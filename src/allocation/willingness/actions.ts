/** A mentor says in private whom they would mentor. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { respondentOf } from '../../platform/keys.ts'
import { loadWilling } from './load-willing.ts'
import { decideWillingness, type Replies, type WillingProblem } from './willing-rules.ts'
import { replaceWillingnessOf } from './willing-store.ts'

export type WillingnessGiven = {
  readonly programmeId: string
  readonly mentorId: string
  readonly replies: Replies
}

/** `willingness.not_taken`: the page says why. */
export type GivingProblem = WillingProblem | { readonly kind: 'willingness.not_taken' }

/** Whoever says it stays out of the audit log, and so does what they said. */
export const giveWillingness = (scope: Omit<ActionScope, 'actor'>, given: WillingnessGiven) =>
  keepWillingness({ ...scope, actor: { kind: 'participant', id: null } }, given)

const keepWillingness = action(
  'willingness.given',
  async (context, given: WillingnessGiven): Promise<Result<Done<null>, GivingProblem>> => {
    const { tx } = context
    const { mentorId, replies } = given
    const willing = await loadWilling(tx, { ...context, ...given })
    if (willing === null || willing.standing !== 'open')
      return fail({ kind: 'willingness.not_taken' })
    const { programme, offered } = willing
    const said = decideWillingness(offered, replies, programme.protocol.rules)
    if (!said.ok) return said
    const pseudonymOf = (id: string): string => respondentOf(programme.programmeKey, id)
    await replaceWillingnessOf(tx, programme, {
      mentor: pseudonymOf(mentorId),
      said: new Map([...said.value].map(([id, isWilling]) => [pseudonymOf(id), isWilling])),
    })
    return ok({ value: null })
  },
)
