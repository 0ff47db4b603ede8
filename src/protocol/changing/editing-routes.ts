/**
 * A page of the set-up that edits the protocol, as data. Its two routes follow from it: one shows the form, one saves
 * it through `changeProtocol` and goes on. What cannot be saved comes back as it was typed, with status 422.
 *
 *   editingRoutes({
 *     path: '/set-up/labels',                                  // below /programmes/:programme
 *     title: 'Labels',
 *     params: programmeParams,                                 // or an extension: .extend({ measure: z.string() })
 *     form: z.object({ title: z.string() }),                   // what is posted; refuse nothing that a person can type
 *     fill: (protocol) => ({ title: protocol.title }),         // null: no such page
 *     change: (protocol, { title }) =>                         // fail(unfit({ field: … })) or fail(refused('…')): change-problems.ts
 *       title.trim() === '' ? fail(unfit({ title: 'Enter a title' })) : ok({ ...protocol, title }),
 *     body: (editing) => createElement(LabelsPage, editing),   // see EditingFrame and EditingForm in editing-pages.tsx
 *   })
 */
import type { ReactElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { differencesBetween } from '../differences/differences.ts'
import type { Protocol } from '../model.ts'
import { findProtocol } from '../protocol-store.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../store.ts'
import {
  type ChangeProblem,
  type FieldErrors,
  sentencesOfChangeProblem,
} from './change-problems.ts'
import { changeProtocol } from './change-protocol.ts'
import { keyOfForm } from './form-key.ts'
import { mergedForm } from './merged-form.ts'

export const programmeParams = z.object({ programme: z.uuid() })
type OfProgramme = { readonly programme: string }

/** The hash of the protocol as it was before, and what is otherwise since. */
export type Saved = { readonly before: string; readonly differences: readonly string[] }

/** What a page of the set-up has to show. */
export type Editing<Form> = {
  readonly programme: ProgrammeWithProtocol
  /** Filled from the protocol, or as it was typed. */
  readonly form: Form
  /** By the id of the field. */
  readonly errors: FieldErrors
  /** Sentences that belong to no field. */
  readonly problems: readonly string[]
  /** What somebody else changed while the form was filled in. */
  readonly meanwhile: readonly string[]
  /** What was saved a moment ago, while it can be taken back. */
  readonly saved: Saved | null
  readonly action: string
  readonly idempotencyKey: string
}

export type EditingPage<Params extends OfProgramme, Form> = {
  readonly path: string
  readonly title: string
  readonly params: z.ZodType<Params>
  readonly form: z.ZodType<Form>
  readonly fill: (protocol: Protocol, params: Params) => Form | null
  readonly change: (
    protocol: Protocol,
    form: Form,
    at: { readonly params: Params; readonly programme: ProgrammeWithProtocol },
  ) => Result<Protocol, ChangeProblem>
  readonly body: (editing: Editing<Form>, params: Params) => ReactElement
  /** Where saving leads, below /programmes/:programme: a page that offers to undo it. Absent: to the list of tasks. */
  readonly next?: (form: Form, params: Params) => string
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** `before`: the hash of the protocol that was in force before something was saved. */
export const shownWith = z.object({ before: hash.optional().catch(undefined) })
/** `from`: the hash of the protocol from which the form was made. */
const stamp = z.object({ idempotencyKey: z.uuid(), from: hash })
type Stamp = z.infer<typeof stamp>

export const editingRoutes = <Params extends OfProgramme, Form>(
  page: EditingPage<Params, Form>,
): readonly Route[] => {
  const path = `/programmes/:programme${page.path}`
  const { params } = page
  return [
    route({
      method: 'GET',
      path,
      who: ['lead'],
      params,
      input: shownWith,
      handle: (context) => showEditing(page, context),
    }),
    route({
      method: 'POST',
      path,
      who: ['lead'],
      params,
      input: postedForm(page.form),
      handle: (context) => saveEditing(page, context),
    }),
  ]
}

/** What is posted: the fields of the form, stamped. */
export const postedForm = <Form>(form: z.ZodType<Form>) => z.intersection(stamp, form)

export const showEditing = async <Params extends OfProgramme, Form>(
  page: EditingPage<Params, Form>,
  context: RouteContext<Params, z.infer<typeof shownWith>>,
): Promise<Reply> => {
  const { params, input, read, scope } = context
  const { organisationId } = scope
  const [programme, earlier] = await read(async (tx) => [
    await findProgramme(tx, organisationId, params.programme),
    input.before === undefined ? null : await findProtocol(tx, organisationId, input.before),
  ])
  const form = programme === null ? null : page.fill(programme.protocol, params)
  if (programme === null || form === null) return { kind: 'not_found' }
  const saved = earlier === null ? null : savedSince(earlier, programme.protocol, input.before)
  return pageReply(page, context, {
    programme,
    form,
    errors: {},
    problems: [],
    meanwhile: [],
    saved,
  })
}

const savedSince = (earlier: Protocol, now: Protocol, before = ''): Saved | null => {
  const differences = differencesBetween(earlier, now)
  return differences.length === 0 ? null : { before, differences }
}

export const saveEditing = async <Params extends OfProgramme, Form>(
  page: EditingPage<Params, Form>,
  context: RouteContext<Params, Stamp & Form>,
): Promise<Reply> => {
  const { params, input, scope } = context
  const saved = await changeProtocol(
    { ...scope, idempotencyKey: keyOfForm(input.idempotencyKey, input) },
    {
      programmeId: params.programme,
      from: input.from,
      change: (protocol, programme) => page.change(protocol, input, { params, programme }),
    },
  )
  if (saved.ok || saved.problem.kind === 'protocol.unchanged') {
    const to =
      page.next === undefined ? '/set-up' : `${page.next(input, params)}?before=${input.from}`
    return { kind: 'redirect', to: `/programmes/${params.programme}${to}` }
  }
  return showAgain(page, context, saved.problem)
}

const showAgain = async <Params extends OfProgramme, Form>(
  page: EditingPage<Params, Form>,
  context: RouteContext<Params, Stamp & Form>,
  problem: ChangeProblem | RepeatedKeyProblem,
): Promise<Reply> => {
  const { params, input, read, scope } = context
  const { organisationId } = scope
  const [programme, before] = await read(async (tx) => [
    await findProgramme(tx, organisationId, params.programme),
    await findProtocol(tx, organisationId, input.from),
  ])
  const now = programme === null ? null : page.fill(programme.protocol, params)
  if (programme === null || now === null) return { kind: 'not_found' }
  const filled = before === null ? null : page.fill(before, params)
  const form =
    filled === null ? input : mergedForm({ schema: page.form, typed: input, before: filled, now })
  const isUnfit = problem.kind === 'protocol.unfit_fields'
  const isStale = problem.kind === 'protocol.changed_meanwhile' && before !== null
  return pageReply(page, context, {
    programme,
    form,
    errors: isUnfit ? problem.errors : {},
    problems: isUnfit ? [] : sentencesOfChangeProblem(problem),
    saved: null,
    meanwhile: isStale ? differencesBetween(before, programme.protocol) : [],
  })
}

const pageReply = <Params extends OfProgramme, Form>(
  { path, title, body }: EditingPage<Params, Form>,
  { params, newKey }: RouteContext<Params, unknown>,
  editing: Omit<Editing<Form>, 'action' | 'idempotencyKey'>,
): Reply => {
  const action = addressOf(path, params)
  const isFaultless = Object.keys(editing.errors).length + editing.problems.length === 0
  return {
    kind: 'page',
    title,
    body: body({ ...editing, action, idempotencyKey: newKey() }, params),
    status: isFaultless ? 200 : 422,
  }
}

const addressOf = (path: string, params: OfProgramme): string =>
  Object.entries(params).reduce(
    (address, [name, value]) => address.replace(`:${name}`, encodeURIComponent(String(value))),
    `/programmes/:programme${path}`,
  )
