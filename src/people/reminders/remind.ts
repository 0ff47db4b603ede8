/**
 * One way to remind people, whatever of: what is due is looked up, kept as sent, entered in the audit log and mailed, in
 * one transaction for each programme. None goes twice, and nobody is reminded at night.
 */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, type ActionScope, action, type Done } from '../../platform/action.ts'
import { read, type Transaction } from '../../platform/database.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import { type OpenProgramme, openProgramme } from '../../protocol/open-programme.ts'
import { listProgrammes } from '../../protocol/store.ts'
import type { Place } from '../store.ts'
import { isTimeToRemind } from './reminder-rules.ts'
import { insertReminders } from './reminder-store.ts'

/** What somebody is to be reminded of, and which reminders of it are due. */
export type Due = {
  readonly participantId: string
  readonly about: string
  readonly numbers: readonly number[]
}

type Mailing<D extends Due> = {
  readonly programme: OpenProgramme
  readonly due: readonly D[]
  readonly publicUrl: string
}

export type Reminding<D extends Due> = {
  /** As it stands in the audit log. */
  readonly event: string
  /** Only programmes that are open are asked. */
  readonly listDue: (
    tx: Transaction,
    programme: OpenProgramme,
    today: string,
  ) => Promise<readonly D[]>
  /** To some or all of those who are due. */
  readonly mailsFor: (
    context: ActionContext,
    mailing: Mailing<D>,
  ) => Promise<readonly NewMail[]> | readonly NewMail[]
  /** For the audit log. Absent: nothing, where a number would tell how many have not answered. */
  readonly detailsOf?: (due: readonly D[]) => NonNullable<Done<null>['details']>
}

export type Run = { readonly now: Date; readonly publicUrl: string }

/** For each programme of an organisation, as often as the clock ticks. */
export const remind = <D extends Due>(
  reminding: Reminding<D>,
): ((scope: ActionScope, run: Run) => Promise<void>) => {
  const remindProgramme = sending(reminding)
  return async (scope, { now, publicUrl }) => {
    if (!isTimeToRemind(now)) return
    const today = dayOf(now)
    const waiting = await read(scope.database, scope.organisationId, (tx) =>
      programmesWaiting(tx, scope, { reminding, today }),
    )
    for (const programmeId of waiting)
      await remindProgramme(scope, { programmeId, today, publicUrl })
  }
}

type Scope = Pick<ActionScope, 'organisationId' | 'masterKey'>

const openOne = async (
  tx: Transaction,
  { organisationId, masterKey }: Scope,
  programmeId: string,
): Promise<OpenProgramme | null> => {
  const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
  return programme?.state === 'open' ? programme : null
}

const programmesWaiting = async <D extends Due>(
  tx: Transaction,
  scope: Scope,
  { reminding, today }: { readonly reminding: Reminding<D>; readonly today: string },
): Promise<readonly string[]> => {
  const waiting: string[] = []
  for (const { programmeId } of await listProgrammes(tx, scope.organisationId)) {
    const programme = await openOne(tx, scope, programmeId)
    if (programme === null) continue
    if ((await reminding.listDue(tx, programme, today)).length > 0) waiting.push(programmeId)
  }
  return waiting
}

type Asked = { readonly programmeId: string; readonly today: string; readonly publicUrl: string }
type RemindProblem = { readonly kind: 'programme.unknown' | 'reminders.none_due' }

/** What is due is looked up again under the lock: another server may have been quicker. */
const sending = <D extends Due>({ event, listDue, mailsFor, detailsOf }: Reminding<D>) =>
  action(event, async (context, asked: Asked): Promise<Result<Done<null>, RemindProblem>> => {
    const { programmeId, today, publicUrl } = asked
    const programme = await openOne(context.tx, context, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const due = await listDue(context.tx, programme, today)
    if (due.length === 0) return fail({ kind: 'reminders.none_due' })
    await keepAsSent(context.tx, programme, due)
    const mails = await mailsFor(context, { programme, due, publicUrl })
    await writeMails(context, programme.organisationKey, mails)
    const details = detailsOf === undefined ? {} : { details: detailsOf(due) }
    return ok({ value: null, subject: programmeId, ...details })
  })

const keepAsSent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  due: readonly Due[],
): Promise<void> => {
  for (const [about, some] of Map.groupBy(due, (one) => one.about)) {
    const rows = some.flatMap(({ participantId, numbers }) =>
      numbers.map((number) => ({ participantId, number })),
    )
    await insertReminders(tx, { organisationId, programmeId, about }, rows)
  }
}
