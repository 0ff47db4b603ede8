/** The doors to the time that the steps took: one's own, and for researchers that of the groups. */
import { createElement } from 'react'
import * as z from 'zod'
import { openProgramme } from '../../protocol/open-programme.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { loadPairsOf } from '../own/load-own-pairs.ts'
import { stateTimes } from './actions.ts'
import { loadOwnTimes, loadTimeUsed } from './load-time-use.ts'
import { TimesPage, timeFieldPrefix, timesTitle } from './pages.tsx'
import { sentenceOfTimeProblem } from './problems.ts'
import type { TypedTimes } from './rules.ts'
import { TimeUsedPage, timeUsedTitle } from './time-used.tsx'

const params = z.object({ programme: z.uuid() })
const query = z.object({ saved: z.literal('1').optional().catch(undefined) })
const form = z.looseObject({ idempotencyKey: z.uuid() })
type Context<Input = unknown> = RouteContext<z.infer<typeof params>, Input>

type Told = {
  readonly typed: TypedTimes
  readonly error: string | null
  readonly isSaved: boolean
}

const page = async (context: Context, told: Told): Promise<Reply> => {
  const { person, scope, params, read, newKey } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const loaded = await read(async (tx) => {
    const own = await loadPairsOf(tx, { ...asked, participantId: person.personId })
    return own === null ? null : { own, times: await loadOwnTimes(tx, own) }
  })
  if (loaded === null) return { kind: 'not_found' }
  const body = createElement(TimesPage, { ...loaded, ...told, idempotencyKey: newKey() })
  return { kind: 'page', title: timesTitle, body, status: told.error === null ? 200 : 422 }
}

const typedIn = (input: z.infer<typeof form>): TypedTimes =>
  new Map(
    Object.entries(input).flatMap(([name, value]) =>
      name.startsWith(timeFieldPrefix) && typeof value === 'string'
        ? [[name.slice(timeFieldPrefix.length), value] as const]
        : [],
    ),
  )

const path = '/programmes/:programme/time'

const state = async (context: Context<z.infer<typeof form>>): Promise<Reply> => {
  const { person, scope, params, input } = context
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const typed = typedIn(input)
  const participantId = person.personId
  const stated = await stateTimes(scope, { programmeId: params.programme, participantId, typed })
  if (stated.ok)
    return { kind: 'redirect', to: `${path.replace(':programme', params.programme)}?saved=1` }
  return page(context, { typed, error: sentenceOfTimeProblem(stated.problem), isSaved: false })
}

const showUsed = async ({ scope, params, read }: Context): Promise<Reply> => {
  const asked = { ...scope, programmeId: params.programme }
  const loaded = await read(async (tx) => {
    const programme = await openProgramme(tx, asked)
    return programme === null ? null : { programme, used: await loadTimeUsed(tx, programme) }
  })
  if (loaded === null) return { kind: 'not_found' }
  return { kind: 'page', title: timeUsedTitle, body: createElement(TimeUsedPage, loaded) }
}

const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, input: query },
    handle: (context) =>
      page(context, { typed: new Map(), error: null, isSaved: context.input.saved !== undefined }),
  }),
  route({ method: 'POST', path, who, params, input: form, handle: state }),
  route({
    ...{ method: 'GET', path: '/programmes/:programme/time-used', who: ['researcher'] },
    ...{ params, input: z.object({}), navigation: 'Time used', handle: showUsed },
  }),
]
