/** What phones send: without an audit entry and without an idempotency key, which would tell who sent it and when. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, unrecorded } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { longestNote } from '../board/model.ts'
import { lockNotes } from '../board/note-store.ts'
import { lockClock } from '../sittings/clock-store.ts'
import { putBallot, type Vote } from './ballots.ts'
import { type OpenFollow, openFollow } from './load-follow.ts'
import { addPhonePoint, type SentPoint, showPhonePoints } from './phone-points.ts'
import type { BatchProblem, PhoneProblem } from './problems.ts'

type Scope = Pick<ActionScope, 'database' | 'organisationId' | 'masterKey'>

export type FromPhone = { readonly programmeId: string; readonly participantId: string }

/** Only for somebody who is in the room of a sitting that is going on. */
const fromPhone = (
  scope: Scope,
  { programmeId, participantId }: FromPhone,
  work: (tx: Transaction, open: OpenFollow) => Promise<Result<null, PhoneProblem>>,
): Promise<Result<null, PhoneProblem>> =>
  unrecorded(scope, async (tx): Promise<Result<null, PhoneProblem>> => {
    const open = await openFollow(tx, { ...scope, programmeId, participantId })
    return open?.standing === 'following' ? work(tx, open) : fail({ kind: 'phone.not_following' })
  })

export const sendPoint = (
  scope: Scope,
  { programmeId, participantId, ...point }: SentPoint & FromPhone,
): Promise<Result<null, PhoneProblem>> =>
  fromPhone(scope, { programmeId, participantId }, async (tx, { programme, mentees }) => {
    const isKnown =
      mentees.some(({ menteeId }) => menteeId === point.menteeId) &&
      programme.protocol.domains.some(({ id }) => id === point.domain)
    if (!isKnown) return fail({ kind: 'point.unknown_cell' })
    if (point.text === '') return fail({ kind: 'point.empty' })
    if (point.text.length > longestNote) return fail({ kind: 'point.too_long' })
    await addPhonePoint(tx, programme, point)
    return ok(null)
  })

export const castBallot = (
  scope: Scope,
  { programmeId, ...vote }: Vote & FromPhone,
): Promise<Result<null, PhoneProblem>> =>
  fromPhone(
    scope,
    { programmeId, participantId: vote.participantId },
    async (tx, { programme, mentees }) => {
      const notes = await lockNotes(tx, programme, { noteIds: [vote.noteId], mentees })
      if (notes.length === 0) return fail({ kind: 'note.not_there' })
      await putBallot(tx, programme, vote)
      return ok(null)
    },
  )

type Shown = { readonly programmeId: string; readonly formKey: string }

/** By the facilitator, before whom no point stands alone. */
export const showBatch = (
  scope: Scope,
  { programmeId, formKey }: Shown,
): Promise<Result<null, BatchProblem>> =>
  unrecorded(scope, async (tx): Promise<Result<null, BatchProblem>> => {
    const programme = await openProgramme(tx, { ...scope, programmeId })
    const clock = programme && (await lockClock(tx, programme))
    if (programme === null || clock?.state !== 'open') return fail({ kind: 'interview.not_open' })
    const isShown = await showPhonePoints(tx, programme, formKey)
    return isShown ? ok(null) : fail({ kind: 'batch.too_small' })
  })
