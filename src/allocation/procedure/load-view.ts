/** What the page of the allocation shows to one of its two people: states, counts and hashes, and nobody's willingness. */
import { createRandom } from '../../lib/random.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Progress } from '../../questionnaires/windows/collecting-rules.ts'
import type { Certificate } from '../certificate/certificate.ts'
import type { Inputs } from '../certificate/inputs.ts'
import { readCertificate } from '../certificate/read-certificate.ts'
import { hasLeft } from '../departures/people-left.ts'
import type { Method, NoCompletePairing } from '../model.ts'
import { loadPublishView, type PublishView } from '../publishing/load-publish-view.ts'
import { type Repairs, repairsOf } from '../repairs.ts'
import { type Draw, drawAllocation } from '../rules.ts'
import { type LoadedAllocation, loadAllocation } from './load-allocation.ts'
import type { AllocationDraw, ContributingRole } from './model.ts'
import { loadFixedInputs, prospectOf } from './prospect.ts'
import { notInDraw, rolesOf } from './rules.ts'
import { loadWillingnessProgress } from './willingness-progress.ts'

/** Why not everybody can be paired; `nobody`: one of the two sides is empty, as where no mentor is free. */
export type Shortage =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'short'; readonly problem: NoCompletePairing; readonly repairs: Repairs }

/** Of a draw that is to be made. */
export type BeforeDraw = {
  readonly mentors: number
  readonly mentees: number
  /** Take part, and are not in this draw: agreed since, or said yes to nobody. */
  readonly notInDraw: number
  /** For whom there is no mentor, whatever is drawn. */
  readonly withoutMentor: number
  readonly hasLeft: boolean
  readonly shortage: Shortage | null
  /** Null: no complete pairing. */
  readonly method: Method | null
}

export type AllocationView = {
  readonly allocation: LoadedAllocation
  readonly viewer: { readonly staffId: string; readonly roles: readonly ContributingRole[] }
  /** Null: no stage of the protocol asks for willingness. */
  readonly progress: Progress | null
  /** Null: no draw is to be made. */
  readonly before: BeforeDraw | null
  /** Of the draw that is made. */
  readonly certificate: Certificate | null
  /** Whether the pairs can be published, and what could be concluded from them, in numbers; null: none are drawn. */
  readonly publishing: PublishView['standing'] | null
}

type Asked = Parameters<typeof loadAllocation>[1] & { readonly staffId: string }

/** Null: the organisation has no such programme. */
export const loadView = async (tx: Transaction, asked: Asked): Promise<AllocationView | null> => {
  const allocation = await loadAllocation(tx, asked)
  if (allocation === null) return null
  const { programme, current, holders } = allocation
  const { staffId } = asked
  return {
    ...{ allocation, viewer: { staffId, roles: rolesOf(holders, staffId) } },
    progress: await loadWillingnessProgress(tx, programme),
    before: await loadBefore(tx, allocation),
    certificate: certificateOf(current),
    publishing: current?.state === 'drawn' ? await loadPublishing(tx, asked) : null,
  }
}

const loadPublishing = async (
  tx: Transaction,
  asked: Asked,
): Promise<AllocationView['publishing']> => (await loadPublishView(tx, asked))?.standing ?? null

const certificateOf = (current: AllocationDraw | null): Certificate | null => {
  const text = current?.certificate ?? null
  if (text === null) return null
  const read = readCertificate(text)
  if (!read.ok) throw new Error(`The certificate of a draw: ${read.problem.kind}`)
  return read.value
}

const loadBefore = async (
  tx: Transaction,
  { programme, participants, pairs, current }: LoadedAllocation,
): Promise<BeforeDraw | null> => {
  if (current?.state !== 'locked' && current?.state !== 'committed') return null
  const fixed = await loadFixedInputs(tx, programme, current.number)
  const { people, inputs } = fixed
  const { input, draw } = prospectOf(fixed)
  return {
    ...{ mentors: inputs.mentors.length, mentees: inputs.mentees.length },
    notInDraw: people === null || pairs.length > 0 ? 0 : notInDraw(people, participants),
    withoutMentor: draw.ok ? withoutMentor(inputs, draw.value) : 0,
    hasLeft: hasLeft(people, participants),
    shortage: draw.ok ? null : shortageOf(draw.problem, repairsOf(input)),
    method: draw.ok ? draw.value.method : null,
  }
}

/** As many people as possible are paired in every pairing that can be drawn, so that any of them tells. */
const withoutMentor = ({ mentors, mentees, capacity }: Inputs, draw: Draw): number => {
  if (capacity === null) return Math.max(0, mentees.length - mentors.length)
  const unpaired = new Set(drawAllocation(draw, createRandom('any')).unpaired)
  return mentees.filter((label) => unpaired.has(label)).length
}

const shortageOf = (
  problem: NoCompletePairing | { readonly kind: 'allocation.nobody' },
  repairs: Repairs | null,
): Shortage =>
  problem.kind === 'allocation.nobody' || repairs === null
    ? { kind: 'nobody' }
    : { kind: 'short', problem, repairs }
