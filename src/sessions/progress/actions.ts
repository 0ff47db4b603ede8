/** The lead has all pairs at one point reminded. */
import { dayOf } from '../../lib/dates.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { nudgePurpose } from '../../people/delivery-log/model.ts'
import { listReachable, wayIn } from '../../people/inviting/reachable.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import { type LoadedProgress, loadProgress } from './load-progress.ts'
import type { NudgePoint, PairProgress } from './model.ts'
import { insertNudge } from './nudge-store.ts'
import { nudgeMail, nudgePath } from './nudge-words.ts'
import { type NudgeProblem, pairsToNudge } from './rules.ts'

export type Nudging = {
  readonly programmeId: string
  readonly point: NudgePoint
  readonly publicUrl: string
}

/**
 * The audit log gets the number of pairs and not of mails: who has no email address is known to the lead, and one mail
 * less would tell in which pairs they are.
 */
export const nudgePairs = action(
  'pairs.nudged',
  async (
    context,
    { programmeId, point, publicUrl }: Nudging,
  ): Promise<Result<Done<null>, NudgeProblem>> => {
    const loaded = await loadProgress(context.tx, { ...context, programmeId })
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { programme, progress, nudges } = loaded
    const today = dayOf(context.now)
    const there = pairsToNudge({ state: programme.state, progress, nudges, today }, point)
    if (!there.ok) return there
    const participantIds = peopleOf(loaded, there.value)
    await insertNudge(context.tx, programme, { point, day: today, participantIds })
    const mails = await mailsFor(context, loaded, { point, publicUrl, participantIds })
    await writeMails(context, programme.organisationKey, mails)
    const details = { point, pairs: there.value.length }
    return ok({ value: null, subject: programmeId, details })
  },
)

/** Each once, however many of their pairs are there; in the order of the ids, so that no two of a pair stand together. */
const peopleOf = ({ pairs }: LoadedProgress, there: readonly PairProgress[]): readonly string[] => {
  const ids = new Set(there.map(({ pairId }) => pairId))
  const people = pairs
    .filter(({ pairId }) => ids.has(pairId))
    .flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  return [...new Set(people)].toSorted()
}

type To = Omit<Nudging, 'programmeId'> & { readonly participantIds: readonly string[] }

const mailsFor = async (
  context: ActionContext,
  { programme }: LoadedProgress,
  { point, publicUrl, participantIds }: To,
): Promise<readonly NewMail[]> => {
  const address = `${publicUrl}/programmes/${programme.programmeId}${nudgePath(point)}`
  const reachable = await listReachable(context, programme, publicUrl)
  return participantIds.flatMap((id) => {
    const to = reachable.find(({ participantId }) => participantId === id)
    if (to?.state !== 'agreed') return []
    const words = { programme: programme.name, name: to.name, address }
    const mail = nudgeMail(point, { ...words, wayIn: wayIn(to.personalLink) })
    return [{ purpose: nudgePurpose, about: id, to: to.email, ...mail }]
  })
}
