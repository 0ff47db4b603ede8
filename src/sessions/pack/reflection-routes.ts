/** A mentee's doors to their reflection. */
import { createElement } from 'react'
import * as z from 'zod'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { type Reply, type Route, route } from '../../web/route.ts'
import { writePart } from './actions.ts'
import { programmeAddress } from './addresses.ts'
import type { LoadedPack } from './load-pack.ts'
import type { Reflection } from './model.ts'
import { type PackContext, packForm, packParams, who, withPack } from './pack-context.ts'
import { ReflectionPage, reflectionTitle } from './pages/reflection.tsx'
import { ClosedPage } from './pages/standing.tsx'
import { sentenceOfPackProblem } from './problems.ts'
import { decideReflection, noReflection, type ReflectionProblem } from './reflection-rules.ts'

type Shown = { readonly typed: Reflection; readonly error: FieldError | null }

const formPage = (
  { newKey }: PackContext,
  { programme }: LoadedPack,
  { typed, error }: Shown,
): Reply => {
  const body = createElement(ReflectionPage, { programme, typed, error, idempotencyKey: newKey() })
  return { kind: 'page', title: reflectionTitle, body, status: error === null ? 200 : 422 }
}

const show = (context: PackContext): Promise<Reply> =>
  withPack(context, (loaded) => {
    const { programme, pack, reflection } = loaded
    if (pack.kind === 'open') {
      return formPage(context, loaded, { typed: reflection ?? noReflection, error: null })
    }
    const title = reflectionTitle
    const closed = { programme, title, kind: pack.kind, to: 'pack/reflection' }
    return { kind: 'page', title, body: createElement(ClosedPage, closed) }
  })

const text = z.string().trim().default('')
const sent = packForm.extend({
  ...{ happened: text, matters: text, next: text, action: text, byWhen: text, howKnown: text },
  tags: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
})

const errorOf = (problem: ReflectionProblem): FieldError => ({
  text: sentenceOfPackProblem(problem),
  fieldId: problem.kind === 'reflection.empty' ? 'happened' : problem.field,
})

const save = (context: PackContext<z.infer<typeof sent>>): Promise<Reply> =>
  withPack(context, async (loaded) => {
    const { owner, programme } = loaded
    const { idempotencyKey: _, ...typed } = context.input
    const decided = decideReflection(typed)
    if (!decided.ok) return formPage(context, loaded, { typed, error: errorOf(decided.problem) })
    const json = JSON.stringify(decided.value)
    const writing = { owner, token: context.signInToken, part: 'reflection', json } as const
    const saved = await writePart(context.scope, writing)
    if (saved.ok) return { kind: 'redirect', to: programmeAddress(programme.programmeId, 'pack') }
    return formPage(context, loaded, {
      typed,
      error: { text: sentenceOfPackProblem(saved.problem) },
    })
  })

const common = { path: '/programmes/:programme/pack/reflection', who, params: packParams }

export const routes: readonly Route[] = [
  route({ ...common, method: 'GET', input: z.object({}), handle: show }),
  route({ ...common, method: 'POST', input: sent, handle: save }),
]
