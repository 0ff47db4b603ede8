/** Whoever withdraws: what the sessions hold of them stays, goes or loses its name, as they were promised. */
import { type Insertable, sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { WithdrawalChoice } from '../../src/people/model.ts'
import type { Transaction } from '../../src/platform/database.ts'
import type { DB } from '../../src/platform/database-types.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import type { OpenProgramme } from '../../src/protocol/open-programme.ts'
import { putClarification } from '../../src/sessions/clarifications/clarification-store.ts'
import { putDelegate } from '../../src/sessions/delegates/delegate-store.ts'
import { putPlan } from '../../src/sessions/planning/plan-store.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, everybodyIn, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { leaverIn } from '../support/study-under-way.ts'
import { send } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Pair = { readonly pairId: string; readonly mentor: Somebody; readonly mentee: Somebody }

const database = testDatabase()
const server = serverOn(database)
let published: DrawnPairs
/** One for each of those who leave. */
let pairs: Pair[]

beforeAll(async () => {
  published = await startPublished(database, { mentors: 6, mentees: 6 })
  const named = (all: readonly Somebody[], id: string) =>
    all.filter(({ personId }) => personId === id)
  pairs = (await published.pairs()).flatMap(({ pairId, mentorId, menteeId }) =>
    named(published.mentors, mentorId).flatMap((mentor) =>
      named(published.mentees, menteeId).map((mentee) => ({ pairId, mentor, mentee })),
    ),
  )
  await published.change(async (tx, programme) => {
    for (const pair of pairs) await fill(tx, programme, pair)
  })
})
afterAll(() => database.destroy())

const pseudonymOf = ({ personId }: Somebody): string =>
  respondentOf(published.programmeKey, personId)

const sealed = Buffer.from('sealed')

/** A row of every kind, for each of the pair who can have one. */
const fill = async (tx: Transaction, programme: OpenProgramme, pair: Pair): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = programme
  const { pairId, mentor, mentee } = pair
  const put = <T extends keyof DB>(
    table: T,
    row: Omit<Insertable<DB[T]>, 'organisationId' | 'programmeId'>,
  ) =>
    tx
      .insertInto(table)
      .values({ organisationId, programmeId, ...row } as never)
      .execute()
  for (const { personId: participantId } of [mentor, mentee]) {
    const respondent = respondentOf(programmeKey, participantId)
    await put('sessionPulses', { respondent, number: 1, question: 'useful', value: 4 })
    await put('timeUses', { respondent, step: 'stage_1', band: 'under_10' })
    await put('stageWaits', { stage: 5, participantId })
    const rules = { rulesSha256: Buffer.alloc(32), agreedOn: '2026-11-22' }
    await put('sessionAgreements', { pairId, participantId, ...rules })
  }
  await fillPlan(tx, programme, pair)
  const participantId = mentee.personId
  await put('documentOpenings', { participantId })
  await put('sharedChanges', { participantId, changeId: pairId, sealedText: sealed })
  const salts = { passphraseSalt: Buffer.alloc(16), recoverySalt: Buffer.alloc(16) }
  const keys = { ...salts, sealedByPassphrase: sealed, sealedByRecovery: sealed }
  await put('reflectionKeys', { participantId, ...keys })
  await put('reflectionParts', { participantId, part: 'changes', sealed })
  for (const state of ['with_group', 'answered'] as const) {
    const clarificationId = crypto.randomUUID()
    await putClarification(tx, programme, {
      ...{ clarificationId, menteeId: participantId, state, domain: 'strengths' },
      ...{ point: 'A point', question: 'Why?', passedOn: 'Why?', answer: null },
    })
    await put('clarificationTurns', { clarificationId, participantId: mentor.personId })
    await put('clarificationNotes', { clarificationId, noteId: pairId, sealedText: sealed })
  }
}

const delegate = { name: 'Pat', email: 'pat@hospital.example' }

const fillPlan = async (
  tx: Transaction,
  programme: OpenProgramme,
  { pairId, mentee }: Pair,
): Promise<void> => {
  const startsAt = new Date('2099-06-01T09:00:00Z')
  await putPlan(tx, programme, {
    ...{ planId: pairId, pairId, state: 'planned', proposedBy: 'mentee', proposals: [], startsAt },
    ...{ calendarUid: pairId, calendarSequence: 0, timesMoved: 0 },
    ...{ minutes: 45, mode: 'face_to_face', place: 'Seminar room 2' },
  })
  const tokenHash = Buffer.from(pairId)
  await putDelegate(tx, programme, { menteeId: mentee.personId, delegate, tokenHash })
}

/** Tables whose rows are somebody's, by name or under a pseudonym: how many are left of this person. */
const rowsOf = async (tx: Transaction, person: Somebody) => {
  const of = [person.personId, pseudonymOf(person)]
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('participant_id', 'respondent')
      and table_name similar to '(session|time|stage_w|shared|clarif|reflection|document_op)%'
    order by 1`.execute(tx)
  const counts: [string, number][] = []
  for (const { table, column } of columns) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)}
      where ${sql.ref(column)}::text in (${sql.join(of)})`.execute(tx)
    if (rows[0] !== undefined && rows[0].n > 0) counts.push([table, rows[0].n])
  }
  return Object.fromEntries(counts)
}

