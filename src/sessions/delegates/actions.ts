/** A mentee names who books for them, and takes it back. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { delegatePurpose } from '../../people/delivery-log/model.ts'
import { action, type Done } from '../../platform/action.ts'
import { writeMail } from '../../platform/mail.ts'
import type { Token } from '../../platform/tokens.ts'
import { loadPairsOf } from '../own/load-own-pairs.ts'
import { deleteDelegate, putDelegate } from './delegate-store.ts'
import { namedMail } from './delegate-words.ts'
import { type DelegateProblem, decideDelegate, type TypedDelegate } from './rules.ts'

type Own = { readonly programmeId: string; readonly participantId: string }

export type Naming = Own & {
  readonly typed: TypedDelegate
  /** Of the new link; the one of before ends. */
  readonly token: Token
  readonly publicUrl: string
}

const isAddress = (text: string): boolean => z.email().safeParse(text).success

export const nameDelegate = action(
  'delegate.named',
  async (
    context,
    { typed, token, publicUrl, ...own }: Naming,
  ): Promise<Result<Done<null>, DelegateProblem>> => {
    const loaded = await loadPairsOf(context.tx, { ...context, ...own })
    if (loaded === null) return fail({ kind: 'delegate.not_asked' })
    const decided = decideDelegate(loaded, typed, isAddress)
    if (!decided.ok) return decided
    const { programme, participant } = loaded
    const { participantId } = participant
    const delegate = decided.value
    await putDelegate(context.tx, programme, {
      ...{ menteeId: participantId, delegate, tokenHash: token.hash },
    })
    await writeMail(context, programme.organisationKey, {
      ...{ purpose: delegatePurpose, about: participantId, to: delegate.email },
      ...namedMail({
        ...{ name: delegate.name, mentee: participant.name, programme: programme.name },
        address: `${publicUrl}/book/${token.text}`,
      }),
    })
    return ok({ value: null, subject: participantId })
  },
)

/** Whoever has none has none afterwards. */
export const removeDelegate = action(
  'delegate.removed',
  async (
    { tx, organisationId },
    { programmeId, participantId }: Own,
  ): Promise<Result<Done<null>, DelegateProblem>> => {
    await deleteDelegate(tx, { organisationId, programmeId }, participantId)
    return ok({ value: null, subject: participantId })
  },
)
