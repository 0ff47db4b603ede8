/** The doors of a new installation. They open to whoever holds the set-up link, and close for good once it is spent. */
import { createElement } from 'react'
import * as z from 'zod'
import { installationId, read } from '../platform/database.ts'
import { isUsable, signInTokenFor } from '../platform/sign-in.ts'
import { findLink } from '../platform/sign-in-store.ts'
import { readToken, type Token } from '../platform/tokens.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { setUpOrganisation } from './actions.ts'
import { type OwnForm, type OwnFormErrors, OwnPage, SetUpPage } from './set-up-pages.tsx'

const nothing = z.object({})
const linkParams = z.object({ token: z.string() })
const ownForm = z.object({
  idempotencyKey: z.uuid(),
  organisationName: z.string(),
  name: z.string(),
  email: z.string(),
})

/** The link behind the path, if it is the installation's and nobody has spent it. */
export const findSetUpLink = async (
  { scope }: Pick<RouteContext<unknown, unknown>, 'scope'>,
  text: string,
): Promise<Token | null> => {
  const token = readToken(text)
  if (token === null || token.organisationId !== installationId) return null
  const link = await read(scope.database, installationId, (tx) => findLink(tx, token))
  return isUsable(link, new Date()) && link.purpose === 'set_up' ? token : null
}

const show = async (context: RouteContext<z.infer<typeof linkParams>, unknown>): Promise<Reply> => {
  const link = await findSetUpLink(context, context.params.token)
  if (link === null) return { kind: 'not_found' }
  const body = createElement(SetUpPage, { token: link.text, idempotencyKey: context.newKey() })
  return { kind: 'page', title: 'Welcome', body }
}

const emptyForm: OwnForm = { organisationName: '', name: '', email: '' }

const ownPage = (
  context: RouteContext<z.infer<typeof linkParams>, unknown>,
  form: OwnForm,
  errors: OwnFormErrors,
): Reply => ({
  kind: 'page',
  title: 'Start your own',
  body: createElement(OwnPage, {
    token: context.params.token,
    idempotencyKey: context.newKey(),
    form,
    errors,
  }),
  ...(Object.keys(errors).length === 0 ? {} : { status: 422 }),
})

const fields = z.object({
  organisationName: z.string().trim().min(1, 'Enter the name of your organisation').max(200),
  name: z.string().trim().min(1, 'Enter your name').max(200),
  email: z.string().trim().pipe(z.email('Enter an email address in the form name@example.com')),
})

const errorsOf = (error: z.ZodError): OwnFormErrors =>
  Object.fromEntries(error.issues.map((issue) => [issue.path[0], issue.message]))

const start = async (
  context: RouteContext<z.infer<typeof linkParams>, z.infer<typeof ownForm>>,
): Promise<Reply> => {
  const link = readToken(context.params.token)
  if (link === null || link.organisationId !== installationId) return { kind: 'not_found' }
  const form = fields.safeParse(context.input)
  if (!form.success) return ownPage(context, context.input, errorsOf(form.error))
  const scope = {
    ...context.scope,
    organisationId: installationId,
    actor: { kind: 'visitor', id: null } as const,
  }
  const signIn = (organisationId: string) => signInTokenFor(scope, organisationId, link.text)
  const ids = { organisationId: crypto.randomUUID(), staffId: crypto.randomUUID() }
  const done = await setUpOrganisation(scope, { ...form.data, ...ids, link, signIn })
  if (!done.ok) return { kind: 'not_found' }
  return { kind: 'redirect', to: '/', cookie: { token: signIn(done.value.organisationId).text } }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/set-up/:token',
    who: 'everyone',
    params: linkParams,
    input: nothing,
    handle: show,
  }),
  route({
    method: 'GET',
    path: '/set-up/:token/own',
    who: 'everyone',
    params: linkParams,
    input: nothing,
    handle: async (context) =>
      (await findSetUpLink(context, context.params.token)) === null
        ? { kind: 'not_found' }
        : ownPage(context, emptyForm, {}),
  }),
  route({
    method: 'POST',
    path: '/set-up/:token/own',
    who: 'everyone',
    params: linkParams,
    input: ownForm,
    handle: start,
  }),
]
