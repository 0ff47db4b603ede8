/** The doors through which a programme is started and renamed. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import type { FieldErrors } from '../changing/change-problems.ts'
import { programmeParams } from '../changing/editing-routes.ts'
import { keyOfForm } from '../changing/form-key.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../store.ts'
import { offeredProtocols } from './offered-protocols.ts'
import { type NameForm, nameEntered, nameForm } from './programme-name.ts'
import {
  type ChoiceFaults,
  type ChoiceForm,
  choiceFaults,
  choiceForm,
  fieldOfChoice,
  noChoiceFaults,
  sourceChosen,
} from './protocol-choice.ts'
import { renameProgramme, startProgramme } from './start-programme.ts'
import { NamePage, NewProgrammePage } from './start-programme-pages.tsx'

const nothing = z.object({})
const stamp = { idempotencyKey: z.uuid() }
/** `like`: the programme whose protocol is chosen beforehand. */
const newQuery = z.object({ like: z.uuid().optional().catch(undefined) })
const newForm = z.object({ ...stamp, ...nameForm.shape, ...choiceForm.shape })
const renameForm = z.object({ ...stamp, ...nameForm.shape })

type Params = z.infer<typeof programmeParams>

const showNew = async (
  context: RouteContext<unknown, unknown>,
  form: NameForm & ChoiceForm,
  { errors, faults }: ChoiceFaults,
): Promise<Reply> => {
  const offered = await offeredProtocols(context, null)
  const choosing = { offered, form, errors, faults, faultyField: fieldOfChoice(form) }
  const page = { name: form, choosing, idempotencyKey: context.newKey() }
  const isFaultless = Object.keys(errors).length + faults.length === 0
  return {
    kind: 'page',
    title: 'Start a programme',
    body: createElement(NewProgrammePage, page),
    status: isFaultless ? 200 : 422,
  }
}

const showEmpty = (context: RouteContext<unknown, z.infer<typeof newQuery>>): Promise<Reply> => {
  const { like } = context.input
  const protocol = like === undefined ? '' : `earlier:${like}`
  return showNew(context, { name: '', site: '', protocol, file: '', pasted: '' }, noChoiceFaults)
}

const start = async (context: RouteContext<unknown, z.infer<typeof newForm>>): Promise<Reply> => {
  const { input, scope, service } = context
  const name = nameEntered(input)
  const source = await sourceChosen(input)
  if (!name.ok || !source.ok) {
    const chosen = source.ok ? noChoiceFaults : choiceFaults(source.problem)
    const named = name.ok ? {} : name.problem.errors
    return showNew(context, input, { ...chosen, errors: { ...named, ...chosen.errors } })
  }
  const idempotencyKey = keyOfForm(input.idempotencyKey, [name.value, source.value])
  const started = await startProgramme(
    { ...scope, idempotencyKey },
    {
      programmeId: crypto.randomUUID(),
      ...name.value,
      source: source.value,
      projectRoot: service.projectRoot,
    },
  )
  if (!started.ok) return showNew(context, input, choiceFaults(started.problem))
  return { kind: 'redirect', to: `/programmes/${started.value.programmeId}/set-up` }
}

const find = ({
  params,
  read,
  scope,
}: RouteContext<Params, unknown>): Promise<ProgrammeWithProtocol | null> =>
  read((tx) => findProgramme(tx, scope.organisationId, params.programme))

const showName = async (
  context: RouteContext<Params, unknown>,
  entered: NameForm | null,
  errors: FieldErrors,
): Promise<Reply> => {
  const programme = await find(context)
  if (programme === null) return { kind: 'not_found' }
  const form = entered ?? { name: programme.name, site: programme.site ?? '' }
  const page = { programme, form, errors, idempotencyKey: context.newKey() }
  return {
    kind: 'page',
    title: 'Name and site',
    body: createElement(NamePage, page),
    status: Object.keys(errors).length === 0 ? 200 : 422,
  }
}

const rename = async (
  context: RouteContext<Params, z.infer<typeof renameForm>>,
): Promise<Reply> => {
  const { params, input, scope } = context
  const name = nameEntered(input)
  if (!name.ok) return showName(context, input, name.problem.errors)
  const idempotencyKey = keyOfForm(input.idempotencyKey, name.value)
  const given = { programmeId: params.programme, ...name.value }
  const renamed = await renameProgramme({ ...scope, idempotencyKey }, given)
  if (!renamed.ok) return { kind: 'not_found' }
  return { kind: 'redirect', to: `/programmes/${params.programme}/set-up` }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/new',
    who: ['administrator', 'lead'],
    params: nothing,
    input: newQuery,
    handle: showEmpty,
  }),
  route({
    method: 'POST',
    path: '/programmes/new',
    who: ['administrator', 'lead'],
    params: nothing,
    input: newForm,
    handle: start,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/set-up/name',
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    handle: (context) => showName(context, null, {}),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/set-up/name',
    who: ['lead'],
    params: programmeParams,
    input: renameForm,
    handle: rename,
  }),
]
