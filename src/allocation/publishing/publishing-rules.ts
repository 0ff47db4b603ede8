/** Whether the pairs of a draw can be published, what that changes, and who is told. */
import type { Random } from '../../lib/random.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Participant } from '../../people/model.ts'
import { pairsEndedBy } from '../departures/pairs-ended-by.ts'
import { hasLeft } from '../departures/people-left.ts'
import type { LoadedAllocation } from '../procedure/load-allocation.ts'
import type { AllocationDraw, DrawnPair, People } from '../procedure/model.ts'
import type { StoredPair } from '../store.ts'
import type { PublishingProblem } from './publishing-problems.ts'

/** What came out of a draw, and who was in it. */
export type Drawn = { readonly pairs: readonly DrawnPair[]; readonly people: People }

type Standing = Pick<LoadedAllocation, 'draws'> & {
  readonly programme: Pick<LoadedAllocation['programme'], 'state'>
}

/** @returns the draw, when it is the one to be published */
export const drawToPublish = (
  { programme, draws }: Standing,
  number: number,
): Result<AllocationDraw, PublishingProblem> => {
  const draw = draws.find((one) => one.number === number)
  switch (draw?.state) {
    case undefined:
    case 'reopened':
    case 'replaced':
      return fail({ kind: 'allocation.not_to_be_published' })
    case 'published':
      return fail({ kind: 'allocation.published_already' })
    case 'locked':
    case 'committed':
      return fail({ kind: 'allocation.not_drawn' })
    case 'drawn':
      break
  }
  if (programme.state !== 'open') return fail({ kind: 'allocation.programme_not_open' })
  const isAnother = draws.some(({ state }) => state === 'locked' || state === 'committed')
  return isAnother ? fail({ kind: 'allocation.another_under_way' }) : ok(draw)
}

const isSameAs =
  (pair: DrawnPair) =>
  ({ mentorId, menteeId }: DrawnPair): boolean =>
    mentorId === pair.mentorId && menteeId === pair.menteeId

type Now = {
  readonly participants: readonly Pick<Participant, 'participantId' | 'state'>[]
  readonly pairs: readonly StoredPair[]
}

/** Whoever was in the draw and has no partner counts too: else the problem would tell that they have one. */
export const everybodyIsThere = (
  { participants, pairs: stored }: Now,
  pairs: readonly DrawnPair[] | null,
  people: People | null,
): Result<Drawn, PublishingProblem> => {
  if (pairs === null || people === null || hasLeft(people, participants))
    return fail({ kind: 'allocation.left_since' })
  const exited = stored.filter(({ hasExited }) => hasExited)
  return pairs.some((pair) => exited.some(isSameAs(pair)))
    ? fail({ kind: 'allocation.ended_since' })
    : ok({ pairs, people })
}

export type PairChanges = {
  readonly ended: readonly StoredPair[]
  readonly added: readonly DrawnPair[]
  /** Those that nothing changes about. */
  readonly kept: readonly StoredPair[]
}

/** A pair that the draw dissolves and makes again simply goes on. */
export const changesOf = (stored: readonly StoredPair[], { pairs, people }: Drawn): PairChanges => {
  const current = stored.filter(({ hasEnded }) => !hasEnded)
  const ended = pairsEndedBy(people, current).filter((one) => !pairs.some(isSameAs(one)))
  const kept = current.filter((one) => !ended.includes(one))
  return { ended, kept, added: pairs.filter((pair) => !kept.some(isSameAs(pair))) }
}

/** P1, P2 … in an order of chance, after those that were given before, also to pairs that have ended. */
export const labelled = (
  added: readonly DrawnPair[],
  stored: readonly StoredPair[],
  random: Random,
): readonly (DrawnPair & { readonly label: string })[] => {
  const last = lastNumber(stored)
  return random.shuffle(added).map((pair, place) => ({ ...pair, label: `P${last + place + 1}` }))
}

const lastNumber = (stored: readonly StoredPair[]): number =>
  Math.max(0, ...stored.map(({ label }) => Number(/^P(\d{1,9})$/.exec(label)?.[1] ?? 0)))

/** Whose partners somebody is told, and those partners; nobody: they have none. */
export type Told = { readonly participantId: string; readonly partnerIds: readonly string[] }

/** Pairs have been published before: then only those are told who have other partners now. */
export const isChange = (stored: readonly StoredPair[]): boolean => stored.length > 0

/**
 * Everybody of the draw, or those whom it changes something for. In the order of the ids, so that no two mails stand
 * together because their people are a pair.
 */
export const toBeTold = (
  stored: readonly StoredPair[],
  { mentors, mentees }: People,
  { kept, added, ended }: PairChanges,
): readonly Told[] => {
  const changed = new Set([...added, ...ended].flatMap((pair) => [pair.mentorId, pair.menteeId]))
  return [...mentors, ...mentees]
    .filter((id) => id !== null)
    .filter((id) => !isChange(stored) || changed.has(id))
    .toSorted()
    .map((participantId) => ({
      participantId,
      partnerIds: partnersOf(participantId, [...kept, ...added]),
    }))
}

export const partnersOf = (participantId: string, pairs: readonly DrawnPair[]): readonly string[] =>
  pairs.flatMap(({ mentorId, menteeId }) => {
    if (mentorId === participantId) return [menteeId]
    return menteeId === participantId ? [mentorId] : []
  })

/** Whom no mail reaches: they find it on their page. Of all who take part, so that the list does not tell who is told. */
export const withoutMail = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(({ state, email }) => state === 'agreed' && email === null)
