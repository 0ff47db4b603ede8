/**
 * “I have seen this too”, in private. A ballot names its note and, by a hash under the key of the ballots, its voter;
 * once a document goes out to be signed off, numbers take the place of the ballots and the key is destroyed.
 */
import type { Transaction } from '../../platform/database.ts'
import { type Key, lookupKey, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import {
  deleteBallots,
  findWrappedBallotKey,
  insertBallots,
  listBallots,
  listPresent,
  listTallies,
  replaceBallots,
} from './ballot-store.ts'

/** Not kept for a while as other keys are: what is destroyed is gone at once. Null: destroyed. */
const openBallotKey = async (tx: Transaction, programme: OpenProgramme): Promise<Key | null> => {
  const wrapped = await findWrappedBallotKey(tx, programme)
  const { programmeKey, programmeId } = programme
  return wrapped === null ? null : unseal(programmeKey, wrapped, `interviews/${programmeId}`)
}

const ballotKeyOf = (key: Key, noteId: string, participantId: string): Buffer =>
  lookupKey(key, `${noteId}/${participantId}`)

export type Vote = {
  readonly participantId: string
  readonly noteId: string
  readonly hasSeen: boolean
}

/** The note is held by this transaction, so that the ballot does not outlive it. */
export const putBallot = async (
  tx: Transaction,
  programme: OpenProgramme,
  { participantId, noteId, hasSeen }: Vote,
): Promise<void> => {
  const key = await openBallotKey(tx, programme)
  if (key === null) return
  const ballotKey = ballotKeyOf(key, noteId, participantId)
  if (hasSeen) await insertBallots(tx, programme, [{ noteId, ballotKey }])
  else await deleteBallots(tx, programme, [ballotKey])
}

export type OwnBallots = {
  readonly participantId: string
  readonly noteIds: readonly string[]
}

/** Those of the notes that this person has seen too. */
export const listSeenBy = async (
  tx: Transaction,
  programme: OpenProgramme,
  { participantId, noteIds }: OwnBallots,
): Promise<ReadonlySet<string>> => {
  const key = await openBallotKey(tx, programme)
  if (key === null) return new Set()
  const ballots = await listBallots(tx, programme, noteIds)
  const isOwn = ({ noteId, ballotKey }: (typeof ballots)[number]): boolean =>
    ballotKeyOf(key, noteId, participantId).equals(ballotKey)
  return new Set(ballots.filter(isOwn).map(({ noteId }) => noteId))
}

/** Merged or split: whoever has seen one of those notes has seen this one too. */
export const copyBallots = async (
  tx: Transaction,
  programme: OpenProgramme,
  { from, to }: { readonly from: readonly string[]; readonly to: string },
): Promise<void> => {
  const key = await openBallotKey(tx, programme)
  if (key === null) return
  const given = await listBallots(tx, programme, from)
  const hashes = new Set(given.map(({ ballotKey }) => ballotKey.toString('hex')))
  const hasSeen = (participantId: string): boolean =>
    from.some((noteId) => hashes.has(ballotKeyOf(key, noteId, participantId).toString('hex')))
  const seers = (await listPresent(tx, programme)).filter(hasSeen)
  const ballots = seers.map((id) => ({ noteId: to, ballotKey: ballotKeyOf(key, to, id) }))
  await insertBallots(tx, programme, ballots)
}

/**
 * How many have seen it too, by note; a note without any is not in it. For the editor of the documents once the
 * interview has ended, and for nobody before: a number that rises while people hold their phones gives them away.
 */
export const countBallots = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<ReadonlyMap<string, number>> => {
  if ((await findWrappedBallotKey(tx, programme)) === null) {
    const tallies = await listTallies(tx, programme)
    return new Map(tallies.map(({ noteId, supporters }) => [noteId, supporters]))
  }
  const byNote = Map.groupBy(await listBallots(tx, programme), ({ noteId }) => noteId)
  return new Map([...byNote].map(([noteId, ballots]) => [noteId, ballots.length]))
}

/** From here on nobody can tell, or change, who has seen what. Done once; again it changes nothing. */
export const sealTallies = async (tx: Transaction, programme: OpenProgramme): Promise<void> => {
  if ((await findWrappedBallotKey(tx, programme)) === null) return
  await replaceBallots(tx, programme, await countBallots(tx, programme))
}

/** Somebody leaves and takes along what they gave; of tallies nothing is theirs any more. */
export const removeBallotsOf = async (
  tx: Transaction,
  programme: OpenProgramme,
  participantId: string,
): Promise<void> => {
  const key = await openBallotKey(tx, programme)
  if (key === null) return
  const noteIds = new Set((await listBallots(tx, programme)).map(({ noteId }) => noteId))
  const own = [...noteIds].map((noteId) => ballotKeyOf(key, noteId, participantId))
  await deleteBallots(tx, programme, own)
}
