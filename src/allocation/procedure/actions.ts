/** The procedure of a draw: willingness is closed, two people give a value, the draw is made, or another is asked for. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { commitmentOf } from '../certificate/hash.ts'
import { hasLeft } from '../departures/people-left.ts'
import { writeReconsiderMails } from '../willingness/reconsider-mails.ts'
import type { TakingPart } from './collect-inputs.ts'
import { insertContribution } from './contribution-store.ts'
import { changeDraw, findPeople, reopenDraw } from './draw-store.ts'
import { type LoadedAllocation, loadAllocation } from './load-allocation.ts'
import type { AllocationDraw, ContributingRole } from './model.ts'
import { type FixedInputs, loadFixedInputs, prospectOf } from './prospect.ts'
import { recordDraw } from './record-draw.ts'
import {
  type AgainProblem,
  type DrawingProblem,
  factsOf,
  type GivingProblem,
  type LockProblem,
  mayAskAgain,
  mayDraw,
  mayGive,
  mayLock,
  mayReopen,
  type ReopenProblem,
  rolesOf,
  valuesOf,
} from './rules.ts'
import { startDraw } from './start-draw.ts'
import { everybody, thoseWhoStay } from './taking-part.ts'
import { type ReasonProblem, readReason, readValue, type ValueProblem } from './typed-texts.ts'

export type UnknownProgramme = { readonly kind: 'programme.unknown' }

type OfProgramme = { readonly programmeId: string }
type OfDraw = OfProgramme & { readonly number: number }

const load = (context: ActionContext, { programmeId }: OfProgramme) =>
  loadAllocation(context.tx, { ...context, programmeId })

const drawNumbered = ({ draws }: LoadedAllocation, number: number): AllocationDraw => {
  const draw = draws.find((one) => one.number === number)
  if (draw === undefined) throw new Error(`There is no draw ${number}.`)
  return draw
}

export const lockWillingness = action(
  'willingness.locked',
  async (
    context,
    input: OfProgramme,
  ): Promise<Result<Done<{ readonly number: number }>, LockProblem | UnknownProgramme>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const allowed = mayLock(factsOf(loaded))
    if (!allowed.ok) return allowed
    const { number, inputsSha256 } = await startDraw(context, loaded.programme, {
      ...{ kind: 'first', reason: null, askedByRole: 'lead' },
      takingPart: everybody(loaded.participants),
    })
    const details = { number, inputsSha256 }
    return ok({ value: { number }, subject: input.programmeId, details })
  },
)

export type Reopening = OfDraw & {
  /** All mentors get the same message, so that getting it tells nobody anything. */
  readonly asksMentors: boolean
  /** Where the message leads. */
  readonly publicUrl: string
}

/** The willingness is open again; of another draw, the request is dropped, and what was drawn before stays. */
export const reopenWillingness = action(
  'allocation.reopened',
  async (
    context,
    { number, asksMentors, publicUrl, ...input }: Reopening,
  ): Promise<Result<Done<null>, ReopenProblem | UnknownProgramme>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { programme, holders, participants } = loaded
    const roles = rolesOf(holders, context.actor.id)
    const allowed = mayReopen(factsOf(loaded), { number, roles })
    if (!allowed.ok) return allowed
    await reopenDraw(context.tx, programme, number)
    const { kind } = drawNumbered(loaded, number)
    const asks = asksMentors && kind === 'first'
    const mentors = participants.filter(
      ({ role, state }) => role === 'mentor' && state === 'agreed',
    )
    if (asks) await writeReconsiderMails(context, programme, { mentors, publicUrl })
    const details = { number, kind, asksMentors: asks }
    return ok({ value: null, subject: programme.programmeId, details })
  },
)

/** The draw can be made of these inputs, or it is better to know before a value is given. */
export type InputsProblem = {
  readonly kind: 'allocation.not_all_can_be_paired' | 'allocation.somebody_left'
}

const fixedInputs = async (
  { tx }: ActionContext,
  { programme, participants }: LoadedAllocation,
  number: number,
): Promise<Result<FixedInputs, InputsProblem>> => {
  const fixed = await loadFixedInputs(tx, programme, number)
  return hasLeft(fixed.people, participants)
    ? fail({ kind: 'allocation.somebody_left' })
    : ok(fixed)
}

export type ValueGiven = OfDraw & { readonly role: ContributingRole; readonly value: string }

type ValueProblems = GivingProblem | ValueProblem | InputsProblem | UnknownProgramme

