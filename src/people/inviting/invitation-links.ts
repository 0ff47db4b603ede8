/** How an invited person comes in: the personal link, and the code of a letter. Both follow from the master key. */
import { type Key, lookupKey } from '../../platform/keys.ts'
import { letterCodeOf } from '../../platform/letter-codes.ts'
import { derivedToken, type Token } from '../../platform/tokens.ts'

/** Which invitation of whom: a new generation has a new link and a new code. */
export type InvitationOf = {
  readonly organisationId: string
  readonly participantId: string
  readonly generation: number
}

export type InvitationLink = {
  readonly token: Token
  /** The personal link, in full. */
  readonly address: string
  /** Ten characters; `inGroups` shows them as in a letter. */
  readonly code: string
  /** By which the code is found again. */
  readonly codeKey: Buffer
}

type By = { readonly masterKey: Key; readonly publicUrl: string }

export const linkFor = ({ masterKey, publicUrl }: By, invitation: InvitationOf): InvitationLink => {
  const { organisationId, participantId, generation } = invitation
  const parts = ['participant', participantId, String(generation)]
  const token = derivedToken(masterKey, organisationId, parts)
  const code = letterCodeOf(masterKey, [organisationId, ...parts])
  const address = `${publicUrl}/sign-in/link/${token.text}`
  return { token, address, code, codeKey: codeKeyOf(masterKey, code) }
}

export const codeKeyOf = (masterKey: Key, code: string): Buffer =>
  lookupKey(masterKey, `letter code ${code}`)
