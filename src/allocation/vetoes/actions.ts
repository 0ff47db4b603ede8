/** A mentee says in private with whom they do not want to be paired. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { respondentOf } from '../../platform/keys.ts'
import { loadVetoes } from './load-vetoes.ts'
import { decideVetoes, type TooMany } from './veto-rules.ts'
import { replaceVetoesOf } from './veto-store.ts'

export type VetoesGiven = {
  readonly programmeId: string
  readonly menteeId: string
  /** Participants. */
  readonly chosen: readonly string[]
}

/** `vetoes.not_taken`: the page says why. */
export type VetoProblem = TooMany | { readonly kind: 'vetoes.not_taken' }

/**
 * Whoever says it stays out of the audit log, and so does what they said. Without an idempotency key: it replaces what
 * was said before, so saying it twice is saying it once, and going back to the form and sending it again counts.
 */
export const giveVetoes = (
  scope: Omit<ActionScope, 'actor' | 'idempotencyKey'>,
  given: VetoesGiven,
) => keepVetoes({ ...scope, actor: { kind: 'participant', id: null }, idempotencyKey: null }, given)

const keepVetoes = action(
  'vetoes.given',
  async (context, given: VetoesGiven): Promise<Result<Done<null>, VetoProblem>> => {
    const { tx } = context
    const vetoes = await loadVetoes(tx, { ...context, ...given })
    if (vetoes === null || vetoes.standing !== 'open') return fail({ kind: 'vetoes.not_taken' })
    const { programme, offered } = vetoes
    const most = programme.protocol.rules.menteeVetoes ?? 0
    const named = decideVetoes(offered, given.chosen, most)
    if (!named.ok) return named
    const pseudonymOf = (id: string): string => respondentOf(programme.programmeKey, id)
    await replaceVetoesOf(tx, programme, {
      mentee: pseudonymOf(given.menteeId),
      mentors: named.value.map(pseudonymOf),
    })
    return ok({ value: null })
  },
)
