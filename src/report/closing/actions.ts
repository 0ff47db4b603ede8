/** The end of a programme: the letter to everybody who took part goes once; until then the programme can be opened again. */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { listReachable } from '../../people/inviting/reachable.ts'
import { action, type Done } from '../../platform/action.ts'
import { writeMails } from '../../platform/mail.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { updateProgramme } from '../../protocol/store.ts'
import { letterMail } from './letter-mail.ts'
import { insertLetter } from './letter-store.ts'
import { loadEnding } from './load-ending.ts'
import { loadLetter } from './load-letter.ts'
import { type ClosingProblem, canReopen, canSendLetter } from './rules.ts'

type OfProgramme = { readonly programmeId: string }

/** From then on it stands on people's own pages, too. The audit log gets the number of mails alone. */
export const sendClosingLetter = action(
  'closing_letter.sent',
  async (
    context,
    { programmeId, publicUrl }: OfProgramme & { readonly publicUrl: string },
  ): Promise<Result<Done<null>, ClosingProblem>> => {
    const { tx, organisationId, now } = context
    const place = { organisationId, programmeId }
    const loaded = await loadEnding(tx, place)
    const programme = await openProgramme(tx, { ...context, programmeId })
    const facts = await loadLetter(tx, { ...context, programmeId })
    if (loaded === null || programme === null || facts === null)
      return fail({ kind: 'programme.unknown' })
    const allowed = canSendLetter(loaded.ending)
    if (!allowed.ok) return allowed
    await insertLetter(tx, place, dayOf(now))
    const people = await listReachable(context, place, publicUrl)
    const mails = people
      .filter(({ state }) => state === 'agreed')
      .map((to) => letterMail(facts, to, { publicUrl, programmeId }))
    await writeMails(context, programme.organisationKey, mails)
    return ok({ value: null, subject: programmeId, details: { mails: mails.length } })
  },
)

/** Stages stay closed until each is opened again. */
export const reopenProgramme = action(
  'programme.reopened',
  async (context, { programmeId }: OfProgramme): Promise<Result<Done<null>, ClosingProblem>> => {
    const { tx, organisationId } = context
    const place = { organisationId, programmeId }
    const loaded = await loadEnding(tx, place)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const allowed = canReopen(loaded.ending)
    if (!allowed.ok) return allowed
    await updateProgramme(tx, place, { state: 'open' })
    return ok({ value: null, subject: programmeId })
  },
)
