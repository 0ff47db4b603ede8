/** A programme opens to its people, and closes. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { listStaff } from '../../organisations/store.ts'
import { defaultConsentText } from '../../people/consent/default.ts'
import { putConsentText } from '../../people/consent/store.ts'
import { cancelReminders } from '../../people/reminders/reminder-store.ts'
import type { Place } from '../../people/store.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import { findProgramme, updateProgramme } from '../../protocol/store.ts'
import { deleteDrafts, rewriteStage } from '../windows/closing-store.ts'
import { listStageWindows, putStageWindow } from '../windows/window-store.ts'
import { loadSetUp } from './set-up.ts'
import { type OpeningProblem, openingProblems, type SetUpFacts } from './set-up-rules.ts'

export type StartProblem =
  | { readonly kind: 'programme.unknown' }
  | { readonly kind: 'programme.not_ready'; readonly problems: readonly OpeningProblem[] }

type OfProgramme = { readonly programmeId: string }

export const openToPeople = action(
  'programme.opened',
  async (context, { programmeId }: OfProgramme): Promise<Result<Done<null>, StartProblem>> => {
    const { tx, organisationId } = context
    const place = { organisationId, programmeId }
    const facts = await loadSetUp(tx, place)
    if (facts === null) return fail({ kind: 'programme.unknown' })
    const problems = openingProblems(facts)
    if (problems.length > 0) return fail({ kind: 'programme.not_ready', problems })
    if (facts.consentVersion === null) await takeUsualConsent(context, place, facts)
    await updateProgramme(tx, place, { state: 'open' })
    const { version } = facts.programme
    const { mentor: mentors, mentee: mentees } = facts.people
    return ok({ value: null, subject: programmeId, details: { version, mentors, mentees } })
  },
)

/** Whoever opens the programme is the one to ask, until somebody else is named. */
const takeUsualConsent = async (
  { tx, organisationId, actor }: ActionContext,
  place: Place,
  { programme }: SetUpFacts,
): Promise<void> => {
  const governance = await findGovernance(tx, place)
  const text = defaultConsentText(programme.protocol, programme, governance)
  const opener = (await listStaff(tx, organisationId)).find(({ staffId }) => staffId === actor.id)
  const contact =
    opener === undefined ? text.contact : { name: opener.name, email: opener.email, phone: '' }
  await putConsentText(tx, place, { ...text, contact })
}

export type EndProblem = {
  readonly kind: 'programme.unknown' | 'programme.not_open' | 'programme.closed'
}

/**
 * Nobody can answer any more: every stage closes, what was not sent goes, late answers lose their traces, too, and
 * reminders that still wait are taken back.
 */
export const closeProgramme = action(
  'programme.closed',
  async (
    { tx, organisationId },
    { programmeId, today }: OfProgramme & { readonly today: string },
  ): Promise<Result<Done<null>, EndProblem>> => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    if (programme.state === 'setting_up') return fail({ kind: 'programme.not_open' })
    if (programme.state === 'closed') return fail({ kind: 'programme.closed' })
    const place = { organisationId, programmeId }
    for (const window of await listStageWindows(tx, place)) {
      if (window.state === 'not_open') continue
      if (window.state === 'open')
        await putStageWindow(tx, place, { ...window, state: 'closed', closesOn: today })
      await rewriteStage(tx, place, window.stage)
    }
    await deleteDrafts(tx, place)
    await cancelReminders(tx, place)
    await updateProgramme(tx, place, { state: 'closed' })
    return ok({ value: null, subject: programmeId })
  },
)