/** The second value commits both people to the draw that follows from them. */
export const giveValue = action(
  'allocation_value.given',
  async (
    context,
    { number, role, value: typed, ...input }: ValueGiven,
  ): Promise<Result<Done<{ readonly isCommitted: boolean }>, ValueProblems>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const staffId = context.actor.id ?? ''
    const allowed = mayGive(factsOf(loaded), loaded, { number, staffId, role })
    if (!allowed.ok) return allowed
    const value = readValue(typed)
    if (!value.ok) return value
    const fixed = await fixedInputs(context, loaded, number)
    if (!fixed.ok) return fixed
    if (!prospectOf(fixed.value).draw.ok) return fail({ kind: 'allocation.not_all_can_be_paired' })
    const contribution = { role, staffId, value: value.value }
    await insertContribution(context.tx, loaded.programme, { number, ...contribution })
    const given = [...loaded.contributions, contribution]
    const commitment = await commit(context, { ...loaded, contributions: given }, number)
    const details = { number, role, ...(commitment === null ? {} : { commitment }) }
    return ok({
      value: { isCommitted: commitment !== null },
      ...{ subject: input.programmeId, details },
    })
  },
)

/** Null: one of the two values is missing. */
const commit = async (
  { tx }: ActionContext,
  loaded: LoadedAllocation,
  number: number,
): Promise<string | null> => {
  const values = valuesOf(loaded.contributions)
  const { inputsSha256 } = drawNumbered(loaded, number)
  if (values === null || inputsSha256 === null) return null
  const commitment = commitmentOf(inputsSha256, values)
  await changeDraw(tx, loaded.programme, { number, state: 'committed', commitment })
  return commitment
}

type Drawn = { readonly number: number }

/** Once: whoever presses later finds the draw that was made. */
export const makeDraw = action(
  'allocation.drawn',
  async (
    context,
    { number, ...input }: OfDraw,
  ): Promise<Result<Done<Drawn>, DrawingProblem | InputsProblem | UnknownProgramme>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const allowed = mayDraw(factsOf(loaded), number)
    if (!allowed.ok) return allowed
    const { programme, draws } = loaded
    const contributions = valuesOf(loaded.contributions)
    if (contributions === null) return fail({ kind: 'allocation.values_missing' })
    const fixed = await fixedInputs(context, loaded, number)
    if (!fixed.ok) return fixed
    const { allocation, resultSha256, certificateSha256 } = await recordDraw(context, programme, {
      ...{ draw: drawNumbered(loaded, number), draws, fixed: fixed.value, contributions },
    })
    const { mentors, mentees } = fixed.value.inputs
    const counts = {
      ...{ mentors: mentors.length, mentees: mentees.length },
      ...{ pairs: allocation.pairs.length, forced: allocation.forced.length },
    }
    const hashes = { resultSha256, certificateSha256 }
    const details = { number, ...hashes, method: allocation.method, ...counts }
    return ok({ value: { number }, subject: programme.programmeId, details })
  },
)

export type Asking = OfDraw & { readonly reason: string }

type AskingProblem = AgainProblem | ReasonProblem | UnknownProgramme

/** What is drawn stays until the new one is drawn; the other person agrees by giving a value. */
export const askAgain = action(
  'allocation.asked_again',
  async (
    context,
    { number: replaces, reason: typed, ...input }: Asking,
  ): Promise<Result<Done<Drawn>, AskingProblem>> => {
    const loaded = await load(context, input)
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const [askedByRole] = rolesOf(loaded.holders, context.actor.id)
    if (askedByRole === undefined) return fail({ kind: 'allocation.no_role' })
    const allowed = mayAskAgain(factsOf(loaded), replaces)
    if (!allowed.ok) return allowed
    const names = loaded.participants.map(({ name }) => name)
    const reason = readReason(typed, names)
    if (!reason.ok) return reason
    const { number, inputsSha256 } = await startDraw(context, loaded.programme, {
      ...{ kind: 'again', reason: reason.value, askedByRole },
      takingPart: await takingPartAgain(context, loaded, replaces),
    })
    const details = { number, replaces, inputsSha256, role: askedByRole }
    return ok({ value: { number }, subject: input.programmeId, details })
  },
)

/** Before anything was published: everybody. After that: those of the draw that is replaced, as far as they are there. */
const takingPartAgain = async (
  { tx }: ActionContext,
  { programme, participants, pairs }: LoadedAllocation,
  replaces: number,
): Promise<TakingPart> => {
  if (pairs.length === 0) return everybody(participants)
  const people = await findPeople(tx, programme, replaces)
  return thoseWhoStay(participants, pairs, people ?? { mentors: [], mentees: [] })
}
