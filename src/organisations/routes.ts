/** The doors of the organisation: its start page, its staff, its outbox, its audit log. */
import { createElement } from 'react'
import { z } from 'zod'
import { checkAuditChain, listAuditEntries } from '../platform/audit.ts'
import { listMails } from '../platform/mail.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { AuditPage, OutboxPage, ProgrammesPage, StaffPage } from './pages.tsx'
import { WelcomePage } from './sign-in-pages.tsx'
import { listStaff, loadOrganisationKey } from './store.ts'

const nothing = z.object({})
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
        body: createElement(ProgrammesPage, { name: person.name, programmes: person.programmes }),
      }
    }
  }
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
    handle: async ({ scope, person, read }) => {
      const staff = await read((tx) => listStaff(tx, scope.organisationId))
      const organisation = person.kind === 'visitor' ? '' : person.organisationName
      return {
        kind: 'page',
        title: 'Staff',
        body: createElement(StaffPage, { organisation, staff }),
      }
    },
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
        return listMails(tx, organisationId, key)
      })
      const body = createElement(OutboxPage, { mails, sendsMail: service.sendsMail })
      return { kind: 'page', title: 'Outbox', body }
    },
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
