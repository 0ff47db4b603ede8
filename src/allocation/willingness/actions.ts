/** A mentor says in private whom they would mentor. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { respondentOf } from '../../platform/keys.ts'
import { loadWilling } from './load-willing.ts'
import { decideReplies, type Replies, type WillingProblem } from './willing-replies.ts'
import { putLimitOf, replaceWillingnessOf } from './willing-store.ts'

export type WillingnessGiven = {
  readonly programmeId: string
  readonly mentorId: string
  readonly replies: Replies
}

/** `willingness.not_taken`: the page says why. */
export type GivingProblem = WillingProblem | { readonly kind: 'willingness.not_taken' }

/**
 * Whoever says it stays out of the audit log, and so does what they said. Without an idempotency key: it replaces what
 * was said before, so saying it twice is saying it once, and going back to the form and sending it again counts.
 */
export const giveWillingness = (
  scope: Omit<ActionScope, 'actor' | 'idempotencyKey'>,
  given: WillingnessGiven,
) =>
  keepWillingness(
    { ...scope, actor: { kind: 'participant', id: null }, idempotencyKey: null },
    given,
  )

const keepWillingness = action(
  'willingness.given',
  async (context, given: WillingnessGiven): Promise<Result<Done<null>, GivingProblem>> => {
    const { tx } = context
    const { mentorId, replies } = given
    const willing = await loadWilling(tx, { ...context, ...given })
    if (willing === null || willing.standing !== 'open')
      return fail({ kind: 'willingness.not_taken' })
    const { programme, offered } = willing
    const answers = decideReplies(offered, replies, programme.protocol.rules)
    if (!answers.ok) return answers
    const { said, ranks, most } = answers.value
    const pseudonymOf = (id: string): string => respondentOf(programme.programmeKey, id)
    const mentor = pseudonymOf(mentorId)
    await replaceWillingnessOf(tx, programme, {
      mentor,
      said: [...said].map(([id, isWilling]) => ({
        mentee: pseudonymOf(id),
        isWilling,
        rank: ranks.get(id) ?? null,
      })),
    })
    if (most !== null) await putLimitOf(tx, programme, { mentor, most })
    return ok({ value: null })
  },
)
