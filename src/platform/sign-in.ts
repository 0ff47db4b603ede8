/**
 * Signing in by a link. Opening a link shows a page with a button and nothing else; only the button spends it,
 * since mail scanners open links. A staff link lets in once and for ten minutes; a participant's link is their own
 * and stays. Other ways in (passkeys, single sign-on) end in `beginSignIn` too.
 */
import { fail, ok } from '../lib/result.ts'
import { type ActionContext, type ActionScope, action } from './action.ts'
import {
  deleteSignIn,
  findLink,
  insertSignIn,
  type Link,
  type SignIn,
  spendLink,
} from './sign-in-store.ts'
import { derivedToken, type Token } from './tokens.ts'

export const staffLinkMinutes = 10
export const signInHours = 12

export type LinkProblem = { readonly kind: 'link.not_usable' }
export const linkNotUsable: LinkProblem = { kind: 'link.not_usable' }

export const sentenceOfLinkProblem = (): string =>
  'This link can no longer be used. Links work once and for a short time: ask for a new one.'

export const isUsable = (link: Link | null, now: Date): link is Link =>
  link !== null && link.spentAt === null && (link.expiresAt === null || link.expiresAt > now)

export const minutesAfter = (time: Date, minutes: number): Date =>
  new Date(time.getTime() + minutes * 60_000)

/**
 * Whoever presses the button of a link is signed in as the person it was made for. The audit log names staff alone: who of
 * the participants signed in just before something was done about a pair would tell who is in it.
 */
export const signInByLink = action(
  'sign_in.begun',
  async (context, input: { readonly link: Token; readonly token: Token }) => {
    const link = await findLink(context.tx, input.link)
    if (!isUsable(link, context.now) || link.personId === null) return fail(linkNotUsable)
    const personKind = link.purpose === 'staff' ? 'staff' : 'participant'
    if (link.purpose === 'staff') await spendLink(context.tx, input.link, context.now)
    const { organisationId } = context
    await beginSignIn(context, { organisationId, personKind, personId: link.personId }, input.token)
    const subject = personKind === 'staff' ? { subject: link.personId } : {}
    return ok({ value: null, ...subject, details: { by: 'link' } })
  },
)

export const beginSignIn = (context: ActionContext, signIn: SignIn, token: Token): Promise<void> =>
  insertSignIn(context.tx, {
    ...signIn,
    token,
    expiresAt: minutesAfter(context.now, signInHours * 60),
  })

const keepSignOut = action('sign_in.ended', async (context, token: Token) => {
  await deleteSignIn(context.tx, token)
  return ok({ value: null })
})

export const signOut = ({ actor, ...scope }: ActionScope, token: Token) =>
  keepSignOut(
    { ...scope, actor: actor.kind === 'participant' ? { ...actor, id: null } : actor },
    token,
  )

/** The token of the sign-in that this form leads to, the same however often the form is sent. */
export const signInTokenFor = (
  scope: { readonly masterKey: Buffer; readonly idempotencyKey: string | null },
  organisationId: string,
  cause: string,
): Token => derivedToken(scope.masterKey, organisationId, [cause, String(scope.idempotencyKey)])
