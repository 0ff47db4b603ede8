/** The doors of the page on which mentors and mentees state their characteristics. */
import { createElement } from 'react'
import * as z from 'zod'
import { respondentOf } from '../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import {
  type ParticipantPerson,
  type Reply,
  type Route,
  type RouteContext,
  route,
} from '../../web/route.ts'
import { StandingPage } from '../consent/pages.tsx'
import { stateCharacteristics } from './actions.ts'
import { AboutYouPage, StatedPage } from './pages.tsx'
import { characteristicsFor, type Entered } from './rules.ts'
import { type Characteristics, findCharacteristics } from './store.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
/** `saved`: the page comes after a form that was saved. */
const asked = z.object({ saved: z.string().optional() })
/** One field for each characteristic, by its id. */
const aboutYouForm = z.looseObject({ idempotencyKey: z.uuid() })
type Form = z.infer<typeof aboutYouForm>

type View = {
  readonly person: ParticipantPerson
  readonly programme: OpenProgramme
  readonly stated: Characteristics
}

const loadView = async ({
  person,
  params: { programme: programmeId },
  scope,
  read,
}: RouteContext<Params, unknown>): Promise<View | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId, masterKey } = scope
  return read(async (tx) => {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) return null
    const respondent = respondentOf(programme.programmeKey, person.personId)
    const place = { organisationId, programmeId }
    return { person, programme, stated: await findCharacteristics(tx, place, respondent) }
  })
}

type Shown = {
  readonly entered: Entered
  readonly errors?: Readonly<Record<string, string>>
  readonly isSaved?: boolean
}

const page = (
  { newKey }: RouteContext<unknown, unknown>,
  { person, programme, stated }: View,
  { entered, errors = {}, isSaved = false }: Shown,
): Reply => {
  const characteristics = characteristicsFor(programme.protocol, person.role)
  if (person.state !== 'agreed' || characteristics.length === 0) {
    return notNow(programme.programmeId, person.state)
  }
  if (programme.state === 'closed') {
    return { kind: 'page', title, body: createElement(StatedPage, { characteristics, stated }) }
  }
  const { programmeId } = programme
  const form = { programmeId, characteristics, entered, errors, isSaved, idempotencyKey: newKey() }
  const status = Object.keys(errors).length === 0 ? 200 : 422
  return { kind: 'page', title, body: createElement(AboutYouPage, form), status }
}

const title = 'About you'

const reasons: Readonly<Record<ParticipantPerson['state'], string>> = {
  invited: 'You are asked about yourself after you have agreed to take part.',
  agreed: 'This programme asks you nothing about yourself.',
  declined: 'You declined, so nothing is asked here.',
  withdrawn: 'You have withdrawn, so nothing is asked here.',
}

const notNow = (programmeId: string, state: ParticipantPerson['state']): Reply => {
  const next = { label: 'Information and consent', href: `/programmes/${programmeId}/consent` }
  const body = createElement(StandingPage, { heading: title, sentences: [reasons[state]], next })
  return { kind: 'page', title, body }
}

const show = async (context: RouteContext<Params, z.infer<typeof asked>>): Promise<Reply> => {
  const view = await loadView(context)
  if (view === null) return { kind: 'not_found' }
  const isSaved = context.input.saved !== undefined
  return page(context, view, { entered: view.stated, isSaved })
}

const enteredIn = (form: Form): Entered =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

const save = async (context: RouteContext<Params, Form>): Promise<Reply> => {
  const view = await loadView(context)
  if (view === null) return { kind: 'not_found' }
  const { scope, input } = context
  const entered = enteredIn(input)
  const { programmeId } = view.programme
  // Nothing in the audit log joins a person to what they stated. Saved twice is the same as saved once, so it has no key.
  const actor = { kind: 'participant', id: null } as const
  const unnamed = { ...scope, actor, idempotencyKey: null }
  const stated = { programmeId, participantId: view.person.personId, entered }
  const saved = await stateCharacteristics(unnamed, stated)
  if (saved.ok) return { kind: 'redirect', to: `/programmes/${programmeId}/about-you?saved=yes` }
  const { problem } = saved
  const errors = problem.kind === 'characteristics.not_understood' ? problem.errors : {}
  return page(context, view, { entered, errors })
}

const path = '/programmes/:programme/about-you'
const who = ['mentor', 'mentee'] as const

export const routes: readonly Route[] = [
  route({ method: 'GET', path, who, params, input: asked, navigation: 'About you', handle: show }),
  route({ method: 'POST', path, who, params, input: aboutYouForm, handle: save }),
]
