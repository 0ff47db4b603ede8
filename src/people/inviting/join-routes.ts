/** A code leads to the page of the personal link that it stands for; everything else happens there. */
import { createElement } from 'react'
import * as z from 'zod'
import { readLetterCode } from '../../platform/letter-codes.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { codeKeyOf, linkFor } from './invitation-links.ts'
import { findInvitationsByCode } from './invitation-store.ts'
import { JoinPage } from './join-pages.tsx'

const nothing = z.object({})
const codeForm = z.object({ idempotencyKey: z.uuid(), code: z.string() })

const joinPage = (typed: string, error: string | null, idempotencyKey: string): Reply => ({
  kind: 'page',
  title: 'Enter your code',
  body: createElement(JoinPage, { typed, error, idempotencyKey }),
  ...(error === null ? {} : { status: 422 }),
})

const notACode = 'Enter the ten letters and digits of the code in your letter'
/** Never given out, of somebody removed, ended by a new one: they look the same. */
const notKnown =
  'This code does not open anything. Check it against your letter; if it is right, ask the person who runs your programme for a new one'

/**
 * A code has 50 bits, and nothing but its length limits guessing (see `platform/letter-codes.ts`). Should two people
 * ever share one, it opens neither.
 */
const join = async ({
  scope,
  input,
  newKey,
}: RouteContext<unknown, z.infer<typeof codeForm>>): Promise<Reply> => {
  const code = readLetterCode(input.code)
  if (code === null) return joinPage(input.code.slice(0, 100), notACode, newKey())
  const { database, masterKey } = scope
  const [invitation, ...others] = await findInvitationsByCode(database, codeKeyOf(masterKey, code))
  if (invitation === undefined || others.length > 0) {
    return joinPage(input.code.slice(0, 100), notKnown, newKey())
  }
  const { address } = linkFor({ masterKey, publicUrl: '' }, invitation)
  return { kind: 'redirect', to: address }
}

export const joinRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/join',
    who: 'everyone',
    params: nothing,
    input: nothing,
    handle: async ({ newKey }) => joinPage('', null, newKey()),
  }),
  route({
    method: 'POST',
    path: '/join',
    who: 'everyone',
    params: nothing,
    input: codeForm,
    handle: join,
  }),
]
