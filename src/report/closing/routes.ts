/** The doors at the end of a programme: its lead's, and those of the people who read the letter. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { roleId } from '../../protocol/model.ts'
import { plural } from '../../protocol/wording/words.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { reopenProgramme, sendClosingLetter } from './actions.ts'
import { closingLetter } from './letter.ts'
import { LetterPage, LetterPreviewPage, NoLetterPage } from './letter-pages.tsx'
import { loadEnding } from './load-ending.ts'
import { loadLetter } from './load-letter.ts'
import { ClosingPage, ReopenPage } from './pages.tsx'
import { sentenceOfClosingProblem } from './problems.ts'
import type { ClosingProblem } from './rules.ts'

const params = z.object({ programme: z.uuid() })
const previewParams = z.object({ programme: z.uuid(), role: roleId })
const nothing = z.object({})
const button = z.object({ idempotencyKey: z.uuid() })

type Context = RouteContext<z.infer<typeof params>, unknown>

const placeOf = ({ scope, params }: Context) => ({
  organisationId: scope.organisationId,
  programmeId: params.programme,
})

const pages = {
  closing: { title: 'End of the programme', page: ClosingPage },
  reopen: { title: 'Open the programme again', page: ReopenPage },
} as const

const show = async (
  context: Context,
  which: keyof typeof pages,
  errors: readonly string[] = [],
): Promise<Reply> => {
  const loaded = await context.read((tx) => loadEnding(tx, placeOf(context)))
  if (loaded === null) return { kind: 'not_found' }
  const { title, page } = pages[which]
  const body = createElement(page, { ...loaded, errors, idempotencyKey: context.newKey() })
  return { kind: 'page', title, body, status: errors.length === 0 ? 200 : 422 }
}

type Moved = Result<null, ClosingProblem | RepeatedKeyProblem>

/** Back to the page of the end, or the page again with what stood against it. */
const after = (
  moved: Moved,
  context: Context,
  which: keyof typeof pages,
): Promise<Reply> | Reply =>
  moved.ok
    ? { kind: 'redirect', to: `/programmes/${context.params.programme}/closing` }
    : show(context, which, [sentenceOfClosingProblem(moved.problem)])

const load = async (context: Context) => {
  const place = placeOf(context)
  const { masterKey } = context.scope
  return context.read(async (tx) => {
    const loaded = await loadEnding(tx, place)
    const facts = await loadLetter(tx, { ...place, masterKey })
    return loaded === null || facts === null ? null : { ...loaded, facts }
  })
}

const preview = async (
  context: RouteContext<z.infer<typeof previewParams>, unknown>,
): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const { programme, ending, facts } = loaded
  const { role } = context.params
  const body = createElement(LetterPreviewPage, {
    name: programme.name,
    base: `/programmes/${programme.programmeId}`,
    group: plural(programme.protocol, role),
    parts: ending.state === 'closed' ? closingLetter(facts, role) : null,
  })
  return { kind: 'page', title: 'Closing letter', body }
}

const ownLetter = async (context: Context): Promise<Reply> => {
  const { person } = context
  const loaded = await load(context)
  if (loaded === null || person.kind !== 'participant') return { kind: 'not_found' }
  const { programme, ending, facts } = loaded
  const page = { name: programme.name, base: `/programmes/${programme.programmeId}` }
  const takesPart = person.state === 'agreed'
  const sentOn = ending.letterSentOn
  const body =
    sentOn === null || !takesPart
      ? createElement(NoLetterPage, { ...page, takesPart })
      : createElement(LetterPage, { ...page, sentOn, parts: closingLetter(facts, person.role) })
  return { kind: 'page', title: 'Letter at the end of the programme', body }
}

const send = async (context: Context): Promise<Reply> => {
  const { scope, service, params } = context
  const asked = { programmeId: params.programme, publicUrl: service.publicUrl }
  return after(await sendClosingLetter(scope, asked), context, 'closing')
}

const reopen = async (context: Context): Promise<Reply> =>
  after(
    await reopenProgramme(context.scope, { programmeId: context.params.programme }),
    context,
    'reopen',
  )

const path = '/programmes/:programme/closing'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who,
    params,
    input: nothing,
    handle: (context) => show(context, 'closing'),
  }),
  route({ method: 'POST', path, who, params, input: button, handle: send }),
  route({
    method: 'GET',
    path: `${path}/preview/:role`,
    who,
    params: previewParams,
    input: nothing,
    handle: preview,
  }),
  route({
    method: 'GET',
    path: `${path}/reopen`,
    who,
    params,
    input: nothing,
    handle: (context) => show(context, 'reopen'),
  }),
  route({ method: 'POST', path: `${path}/reopen`, who, params, input: button, handle: reopen }),
  route({
    method: 'GET',
    path: '/programmes/:programme/letter',
    who: ['mentor', 'mentee'],
    params,
    input: nothing,
    handle: ownLetter,
  }),
]
