/** The lead keeps the pairs that they chose. They are published as those of a draw are. */
import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { writeCertificate } from '../certificate/certificate.ts'
import { issueChosenCertificate } from '../certificate/issue-certificate.ts'
import { changeDraw, insertDraw } from '../procedure/draw-store.ts'
import type { LoadedAllocation } from '../procedure/load-allocation.ts'
import type { DrawnPair } from '../procedure/model.ts'
import { type ReasonProblem, readReason } from '../procedure/typed-texts.ts'
import { rewritePrivateAnswers } from '../willingness/lock-store.ts'
import { loadChoosing } from './load-choosing.ts'
import type { Choices, Choosing } from './model.ts'
import { type ChoicesProblem, type ChoosingProblem, decidePairs } from './rules.ts'

export type PairsChosen = {
  readonly programmeId: string
  readonly choices: Choices
  /** Not asked for the first time. */
  readonly reason: string
}

export type KeepingProblem =
  | ChoosingProblem
  | ChoicesProblem
  | ReasonProblem
  | { readonly kind: 'programme.unknown' }

export const keepChosenPairs = action(
  'pairs.chosen',
  async (
    context,
    { programmeId, choices, reason: typed }: PairsChosen,
  ): Promise<Result<Done<{ readonly number: number }>, KeepingProblem>> => {
    const loaded = await loadChoosing(context.tx, { ...context, programmeId })
    if (loaded === null) return fail({ kind: 'programme.unknown' })
    const { allocation, choosing } = loaded
    if (!choosing.ok) return choosing
    const pairs = decidePairs(choosing.value, choices)
    if (!pairs.ok) return pairs
    const reason = reasonFor(choosing.value, allocation, typed)
    if (!reason.ok) return reason
    const drawn = pairs.value.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }))
    const kept = { choosing: choosing.value, reason: reason.value, pairs: drawn }
    const number = await keep(context, allocation, kept)
    const { kind } = choosing.value
    const details = { number, kind, pairs: drawn.length }
    return ok({ value: { number }, subject: programmeId, details })
  },
)

export const reasonFor = (
  { kind }: Choosing,
  { participants }: LoadedAllocation,
  typed: string,
): Result<string | null, ReasonProblem> =>
  kind === 'first'
    ? ok(null)
    : readReason(
        typed,
        participants.map(({ name }) => name),
      )

type Kept = {
  readonly choosing: Choosing
  readonly reason: string | null
  readonly pairs: readonly DrawnPair[]
}

/** What was chosen before, and nobody was told, is replaced by it. */
const keep = async (
  { tx, now }: ActionContext,
  { programme, draws, current }: LoadedAllocation,
  { choosing, reason, pairs }: Kept,
): Promise<number> => {
  const number = 1 + Math.max(0, ...draws.map((draw) => draw.number))
  const [mentors, mentees] = [choosing.mentors, choosing.mentees].map((people) =>
    people.map(({ participantId }) => participantId),
  )
  const asked = { number, kind: choosing.kind, reason } as const
  await rewritePrivateAnswers(tx, programme)
  await insertDraw(tx, programme, {
    ...{ ...asked, mode: 'chosen', askedByRole: 'lead', lockedAt: now, inputs: null },
    people: { mentors: mentors ?? [], mentees: mentees ?? [] },
  })
  if (current?.state === 'drawn')
    await changeDraw(tx, programme, { number: current.number, state: 'replaced' })
  const certificate = issueChosenCertificate({
    ...{ ...asked, programmeId: programme.programmeId, askedBy: 'lead', drawnAt: now, pairs },
    ...{ mentors: choosing.mentors.length, mentees: choosing.mentees.length },
    ...{ salt: randomBytes(32).toString('hex'), earlier: draws },
  })
  await changeDraw(tx, programme, {
    ...{ number, state: 'drawn', drawnAt: now, pairs },
    certificate: writeCertificate(certificate),
  })
  return number
}
