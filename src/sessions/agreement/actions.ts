/** One of a pair agrees to the ground rules. */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { putAgreement } from './agreement-store.ts'
import { loadAgreement } from './load-agreement.ts'
import { type AgreementProblem, decideAgreement, type GivenAgreement } from './rules.ts'

export type Agreeing = GivenAgreement & {
  readonly programmeId: string
  readonly participantId: string
}

/**
 * The audit log says that one of the pair agreed, and not which: two names beside one pair would tell whoever reads it
 * who is paired with whom.
 */
export const agreeToGroundRules = (scope: Omit<ActionScope, 'actor'>, given: Agreeing) =>
  keepAgreement({ ...scope, actor: { kind: 'participant', id: null } }, given)

const keepAgreement = action(
  'ground_rules.agreed',
  async (context, given: Agreeing): Promise<Result<Done<null>, AgreementProblem>> => {
    const { tx, now } = context
    const loaded = await loadAgreement(tx, { ...context, ...given })
    if (loaded === null) return fail({ kind: 'agreement.not_asked' })
    const { programme, rulesSha256 } = loaded
    const decided = decideAgreement(loaded, given)
    if (!decided.ok) return decided
    const { pairId } = decided.value
    const { participantId } = given
    const agreedOn = dayOf(now)
    await putAgreement(tx, programme, { pairId, participantId, rulesSha256, agreedOn })
    return ok({ value: null, subject: pairId, details: { rulesSha256 } })
  },
)
