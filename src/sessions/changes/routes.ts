/** The doors to what mentees will change: their own list, and for mentors what is shared. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { type ChangesProblem, keepChange, removeChange, stopSharing } from './actions.ts'
import { loadChangesForGroup, loadOwnChanges } from './load-changes.ts'
import {
  ChangesForGroupPage,
  changesTitle,
  groupTitle,
  OwnChangesPage,
  type OwnChangesPageProps,
} from './pages.tsx'
import { sentenceOfChangeProblem } from './problems.ts'

const params = z.object({ programme: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>
const saveForm = z.object({
  idempotencyKey: z.uuid(),
  change: z.uuid().optional(),
  text: z.string().default(''),
  shared: z.string().optional(),
  step: z.enum(['save', 'remove']).default('save'),
})
const stopForm = z.object({ idempotencyKey: z.uuid() })

/** Null: they do not take part in programmes. */
const ownerOf = ({ person, params, signInToken }: Context) =>
  person.kind === 'participant'
    ? { programmeId: params.programme, participantId: person.personId, token: signInToken }
    : null

const placeOf = ({ scope: { organisationId, masterKey } }: Context) => ({
  organisationId,
  masterKey,
})

type Shown = Pick<OwnChangesPageProps, 'typed' | 'refused'>

const showOwn = async (
  context: Context,
  shown: Shown = { typed: null, refused: null },
): Promise<Reply> => {
  const owner = ownerOf(context)
  if (owner === null) return { kind: 'not_found' }
  const own = await context.read((tx) => loadOwnChanges(tx, { ...placeOf(context), ...owner }))
  if (own === null) return { kind: 'not_found' }
  const body = createElement(OwnChangesPage, { own, ...shown, newKey: context.newKey })
  const isAgain = shown.typed !== null || shown.refused !== null
  return { kind: 'page', title: changesTitle, body, status: isAgain ? 422 : 200 }
}

const showGroup = async (context: Context): Promise<Reply> => {
  const owner = ownerOf(context)
  if (owner === null) return { kind: 'not_found' }
  const loaded = await context.read((tx) =>
    loadChangesForGroup(tx, { ...placeOf(context), ...owner }),
  )
  if (loaded === null) return { kind: 'not_found' }
  return { kind: 'page', title: groupTitle, body: createElement(ChangesForGroupPage, loaded) }
}

const show = (context: Context): Promise<Reply> =>
  context.person.kind === 'participant' && context.person.role === 'mentor'
    ? showGroup(context)
    : showOwn(context)

const pathOf = ({ params }: Context): string => `/programmes/${params.programme}/changes`

const save = async (context: Context<z.infer<typeof saveForm>>): Promise<Reply> => {
  const owner = ownerOf(context)
  if (owner === null) return { kind: 'not_found' }
  const { scope, input } = context
  const { change: changeId = null, text, step } = input
  const change = { changeId, text, isShared: input.shared === 'yes' }
  const done =
    step === 'remove' && changeId !== null
      ? await removeChange(scope, { ...owner, changeId })
      : await keepChange(scope, { ...owner, change })
  if (done.ok) return { kind: 'redirect', to: pathOf(context) }
  const error = sentenceOfChangeProblem(done.problem)
  return isAboutText(done.problem)
    ? showOwn(context, { typed: { ...change, error }, refused: null })
    : showOwn(context, { typed: null, refused: { error, text } })
}

const isAboutText = ({ kind }: ChangesProblem | { readonly kind: string }): boolean =>
  kind === 'change.missing' || kind === 'change.too_long'

const stop = async (context: Context<z.infer<typeof stopForm>>): Promise<Reply> => {
  const owner = ownerOf(context)
  if (owner === null) return { kind: 'not_found' }
  await stopSharing(context.scope, owner)
  return { kind: 'redirect', to: pathOf(context) }
}

const path = '/programmes/:programme/changes'
const who = ['mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who: ['mentee', 'mentor'], params, input: z.object({}) },
    handle: show,
  }),
  route({ method: 'POST', path: `${path}/save`, who, params, input: saveForm, handle: save }),
  route({
    ...{ method: 'POST', path: `${path}/stop-sharing`, who, params, input: stopForm },
    handle: stop,
  }),
]
