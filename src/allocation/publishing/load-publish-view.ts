/** What the lead is told before publishing. The pairs are counted here, and go no further. */
import { listSupervisions, type Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { readCertificate } from '../certificate/read-certificate.ts'
import { type LoadedAllocation, loadAllocation } from '../procedure/load-allocation.ts'
import type { AllocationDraw } from '../procedure/model.ts'
import { everybody } from '../procedure/taking-part.ts'
import { loadToPublish, type ToPublish } from './load-publishing.ts'
import type { PublishingProblem } from './publishing-problems.ts'
import { changesOf, isChange, toBeTold, withoutMail } from './publishing-rules.ts'
import { warningsBefore } from './what-can-be-concluded.ts'

export type Ready = {
  readonly draw: AllocationDraw
  readonly pairs: number
  /** How many people are told who their partner is, or that they have none; null: only those who have others now. */
  readonly told: number | null
  /** Null: chosen by hand. */
  readonly chance: {
    readonly forced: number
    readonly warnings: readonly string[]
  } | null
}

export type PublishView = {
  readonly programme: OpenProgramme
  /** Of everybody who takes part, by name. */
  readonly withoutMail: readonly string[]
  readonly standing:
    | { readonly kind: 'ready'; readonly ready: Ready }
    | { readonly kind: 'published'; readonly at: Date }
    | { readonly kind: 'not_ready'; readonly problem: PublishingProblem }
}

type Asked = Place & { readonly masterKey: Key }

/** Null: the organisation has no such programme. */
export const loadPublishView = async (
  tx: Transaction,
  asked: Asked,
): Promise<PublishView | null> => {
  const allocation = await loadAllocation(tx, asked)
  if (allocation === null) return null
  const { programme, participants } = allocation
  return {
    programme,
    withoutMail: withoutMail(participants).map(({ name }) => name),
    standing: await standingOf(tx, allocation),
  }
}

const standingOf = async (
  tx: Transaction,
  allocation: LoadedAllocation,
): Promise<PublishView['standing']> => {
  const { current } = allocation
  if (current?.publishedAt) return { kind: 'published', at: current.publishedAt }
  const toPublish = await loadToPublish(tx, allocation, current?.number ?? 0)
  return toPublish.ok
    ? { kind: 'ready', ready: await readyOf(tx, allocation, toPublish.value) }
    : { kind: 'not_ready', problem: toPublish.problem }
}

const readyOf = async (
  tx: Transaction,
  { programme, pairs, participants }: LoadedAllocation,
  { draw, drawn }: ToPublish,
): Promise<Ready> => {
  const changes = changesOf(pairs, drawn)
  const common = {
    draw,
    pairs: drawn.pairs.length,
    told: isChange(pairs) ? null : toBeTold(pairs, drawn.people, changes).length,
  }
  const certificate = readCertificate(draw.certificate ?? '')
  if (!certificate.ok) throw new Error(`The certificate of draw ${draw.number} does not read.`)
  if (certificate.value.mode === 'chosen') return { ...common, chance: null }
  const warnings = warningsBefore({
    protocol: programme.protocol,
    people: drawn.people,
    group: everybody(participants),
    drawn: drawn.pairs,
    staying: changes.kept,
    supervisions: await listSupervisions(tx, programme),
    certificate: certificate.value,
  })
  return { ...common, chance: { forced: certificate.value.forced, warnings } }
}
