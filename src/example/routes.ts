import * as z from 'zod'
import { installationId } from '../platform/database.ts'
import { signInTokenFor } from '../platform/sign-in.ts'
import { readToken } from '../platform/tokens.ts'
import { readExampleStudy } from '../report/exchange/example-study.ts'
import { viewAsField } from '../web/components/example-banner.tsx'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { lookAs, openExample } from './actions.ts'

const nothing = z.object({})
const linkParams = z.object({ token: z.string() })
const button = z.object({ idempotencyKey: z.uuid() })
const viewForm = button.extend({ [viewAsField]: z.string() })

const explore = async ({
  scope,
  params,
  service,
}: RouteContext<z.infer<typeof linkParams>, z.infer<typeof button>>): Promise<Reply> => {
  const link = readToken(params.token)
  if (link === null || link.organisationId !== installationId) return { kind: 'not_found' }
  const study = await readExampleStudy(service.projectRoot)
  const visiting = {
    ...scope,
    organisationId: installationId,
    actor: { kind: 'visitor', id: null } as const,
  }
  const signIn = (organisationId: string) => signInTokenFor(visiting, organisationId, link.text)
  const opened = await openExample(visiting, { link, study, signIn })
  if (!opened.ok) return { kind: 'not_found' }
  return { kind: 'redirect', to: '/', cookie: { token: signIn(opened.value.organisationId).text } }
}

const look = async ({
  scope,
  input,
  signInToken,
}: RouteContext<unknown, z.infer<typeof viewForm>>): Promise<Reply> => {
  const from = signInToken === null ? null : readToken(signInToken)
  if (from === null) return { kind: 'not_found' }
  const to = signInTokenFor(scope, scope.organisationId, from.text)
  const looked = await lookAs(scope, { view: String(input[viewAsField]), to })
  if (!looked.ok) return { kind: 'not_found' }
  return { kind: 'redirect', to: '/', cookie: { token: to.text } }
}

export const routes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/set-up/:token/example',
    who: 'everyone',
    params: linkParams,
    input: button,
    handle: explore,
  }),
  route({
    method: 'POST',
    path: '/example/view-as',
    who: 'signed_in',
    params: nothing,
    input: viewForm,
    handle: look,
  }),
]
