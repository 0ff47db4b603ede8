/** A programme whose interview is open, with as many facilitators as wanted, all signed in; on any database. */
import { insertStaff } from '../../src/organisations/store.ts'
import type { ActionScope } from '../../src/platform/action.ts'
import type { Transaction } from '../../src/platform/database.ts'
import { lookupKey, newKey, seal } from '../../src/platform/keys.ts'
import { insertSignIn } from '../../src/platform/sign-in-store.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { insertProgrammeStaff } from '../../src/protocol/store.ts'
import { type Answering, fillAnswering } from './answering-programme.ts'

export type LiveRoom = Pick<Answering, 'scope' | 'programmeId' | 'programmeKey' | 'change'> & {
  readonly menteeIds: readonly string[]
  readonly domains: readonly string[]
  /** The text of each facilitator's sign-in cookie. */
  readonly tokens: readonly string[]
}

export const fillLiveRoom = async (scope: ActionScope, facilitators: number): Promise<LiveRoom> => {
  const answering = await fillAnswering(scope, { mentors: 6, mentees: 5 })
  const { programmeId, programmeKey, protocol, mentees, change } = answering
  const { organisationId } = scope
  const tokens = await change(async (tx) => {
    const key = seal(programmeKey, newKey(), `interviews/${programmeId}`)
    await tx
      .insertInto('interviews')
      .values({ organisationId, programmeId, state: 'open', wrappedBallotKey: key })
      .execute()
    await tx
      .insertInto('interviewSittings')
      .values({ organisationId, programmeId, sitting: 1, heldOn: '2026-11-20', state: 'open' })
      .execute()
    const made: string[] = []
    while (made.length < facilitators) made.push(await addFacilitator(tx, scope, programmeId))
    return made
  })
  const domains = protocol.domains.map(({ id }) => id)
  const menteeIds = mentees.map(({ personId }) => personId)
  return { scope, programmeId, programmeKey, change, tokens, domains, menteeIds }
}

const day = 86_400_000

const addFacilitator = async (
  tx: Transaction,
  { organisationId, masterKey }: ActionScope,
  programmeId: string,
): Promise<string> => {
  const [staffId, token] = [crypto.randomUUID(), newToken(organisationId)]
  const email = `${staffId}@hospital.example`
  const emailKey = lookupKey(masterKey, email)
  await insertStaff(tx, organisationId, { staffId, name: 'F', email, emailKey, roles: [] })
  await insertProgrammeStaff(tx, organisationId, [{ programmeId, staffId, role: 'facilitator' }])
  const who = { organisationId, personKind: 'staff', personId: staffId } as const
  await insertSignIn(tx, { ...who, token, expiresAt: new Date(Date.now() + day) })
  return token.text
}
