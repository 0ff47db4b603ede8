/** The doors of the information sheet for the programme's lead: write it, look at it, see who agreed. */
import { createElement } from 'react'
import * as z from 'zod'
import { findStaff } from '../../organisations/store.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { keyOfForm } from '../../protocol/changing/form-key.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import { roleId } from '../../protocol/model.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { listParticipants } from '../store.ts'
import { saveConsentText } from './actions.ts'
import { defaultConsentText } from './default.ts'
import type { ConsentText, ConsentTextVersion } from './model.ts'
import { type ConsentTextProblem, sentenceOfConsentTextProblem } from './problems.ts'
import { stampOfText } from './rules.ts'
import { ConsentPreviewPage, ConsentSetUpPage, ConsentsPage } from './set-up-pages.tsx'
import { countConsents, listConsents, listConsentTexts } from './store.ts'
import { fieldsOf, readTextForm, type TextErrors, type TextFields } from './text-form.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
const nothing = z.object({})
/** `from`: the stamp of what the form was filled from. The rest is one field for each part of the text. */
const textForm = z.looseObject({ idempotencyKey: z.uuid(), from: z.string() })
type Form = z.infer<typeof textForm>

type View = {
  readonly programme: ProgrammeWithProtocol
  readonly texts: readonly ConsentTextVersion[]
  readonly agreed: ReadonlyMap<number, number>
  readonly suggested: ConsentText
}

const loadView = ({
  scope,
  params: { programme: programmeId },
  person,
  read,
}: RouteContext<Params, unknown>): Promise<View | null> => {
  const { organisationId } = scope
  const place = { organisationId, programmeId }
  const staffId = person.kind === 'staff' ? person.personId : null
  return read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return null
    const governance = await findGovernance(tx, place)
    const contact = await contactOf(tx, organisationId, staffId)
    return {
      programme,
      texts: await listConsentTexts(tx, place),
      agreed: await countConsents(tx, place),
      suggested: {
        ...defaultConsentText(programme.protocol, programme, governance),
        ...contact,
      },
    }
  })
}

/** Whoever writes the text is suggested as the person to ask. */
const contactOf = async (
  tx: Transaction,
  organisationId: string,
  staffId: string | null,
): Promise<Partial<Pick<ConsentText, 'contact'>>> => {
  const member = staffId === null ? null : await findStaff(tx, organisationId, staffId)
  return member === null ? {} : { contact: { name: member.name, email: member.email, phone: '' } }
}

type Returned = {
  readonly fields: TextFields
  readonly errors?: TextErrors
  readonly problem?: string
}

const page = (
  { newKey }: RouteContext<unknown, unknown>,
  { programme, texts, agreed }: View,
  { fields, errors = {}, problem }: Returned,
): Reply => {
  const isRefused = problem !== undefined || Object.keys(errors).length > 0
  const body = createElement(ConsentSetUpPage, {
    programme,
    fields,
    errors,
    problem: problem ?? null,
    versions: texts.map(({ version }) => ({ version, agreed: agreed.get(version) ?? 0 })),
    stamp: stampOfText(texts.at(-1) ?? null),
    idempotencyKey: newKey(),
  })
  return { kind: 'page', title: 'Information and consent', body, status: isRefused ? 422 : 200 }
}

const show = async (context: RouteContext<Params, unknown>): Promise<Reply> => {
  const view = await loadView(context)
  if (view === null) return { kind: 'not_found' }
  const text = view.texts.at(-1)?.text ?? view.suggested
  return page(context, view, { fields: fieldsOf(text) })
}

const save = async (context: RouteContext<Params, Form>): Promise<Reply> => {
  const view = await loadView(context)
  if (view === null) return { kind: 'not_found' }
  const { scope, input, params } = context
  const fields = fieldsIn(input)
  const { text, errors } = readTextForm(fields)
  if (Object.keys(errors).length > 0) return page(context, view, { fields, errors })
  const idempotencyKey = keyOfForm(input.idempotencyKey, fields)
  const written = { programmeId: params.programme, text, from: input.from }
  const saved = await saveConsentText({ ...scope, idempotencyKey }, written)
  if (saved.ok) return { kind: 'redirect', to: `/programmes/${params.programme}/set-up/consent` }
  return page(context, view, { fields, problem: sentenceOf(saved.problem) })
}

const sentenceOf = (problem: ConsentTextProblem | RepeatedKeyProblem): string =>
  problem.kind === 'request.key_used_otherwise'
    ? 'This form was sent before with other content. Send it again'
    : sentenceOfConsentTextProblem(problem)

/** A field that came several times (the checkboxes of one question) is one, set apart by commas. */
const fieldsIn = ({ idempotencyKey: _, from: _from, ...input }: Form): TextFields =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]))

const previewParams = params.extend({ role: roleId })
const previewInput = z.object({ version: z.coerce.number().int().optional() })

const preview = async (
  context: RouteContext<z.infer<typeof previewParams>, z.infer<typeof previewInput>>,
): Promise<Reply> => {
  const view = await loadView(context)
  if (view === null) return { kind: 'not_found' }
  const { programme, texts, suggested } = view
  const asked = texts.find(({ version }) => version === context.input.version) ?? texts.at(-1)
  const body = createElement(ConsentPreviewPage, {
    programme,
    role: context.params.role,
    text: asked?.text ?? suggested,
    version: asked?.version ?? null,
  })
  return { kind: 'page', title: 'Preview of information and consent', body }
}

const listAgreed = async (context: RouteContext<Params, unknown>): Promise<Reply> => {
  const view = await loadView(context)
  if (view === null) return { kind: 'not_found' }
  const place = {
    organisationId: context.scope.organisationId,
    programmeId: context.params.programme,
  }
  const [consents, people] = await context.read(async (tx) => [
    await listConsents(tx, place),
    await listParticipants(tx, place),
  ])
  const texts = new Map(view.texts.map(({ version, text }) => [version, text]))
  const listed = people.flatMap(({ participantId, name }) =>
    consents
      .filter((consent) => consent.participantId === participantId)
      .map((consent) => {
        const statements = texts.get(consent.version)?.statements ?? []
        const optional = statements
          .filter(({ id, required }) => !required && consent.statements[id] === true)
          .map(({ text }) => text)
        return { ...consent, name, optional }
      }),
  )
  const { programme } = view
  const body = createElement(ConsentsPage, { programme, consents: listed })
  return { kind: 'page', title: 'Consents', body }
}

const path = '/programmes/:programme/set-up/consent'
const who = ['lead'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: nothing, handle: show }),
  route({ method: 'POST', path, who, params, input: textForm, handle: save }),
  route({
    method: 'GET',
    path: `${path}/preview/:role`,
    who,
    params: previewParams,
    input: previewInput,
    handle: preview,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/consents',
    who,
    params,
    input: nothing,
    handle: listAgreed,
  }),
]
