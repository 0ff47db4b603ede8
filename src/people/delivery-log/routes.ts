/** The doors of the list of messages. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Result } from '../../lib/result.ts'
import { loadOrganisationKey } from '../../organisations/store.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { nextReminder } from '../reminders/reminder-rules.ts'
import { listUnanswered } from '../reminders/reminders.ts'
import type { Place } from '../store.ts'
import { noteCameBack, sendAgain } from './actions.ts'
import { loadFailingAddresses } from './failing-addresses.ts'
import { DeliveryLogPage, type NextReminders } from './pages.tsx'
import { type DeliveryProblem, sentenceOfDeliveryProblem } from './problems.ts'
import { countDeliveries, listDeliveries } from './store.ts'

const params = z.object({ programme: z.uuid() })
const mailParams = z.object({ programme: z.uuid(), mail: z.uuid() })
type MailParams = z.infer<typeof mailParams>

const notices = {
  again: 'The message is written again. It goes out within a minute',
  back: 'The message is marked as come back',
} as const

/** What somebody may have typed into the address is no reason to refuse the page. */
const query = z.object({
  show: z.literal('problems').optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
  done: z.enum(['again', 'back']).optional().catch(undefined),
})
const form = z.object({ idempotencyKey: z.uuid() })

const onPage = 100

const show = async (
  context: RouteContext<z.infer<typeof params>, z.infer<typeof query>>,
): Promise<Reply> => {
  const { scope, input, newKey, service } = context
  const { organisationId, masterKey } = scope
  const programmeId = context.params.programme
  const place = { organisationId, programmeId }
  const onlyProblems = input.show === 'problems'
  const found = await context.read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return null
    const count = await countDeliveries(tx, place)
    const pages = Math.max(1, Math.ceil((onlyProblems ? count.problems : count.all) / onPage))
    const page = Math.min(input.page, pages)
    const part = { onlyProblems, limit: onPage, offset: (page - 1) * onPage }
    const deliveries = await listDeliveries(tx, place, part)
    const reminders = await nextReminders(tx, place, programme)
    const organisationKey = await loadOrganisationKey(tx, organisationId, masterKey)
    const now = new Date()
    const failing = await loadFailingAddresses(tx, { ...place, organisationKey, now })
    return { programme, count, pages, page, deliveries, reminders, failing }
  })
  if (found === null) return { kind: 'not_found' }
  const deliveries = found.deliveries.map((delivery) => ({
    ...delivery,
    keys: { again: newKey(), cameBack: newKey() },
  }))
  const notice = input.done === undefined ? null : notices[input.done]
  const { sendsMail } = service
  const body = createElement(DeliveryLogPage, {
    ...found,
    deliveries,
    onlyProblems,
    sendsMail,
    notice,
  })
  return { kind: 'page', title: 'Messages', body }
}

const nextReminders = async (
  tx: Transaction,
  place: Place,
  programme: ProgrammeWithProtocol,
): Promise<readonly NextReminders[]> => {
  if (programme.state !== 'open') return []
  const days = (await listUnanswered(tx, place, programme)).flatMap(({ reminding }) => {
    const day = nextReminder(reminding)
    return day === null ? [] : [day]
  })
  return [...Map.groupBy(days, (day) => day)]
    .map(([day, some]) => ({ day, people: some.length }))
    .toSorted((one, other) => one.day.localeCompare(other.day))
}

type Outcome = Result<null, DeliveryProblem | RepeatedKeyProblem>

const replyTo = (outcome: Outcome, programmeId: string, done: keyof typeof notices): Reply => {
  const to = `/programmes/${programmeId}/deliveries?done=${done}`
  if (outcome.ok) return { kind: 'redirect', to }
  if (outcome.problem.kind === 'delivery.unknown') return { kind: 'not_found' }
  const sentences = [sentenceOfDeliveryProblem(outcome.problem)]
  return { kind: 'problem', title: 'Nothing was changed', sentences }
}

type MailContext = RouteContext<MailParams, z.infer<typeof form>>
const chosen = ({ programme: programmeId, mail: mailId }: MailParams) => ({ programmeId, mailId })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/deliveries',
    who: ['lead'],
    params,
    input: query,
    handle: show,
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/deliveries/:mail/again',
    who: ['lead'],
    params: mailParams,
    input: form,
    handle: async ({ scope, params: given }: MailContext) =>
      replyTo(await sendAgain(scope, chosen(given)), given.programme, 'again'),
  }),
  route({
    method: 'POST',
    path: '/programmes/:programme/deliveries/:mail/came-back',
    who: ['lead'],
    params: mailParams,
    input: form,
    handle: async ({ scope, params: given }: MailContext) =>
      replyTo(await noteCameBack(scope, chosen(given)), given.programme, 'back'),
  }),
]
