/** The doors of a mentee to their reflection pack as a whole. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from '../../web/route.ts'
import { byNobody, closeReflectionPack, deleteReflectionPack } from './actions.ts'
import { programmeAddress } from './addresses.ts'
import type { LoadedPack } from './load-pack.ts'
import { type PackContext, packForm, packParams, who, withPack } from './pack-context.ts'
import { DeletePage, deleteTitle } from './pages/delete.tsx'
import { OverviewPage, overviewTitle } from './pages/overview.tsx'
import { sentenceOfPackProblem } from './problems.ts'

const overview = (context: PackContext): Promise<Reply> =>
  withPack(context, (loaded) => {
    const body = createElement(OverviewPage, { loaded, idempotencyKey: context.newKey() })
    return { kind: 'page', title: overviewTitle, body }
  })

const toOverview = ({ params }: PackContext): Reply => ({
  kind: 'redirect',
  to: programmeAddress(params.programme, 'pack'),
})

const close = (context: PackContext): Promise<Reply> =>
  withPack(context, async ({ owner }) => {
    await closeReflectionPack(byNobody(context.scope), owner)
    return toOverview(context)
  })

const deletePage = (
  { newKey }: PackContext,
  { programme, pack, feedback }: LoadedPack,
  error: string | undefined,
): Reply => {
  const facts = { hasPack: pack.kind !== 'none', hasOpenedDocument: feedback.hasOpened }
  const body = createElement(DeletePage, { programme, ...facts, error, idempotencyKey: newKey() })
  return { kind: 'page', title: deleteTitle, body, status: error === undefined ? 200 : 422 }
}

const deletion = packForm.extend({ delete: z.string().optional() })

const remove = (context: PackContext<z.infer<typeof deletion>>): Promise<Reply> =>
  withPack(context, async (loaded) => {
    const asked = { owner: loaded.owner, isTicked: context.input.delete === 'yes' }
    const deleted = await deleteReflectionPack(byNobody(context.scope), asked)
    if (deleted.ok) return toOverview(context)
    return deletePage(context, loaded, sentenceOfPackProblem(deleted.problem))
  })

const path = '/programmes/:programme/pack'
const page = { method: 'GET', who, params: packParams, input: z.object({}) } as const
const form = { method: 'POST', who, params: packParams } as const

export const routes: readonly Route[] = [
  route({ ...page, path, navigation: 'Reflection pack', handle: overview }),
  route({ ...form, path: `${path}/close`, input: packForm, handle: close }),
  route({
    ...{ ...page, path: `${path}/delete` },
    handle: (context) => withPack(context, (loaded) => deletePage(context, loaded, undefined)),
  }),
  route({ ...form, path: `${path}/delete`, input: deletion, handle: remove }),
]
