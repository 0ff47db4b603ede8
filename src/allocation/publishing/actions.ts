/** The pairs of a draw are published: in one transaction, so in the same minute for everybody. */
import { createRandom, freshSeed } from '../../lib/random.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { listReachable } from '../../people/inviting/reachable.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import { endPairs } from '../departures/departure-store.ts'
import { changeDraw } from '../procedure/draw-store.ts'
import { type LoadedAllocation, loadAllocation } from '../procedure/load-allocation.ts'
import { insertPairs } from '../store.ts'
import { loadToPublish } from './load-publishing.ts'
import { partnerMail } from './partner-mails.ts'
import type { PublishingProblem } from './publishing-problems.ts'
import { changesOf, isChange, labelled, type Told, toBeTold } from './publishing-rules.ts'

export type Publishing = {
  readonly programmeId: string
  /** Which draw: the one that was looked at. */
  readonly number: number
  readonly publicUrl: string
}

export type Published = { readonly pairs: number; readonly mails: number }

/** The audit log gets numbers alone. */
export const publishAllocation = action(
  'allocation.published',
  async (context, input: Publishing): Promise<Result<Done<Published>, PublishingProblem>> => {
    const { tx, now } = context
    const { programmeId, number, publicUrl } = input
    const allocation = await loadAllocation(tx, { ...context, programmeId })
    if (allocation === null) return fail({ kind: 'programme.unknown' })
    const ready = await loadToPublish(tx, allocation, number)
    if (!ready.ok) return ready
    const { programme } = allocation
    const { drawn } = ready.value
    const changes = changesOf(allocation.pairs, drawn)
    const added = labelled(changes.added, allocation.pairs, createRandom(freshSeed()))
    await endPairs(
      tx,
      programme,
      changes.ended.map(({ pairId }) => pairId),
    )
    await insertPairs(
      tx,
      programme,
      added.map((pair) => ({ ...pair, pairId: crypto.randomUUID(), drawNumber: number })),
    )
    await changeDraw(tx, programme, { number, state: 'published', publishedAt: now })
    const told = toBeTold(allocation.pairs, drawn.people, changes)
    const mails = await mailsFor(context, allocation, { told, publicUrl })
    await writeMails(context, programme.organisationKey, mails)
    const value = { pairs: drawn.pairs.length, mails: mails.length }
    return ok({ value, subject: programmeId, details: { number, ...value } })
  },
)

type Telling = {
  readonly told: readonly Told[]
  readonly publicUrl: string
}

/** Whoever has no address finds it on their page. */
const mailsFor = async (
  context: ActionContext,
  { programme, participants, pairs }: LoadedAllocation,
  { told, publicUrl }: Telling,
): Promise<readonly NewMail[]> => {
  const reachable = await listReachable(context, programme, publicUrl)
  return told.flatMap(({ participantId, partnerIds }) => {
    const to = reachable.find((one) => one.participantId === participantId)
    if (to === undefined) return []
    const partners = participants
      .filter((one) => partnerIds.includes(one.participantId))
      .map(({ name }) => name)
    return [partnerMail(programme, { to, partners, isChange: isChange(pairs) }, publicUrl)]
  })
}
