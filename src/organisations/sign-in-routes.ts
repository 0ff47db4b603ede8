/** The doors through which people come in and go out. Opening a link spends nothing; its button does. */
import { createElement } from 'react'
import * as z from 'zod'
import { lookupKey } from '../platform/keys.ts'
import {
  sentenceOfLinkProblem,
  signInByLink,
  signInTokenFor,
  signOut,
} from '../platform/sign-in.ts'
import { readToken } from '../platform/tokens.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { mailStaffLink } from './actions.ts'
import { LinkSentPage, OpenLinkPage, SignInPage } from './sign-in-pages.tsx'
import { findStaffByEmailKey } from './store.ts'

const nothing = z.object({})
const linkParams = z.object({ token: z.string() })
const button = z.object({ idempotencyKey: z.uuid() })
const emailForm = button.extend({ email: z.string() })

const signInPage = (key: string, email: string, error: string | null): Reply => ({
  kind: 'page',
  title: 'Sign in',
  body: createElement(SignInPage, { email, error, idempotencyKey: key }),
  ...(error === null ? {} : { status: 422 }),
})

/** Whoever asks for a link, or presses its button, may be anybody: a sign-in elsewhere is not told there. */
const visitor = { kind: 'visitor', id: null } as const

/** Whether the address is known stays unsaid: the reply is the same. */
const sendLinks = async (
  context: RouteContext<unknown, z.infer<typeof emailForm>>,
): Promise<Reply> => {
  const { scope, input, service } = context
  const email = z.email().safeParse(input.email.trim())
  if (!email.success) {
    const error = 'Enter an email address in the form name@example.com'
    return signInPage(context.newKey(), input.email, error)
  }
  const places = await findStaffByEmailKey(scope.database, lookupKey(scope.masterKey, email.data))
  for (const { organisationId, staffId } of places) {
    const there = { ...scope, organisationId, actor: visitor }
    await mailStaffLink(there, { staffId, publicUrl: service.publicUrl })
  }
  return { kind: 'redirect', to: '/sign-in/sent' }
}

const notUsable: Reply = {
  kind: 'problem',
  title: 'This link cannot be used',
  sentences: [
    sentenceOfLinkProblem(),
    'If it is the personal link of your invitation, ask the person who runs your programme.',
  ],
}

const pressButton = async ({
  scope,
  params,
}: RouteContext<z.infer<typeof linkParams>, z.infer<typeof button>>): Promise<Reply> => {
  const link = readToken(params.token)
  if (link === null) return notUsable
  const { organisationId } = link
  const token = signInTokenFor(scope, organisationId, link.text)
  const there = { ...scope, organisationId, actor: visitor }
  const signedIn = await signInByLink(there, { link, token })
  if (!signedIn.ok) return notUsable
  return { kind: 'redirect', to: '/', cookie: { token: token.text } }
}

const leave = async ({ scope, signInToken }: RouteContext<unknown, unknown>): Promise<Reply> => {
  const token = signInToken === null ? null : readToken(signInToken)
  if (token !== null) await signOut({ ...scope, idempotencyKey: null }, token)
  return { kind: 'redirect', to: '/', cookie: { token: null } }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/sign-in',
    who: 'everyone',
    params: nothing,
    input: nothing,
    handle: async ({ newKey }) => signInPage(newKey(), '', null),
  }),
  route({
    method: 'POST',
    path: '/sign-in',
    who: 'everyone',
    params: nothing,
    input: emailForm,
    handle: sendLinks,
  }),
  route({
    method: 'GET',
    path: '/sign-in/sent',
    who: 'everyone',
    params: nothing,
    input: nothing,
    handle: async () => ({
      kind: 'page',
      title: 'Check your email',
      body: createElement(LinkSentPage),
    }),
  }),
  route({
    method: 'GET',
    path: '/sign-in/link/:token',
    who: 'everyone',
    params: linkParams,
    input: nothing,
    handle: async ({ params, newKey }) => ({
      kind: 'page',
      title: 'Continue to Turnabout',
      body: createElement(OpenLinkPage, {
        action: `/sign-in/link/${encodeURIComponent(params.token)}`,
        idempotencyKey: newKey(),
      }),
    }),
  }),
  route({
    method: 'POST',
    path: '/sign-in/link/:token',
    who: 'everyone',
    params: linkParams,
    input: button,
    handle: pressButton,
  }),
  route({
    method: 'POST',
    path: '/sign-out',
    who: 'signed_in',
    params: nothing,
    input: button,
    handle: leave,
  }),
]
