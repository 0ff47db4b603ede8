/** Pairs that have been told of each other. The document for one of them is released: its mentee is the first. */
import type { Database } from '../../src/platform/database.ts'
import { type DrawnPairs, everybodyIn, startPublished } from './drawn-pairs.ts'
import type { Somebody } from './hospital.ts'
import { openInterview } from './interview-under-way.ts'
import { agreeAndRelease, signingOffIn } from './signing-off.ts'

export type Pair = { readonly mentor: Somebody; readonly mentee: Somebody }

export type ReleasedPair = DrawnPairs &
  Pair & {
    /** Another pair, about whom no document is written. */
    readonly others: Pair
  }

export const startReleasedPair = async (database: Database): Promise<ReleasedPair> => {
  const published = await startPublished(database)
  const signing = await signingOffIn(database, await openInterview(database, published))
  await published.change((tx) =>
    tx.updateTable('interviewSittings').set({ state: 'ended' }).execute(),
  )
  await signing.write('You let us finish, also when the clinic runs late.')
  await agreeAndRelease(signing)
  const pairOf = async (number: 0 | 1): Promise<Pair> => {
    const menteeId = published.mentees[number]?.personId
    const pair = (await published.pairs()).find((one) => one.menteeId === menteeId)
    const [mentor, mentee] = [pair?.mentorId, pair?.menteeId].map((id) =>
      everybodyIn(published).find(({ personId }) => personId === id),
    )
    if (mentor === undefined || mentee === undefined) throw new Error('There is no such pair.')
    return { mentor, mentee }
  }
  return { ...published, ...(await pairOf(0)), others: await pairOf(1) }
}
