/** The doors of the organisation: its start page, its staff, its outbox, its audit log. */
import { createElement } from 'react'
import * as z from 'zod'
import type { RepeatedKeyProblem } from '../platform/action.ts'
import { checkAuditChain, listAuditEntries } from '../platform/audit.ts'
import { findMail, listStaffMails } from '../platform/mail.ts'
import { kindsOf } from '../web/access.ts'
import { type Kind, type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { addStaff, type StaffProblem } from './actions.ts'
import {
  AuditPage,
  NoCalendarEntryPage,
  OutboxPage,
  ProgrammesPage,
  type StaffForm,
  type StaffFormErrors,
  StaffPage,
} from './pages.tsx'
import { WelcomePage } from './sign-in-pages.tsx'
import { listStaff, loadOrganisationKey } from './store.ts'

const nothing = z.object({})
/** Who may start a programme. */
const starters: readonly Kind[] = ['administrator', 'lead']
const shownEntries = 200

const start = async ({ person }: RouteContext<unknown, unknown>): Promise<Reply> => {
  switch (person.kind) {
    case 'visitor':
      return { kind: 'page', title: 'Turnabout', body: createElement(WelcomePage) }
    case 'participant':
      return { kind: 'redirect', to: `/programmes/${person.programmeId}` }
    case 'staff': {
      const [only, ...others] = person.programmes
      const hasOneThing = others.length === 0 && person.organisationRoles.length === 0
      if (only !== undefined && hasOneThing) {
        return { kind: 'redirect', to: `/programmes/${only.programmeId}` }
      }
      return {
        kind: 'page',
        title: 'Your programmes',
        body: createElement(ProgrammesPage, {
          name: person.name,
          programmes: person.programmes,
          mayStart: kindsOf(person, null).some((kind) => starters.includes(kind)),
        }),
      }
    }
  }
}

const staffForm = z.object({ idempotencyKey: z.uuid(), name: z.string(), email: z.string() })
const emptyForm: StaffForm = { name: '', email: '' }

const staffPage = async (
  { scope, person, read, newKey }: RouteContext<unknown, unknown>,
  form: StaffForm,
  errors: StaffFormErrors,
): Promise<Reply> => {
  const staff = await read((tx) => listStaff(tx, scope.organisationId))
  const organisation = person.kind === 'visitor' ? '' : person.organisationName
  const page = { organisation, staff, form, errors, idempotencyKey: newKey() }
  const status = Object.keys(errors).length === 0 ? 200 : 422
  return { kind: 'page', title: 'Staff', body: createElement(StaffPage, page), status }
}

const staffFields = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(200),
  email: z.string().trim().pipe(z.email('Enter an email address in the form name@example.com')),
})

const addToStaff = async (
  context: RouteContext<unknown, z.infer<typeof staffForm>>,
): Promise<Reply> => {
  const form = staffFields.safeParse(context.input)
  if (!form.success) {
    const entries = form.error.issues.map((issue) => [issue.path[0], issue.message])
    return staffPage(context, context.input, Object.fromEntries(entries))
  }
  const added = await addStaff(context.scope, { staffId: crypto.randomUUID(), ...form.data })
  if (added.ok) return { kind: 'redirect', to: '/organisation/staff' }
  return staffPage(context, context.input, { email: sentenceOfStaffProblem(added.problem) })
}

const sentenceOfStaffProblem = ({ kind }: StaffProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'staff.email_taken':
      return 'Somebody on the staff already has this email address'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Check the list, then send it again'
  }
}

const mailParams = z.object({ mail: z.uuid() })

/** Mails to mentors and mentees are not the administrator's to read, nor is what goes with them. */
const calendarEntry = async ({
  scope,
  params,
  read,
}: RouteContext<z.infer<typeof mailParams>, unknown>): Promise<Reply> => {
  const { organisationId, masterKey } = scope
  const mail = await read(async (tx) => {
    const key = await loadOrganisationKey(tx, organisationId, masterKey)
    return findMail(tx, { organisationId, mailId: params.mail }, key)
  })
  if (mail?.about !== null || mail.calendar === undefined) {
    const body = createElement(NoCalendarEntryPage)
    return { kind: 'page', title: 'There is no calendar entry here', body }
  }
  const { method, text } = mail.calendar
  const type = `text/calendar; charset=utf-8; method=${method}`
  return { kind: 'file', body: text, type, name: 'invite.ics' }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/',
    who: 'everyone',
    params: nothing,
    input: nothing,
    handle: start,
  }),
  route({
    method: 'GET',
    path: '/organisation/staff',
    who: ['administrator'],
    params: nothing,
    input: nothing,
    navigation: 'Staff',
    handle: (context) => staffPage(context, emptyForm, {}),
  }),
  route({
    method: 'POST',
    path: '/organisation/staff',
    who: ['administrator'],
    params: nothing,
    input: staffForm,
    handle: addToStaff,
  }),
  route({
    method: 'GET',
    path: '/organisation/outbox',
    who: ['administrator'],
    params: nothing,
    input: nothing,
    navigation: 'Outbox',
    handle: async ({ scope, service, read }) => {
      const { organisationId, masterKey } = scope
      const mails = await read(async (tx) => {
        const key = await loadOrganisationKey(tx, organisationId, masterKey)
        return listStaffMails(tx, organisationId, key)
      })
      const body = createElement(OutboxPage, { mails, sendsMail: service.sendsMail })
      return { kind: 'page', title: 'Outbox', body }
    },
  }),
  route({
    method: 'GET',
    path: '/organisation/outbox/:mail/invite.ics',
    who: ['administrator'],
    params: mailParams,
    input: nothing,
    handle: calendarEntry,
  }),
  route({
    method: 'GET',
    path: '/organisation/audit',
    who: ['administrator', 'auditor'],
    params: nothing,
    input: nothing,
    navigation: 'Audit log',
    handle: async ({ scope, read }) => {
      const [entries, chain] = await read(async (tx) => [
        await listAuditEntries(tx, scope.organisationId, shownEntries),
        await checkAuditChain(tx, scope.organisationId),
      ])
      return {
        kind: 'page',
        title: 'Audit log',
        body: createElement(AuditPage, { entries, chain }),
      }
    },
  }),
]
