/** Whom a mentee may name to book for them. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'

export type TypedDelegate = { readonly name: string; readonly email: string }

export type DelegateProblem = {
  readonly kind:
    | 'delegate.not_asked'
    | 'delegate.no_name'
    | 'delegate.name_too_long'
    | 'delegate.not_an_address'
}

export const longestName = 100

/** While they take part, with a partner or before they have one. */
export const mayHaveDelegate = ({
  programme,
  participant,
}: Pick<OwnPairs, 'programme' | 'participant'>): boolean =>
  programme.state === 'open' && participant.role === 'mentee' && participant.state === 'agreed'

/** @param isAddress whether this has the form of an email address */
export const decideDelegate = (
  own: Pick<OwnPairs, 'programme' | 'participant'>,
  typed: TypedDelegate,
  isAddress: (text: string) => boolean,
): Result<TypedDelegate, DelegateProblem> => {
  const name = typed.name.replaceAll(/\p{Cc}/gu, ' ').trim()
  const email = typed.email.trim()
  if (!mayHaveDelegate(own)) return fail({ kind: 'delegate.not_asked' })
  if (name === '') return fail({ kind: 'delegate.no_name' })
  if (name.length > longestName) return fail({ kind: 'delegate.name_too_long' })
  return isAddress(email) ? ok({ name, email }) : fail({ kind: 'delegate.not_an_address' })
}
