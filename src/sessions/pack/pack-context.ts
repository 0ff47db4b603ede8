/** What the doors of a reflection pack have in common: whose it is, and how it stands. */
import * as z from 'zod'
import type { Reply, RouteContext } from '../../web/route.ts'
import { type LoadedPack, loadPack } from './load-pack.ts'

export const packParams = z.object({ programme: z.uuid() })
export const packForm = z.object({ idempotencyKey: z.uuid() })

export type PackContext<Input = unknown> = RouteContext<z.infer<typeof packParams>, Input>

export const who = ['mentee'] as const

export const withPack = async (
  { person, scope, params, read, signInToken }: PackContext,
  show: (loaded: LoadedPack) => Promise<Reply> | Reply,
): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const owner = { organisationId, programmeId: params.programme, participantId: person.personId }
  const loaded = await read((tx) => loadPack(tx, { owner, masterKey, token: signInToken }))
  return loaded === null ? { kind: 'not_found' } : show(loaded)
}

/** Every page of the pack is opened by somebody who is signed in. */
export const tokenOf = ({ signInToken }: PackContext): string => {
  if (signInToken === null) throw new Error('Nobody is signed in.')
  return signInToken
}
