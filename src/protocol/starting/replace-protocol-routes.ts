/** The door through which a programme that is being set up takes another protocol. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { programmeParams } from '../changing/editing-routes.ts'
import { keyOfForm } from '../changing/form-key.ts'
import { differencesBetween } from '../differences/differences.ts'
import type { Protocol } from '../model.ts'
import { findProgramme } from '../store.ts'
import { offeredProtocols } from './offered-protocols.ts'
import {
  type ChoiceFaults,
  type ChoiceForm,
  choiceFaults,
  choiceForm,
  fieldOfChoice,
  noChoiceFaults,
  sourceChosen,
} from './protocol-choice.ts'
import type { Offered } from './protocol-choice-pages.tsx'
import { isReplaceable, replaceProtocol } from './replace-protocol.ts'
import { ReplaceProtocolPage } from './replace-protocol-pages.tsx'

type Params = z.infer<typeof programmeParams>
const nothing = z.object({})
const replaceForm = z.object({
  idempotencyKey: z.uuid(),
  from: z.string().regex(/^[0-9a-f]{64}$/),
  ...choiceForm.shape,
})
const emptyForm: ChoiceForm = { protocol: '', file: '', pasted: '' }

/** What was changed since the protocol was taken from those of the product; null: it is none of them. */
const ownChangesIn = (protocol: Protocol, { builtIn }: Offered): readonly string[] | null => {
  const origin = builtIn.find(({ id }) => id === protocol.id)
  return origin === undefined ? null : differencesBetween(origin.protocol, protocol)
}

const show = async (
  context: RouteContext<Params, unknown>,
  form: ChoiceForm,
  { errors, faults }: ChoiceFaults,
): Promise<Reply> => {
  const { params, read, scope, newKey } = context
  const programme = await read((tx) => findProgramme(tx, scope.organisationId, params.programme))
  if (programme === null) return { kind: 'not_found' }
  const offered = await offeredProtocols(context, programme.programmeId)
  const page = {
    programme,
    isReplaceable: isReplaceable(programme),
    ownChanges: ownChangesIn(programme.protocol, offered),
    choosing: { offered, form, errors, faults, faultyField: fieldOfChoice(form) },
    idempotencyKey: newKey(),
  }
  return {
    kind: 'page',
    title: 'Protocol',
    body: createElement(ReplaceProtocolPage, page),
    status: Object.keys(errors).length + faults.length === 0 ? 200 : 422,
  }
}

const replace = async (
  context: RouteContext<Params, z.infer<typeof replaceForm>>,
): Promise<Reply> => {
  const { params, input, scope, service } = context
  const source = await sourceChosen(input)
  if (!source.ok) return show(context, input, choiceFaults(source.problem))
  const idempotencyKey = keyOfForm(input.idempotencyKey, [input.from, source.value])
  const replaced = await replaceProtocol(
    { ...scope, idempotencyKey },
    {
      programmeId: params.programme,
      from: input.from,
      source: source.value,
      projectRoot: service.projectRoot,
    },
  )
  if (!replaced.ok) return show(context, input, choiceFaults(replaced.problem))
  return { kind: 'redirect', to: `/programmes/${params.programme}/set-up` }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/set-up/protocol',
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    handle: (context) => show(context, emptyForm, noChoiceFaults),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/set-up/protocol',
    who: ['lead'],
    params: programmeParams,
    input: replaceForm,
    handle: replace,
  }),
]