type Case = { readonly who: 'mentor' | 'mentee'; readonly effect: WithdrawalChoice }

/** The next pair, and what is stored of it afterwards. */
const leave = async ({ effect, who }: Case) => {
  const pair = pairs.pop()
  if (pair === undefined) throw new Error('There is no pair left.')
  const { mentor, mentee, pairId } = pair
  const [leaver, partner] = who === 'mentor' ? [mentor, mentee] : [mentee, mentor]
  const before = await strangers()
  await leaverIn(database, published, { code: leaver.name, effect })
  const path = `/programmes/${published.programmeId}/withdraw`
  const reply = await send(server, path, { as: leaver, form: { confirmed: 'yes' } })
  expect(reply.status).toBe(303)
  const after = await strangers()
  return published.change(async (tx) => {
    const asked = await tx
      .selectFrom('clarifications')
      .select(['clarificationId', 'state'])
      .where('participantId', '=', mentee.personId)
      .orderBy('state')
      .execute()
    const notes = await tx.selectFrom('clarificationNotes').select('clarificationId').execute()
    const ids = asked.map(({ clarificationId }) => clarificationId)
    return {
      left: await rowsOf(tx, leaver),
      partners: await rowsOf(tx, partner),
      questions: asked.map(({ state }) => state),
      notes: notes.filter(({ clarificationId }) => ids.includes(clarificationId)).length,
      strangers: after.filter((respondent) => !before.includes(respondent)),
      plans: await tx
        .selectFrom('sessionPlans')
        .select(['state', 'sealedPlace'])
        .where('pairId', '=', pairId)
        .execute(),
    }
  })
}

/** The pseudonyms of figures that no key derives from anybody. */
const strangers = () =>
  published.change(async (tx) => {
    const known = everybodyIn(published).map(pseudonymOf)
    const pulses = await tx.selectFrom('sessionPulses').select('respondent').execute()
    const times = await tx.selectFrom('timeUses').select('respondent').execute()
    const all = [...pulses, ...times].map(({ respondent }) => respondent)
    return all.filter((respondent) => !known.includes(respondent))
  })

const figures = { session_pulses: 1, time_uses: 1 }
const ofPack = { reflection_keys: 1, reflection_parts: 1, document_openings: 1 }
const ofMentee = { ...ofPack, shared_changes: 1, clarifications: 2 }

test('everything that somebody can have is there to begin with', async () => {
  const [pair] = pairs
  const rows = await published.change(async (tx) =>
    Promise.all([pair?.mentor, pair?.mentee].map((one) => one && rowsOf(tx, one))),
  )
  const both = { ...figures, stage_waits: 1, session_agreements: 1 }
  expect(rows).toEqual([
    { ...both, clarification_turns: 2 },
    { ...both, ...ofMentee, session_delegates: 1 },
  ])
})

test.each([
  { who: 'mentor', left: { clarification_turns: 2 }, notes: 2, open: 'with_group' },
  { who: 'mentee', left: ofMentee, notes: 1, open: 'taken_back' },
] as const)(
  'stop: nothing waits for a $who or is planned with them, and what they gave stays',
  async ({ who, left, notes, open }) => {
    const seen = await leave({ who, effect: 'stop' })
    expect(seen.left).toEqual({ ...figures, session_agreements: 1, ...left })
    expect(seen.notes).toBe(notes)
    expect(seen.partners).toMatchObject({ stage_waits: 1 })
    expect(seen.plans).toMatchObject([{ state: 'cancelled', sealedPlace: expect.any(Buffer) }])
    expect(seen.questions).toEqual(['answered', open])
  },
)

test.each([
  { who: 'mentor', effect: 'remove', strangers: 0, kept: 2 },
  { who: 'mentor', effect: 'unlink', strangers: 2, kept: 2 },
  { who: 'mentee', effect: 'remove', strangers: 0, kept: 0 },
  { who: 'mentee', effect: 'unlink', strangers: 2, kept: 0 },
] as const)(
  '$effect: no row leads to a $who; what mentors said has no author and stays with its question',
  async (is) => {
    const seen = await leave(is)
    expect(seen.left).toEqual({})
    expect(seen.strangers).toHaveLength(is.strangers)
    expect(new Set(seen.strangers).size).toBe(Math.min(1, is.strangers))
    expect([seen.notes, seen.questions.length]).toEqual([is.kept, is.kept])
    expect(seen.plans).toEqual([{ state: 'cancelled', sealedPlace: null }])
  },
)

test('whoever booked for them is told that what was planned is cancelled', async () => {
  const mails = await published.mails()
  const told = mails.filter(({ to }) => to === delegate.email)
  expect(new Set(told.map(({ purpose }) => purpose))).toEqual(new Set(['session_cancelled']))
  expect(told).toHaveLength(6)
})
