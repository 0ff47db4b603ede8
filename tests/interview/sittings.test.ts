/** The facilitator begins the interview, and says who is in the room and who agrees to a recording. */
import { afterAll, describe, expect, test } from 'vitest'
import { withdrawParticipant } from '../../src/content-analysis/withdrawal-actions.ts'
import { mayRecord } from '../../src/interview/sittings/recording-consent.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { unseal } from '../../src/platform/keys.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { ballotKeyContext } from '../support/interview-under-way.ts'
import { addStaff } from '../support/programme-under-way.ts'
import { idsOf, openSittingRoom, type SittingRoom } from '../support/sitting-room.ts'
import { serverOn, usualOrigin } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const open = (options = {}) => openSittingRoom(database, server, options)
const secondFacilitator = ({ change }: SittingRoom): Promise<Somebody> =>
  change((tx, programme) => addStaff(tx, programme, 'facilitator'))

const presentIn = async ({ sittings }: SittingRoom): Promise<readonly string[]> =>
  (await sittings()).at(-1)?.present.map(({ name }) => name) ?? []

describe('before it begins', () => {
  test.each([
    { of: 'is being set up', options: { state: 'setting_up' }, says: 'is not open yet' },
    { of: 'is closed', options: { state: 'closed' }, says: 'no interview was held here' },
    { of: 'has nobody to speak about', options: { mentees: 0 }, says: 'could speak about' },
    { of: 'has nobody to speak', options: { mentors: 0 }, says: 'who could speak in the group' },
    {
      of: 'nobody has agreed to',
      options: { participants: 'invited' },
      says: 'has agreed to take part yet',
    },
  ] as const)('in a programme that $of the page says why it cannot', async ({ options, says }) => {
    const interview = await open(options)
    const page = await interview.get()
    expect(page).toContain(says)
    expect(page).toContain('What the group is asked')
    expect(page).not.toContain('sittings/new')
    expect((await interview.begin()).status).toBe(422)
    expect(await interview.get('/sittings/new')).not.toContain('<form action="/programmes')
    expect((await interview.room()).state).toBe('not_started')
  })

  test('with fewer people than the floor it can be held, and the page warns', async () => {
    const interview = await open({ mentors: 4 })
    expect(await interview.get()).toContain('Too few for a document to be released')
    expect(await interview.get('/sittings/new')).toContain('Too few for a document to be released')
    expect((await interview.begin()).status).toBe(303)
    expect(await interview.get()).toContain('1 more is needed')
  })

  test('nothing can be done in it but to begin', async () => {
    const interview = await open()
    const [mentee] = idsOf(interview.mentees)
    const cell = { mentee: String(mentee), domain: 'strengths', done: 'yes' }
    for (const path of ['/move', '/cells', '/pause', '/resume', '/attendance', '/sittings/end'])
      expect([path, (await interview.post(path, cell)).status]).toEqual([path, 422])
    expect((await interview.post('/end')).status).toBe(422)
    expect((await interview.post('/reopen')).status).toBe(422)
    expect(await interview.events()).toEqual([])
  })
})

describe('a sitting begins', () => {
  test('on its day, with who is in the room, and with a key for the ballots', async () => {
    const interview = await open()
    const reply = await interview.begin(interview.mentors.slice(0, 5))
    expect([reply.status, reply.headers.get('location')]).toEqual([303, interview.at()])
    expect(await interview.room()).toMatchObject({ state: 'open', sitting: 1, present: 5 })
    const row = await interview.change((tx) =>
      tx
        .selectFrom('interviews')
        .select('wrappedBallotKey')
        .where('programmeId', '=', interview.programmeId)
        .executeTakeFirstOrThrow(),
    )
    const context = ballotKeyContext(interview.programmeId)
    const key = unseal(interview.programmeKey, row.wrappedBallotKey ?? Buffer.alloc(0), context)
    expect(key).toHaveLength(32)
  })

  test('and the audit log holds counts, and nobody', async () => {
    const interview = await open()
    await interview.begin(interview.mentors.slice(0, 5))
    const { organisationId } = interview.scope
    const [entry] = await read(database, organisationId, (tx) =>
      listAuditEntries(tx, organisationId, 1),
    )
    expect(entry).toMatchObject({
      event: 'sitting.begun',
      subject: interview.programmeId,
      details: { sitting: 1, present: 5 },
    })
  })

  test.each([
    { fields: { present: [] }, says: 'href="#present">Tick everybody who is in the room' },
    { fields: { 'held-year': '2099' }, says: 'href="#held-day">The day of the sitting must be' },
    { fields: { 'held-month': '13' }, says: 'href="#held-day">Enter the day of the sitting' },
    { fields: { 'held-day': '', 'held-month': '', 'held-year': '' }, says: 'such as 3 11 2026' },
  ])('not with $fields, and what was chosen is kept', async ({ fields, says }) => {
    const interview = await open()
    const [mentor] = interview.mentors
    const reply = await interview.begin(interview.mentors.slice(0, 1), fields)
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain(says)
    const ticked = `checked="" value="${mentor?.personId}"`
    expect(page.includes(ticked)).toBe(!('present' in fields))
    expect(await interview.sittings()).toEqual([])
  })

  test('once, however often the button is pressed and by however many', async () => {
    const interview = await open()
    const other = await secondFacilitator(interview)
    const twice = { idempotencyKey: crypto.randomUUID() }
    const replies = await Promise.all([
      interview.begin(interview.mentors, twice),
      interview.begin(interview.mentors, twice),
    ])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    const late = await interview.post(
      '/sittings/new',
      { 'held-day': '1', 'held-month': '1', 'held-year': '2026', present: 'x' },
      other,
    )
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('A sitting is going on already')
    expect(await interview.sittings()).toHaveLength(1)
  })

  test('of two facilitators who begin at once one begins it', async () => {
    const interview = await open()
    const replies = await Promise.all([interview.begin(), interview.begin()])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(await interview.sittings()).toHaveLength(1)
  })

  test('again after one has ended', async () => {
    const interview = await open()
    await interview.begin()
    expect((await interview.post('/sittings/end')).status).toBe(303)
    expect(await interview.get()).toContain('No sitting is going on')
    expect((await interview.begin(interview.mentors.slice(0, 2))).status).toBe(303)
    const held = (await interview.sittings()).map(({ state, present }) => [state, present.length])
    expect(held).toEqual([
      ['ended', 6],
      ['open', 2],
    ])
  })
})

describe('who is in the room', () => {
  test('changes while the sitting goes on, and two who tick at once do not undo each other', async () => {
    const interview = await open()
    const [one, two, three] = idsOf(interview.mentors)
    const other = await secondFacilitator(interview)
    await interview.begin(interview.mentors.slice(0, 1))
    const tick = (id: string | undefined, as: Somebody) =>
      interview.post('/attendance', { before: String(one), present: [String(one), String(id)] }, as)
    await Promise.all([tick(two, interview.facilitator), tick(three, other)])
    expect(await presentIn(interview)).toEqual(['Dr Mentor 1', 'Dr Mentor 2', 'Dr Mentor 3'])
    await interview.post('/attendance', {
      before: [String(one), String(two)],
      present: String(two),
    })
    expect(await presentIn(interview)).toEqual(['Dr Mentor 2', 'Dr Mentor 3'])
  })

  test('is never nobody, and nobody but a mentor who has agreed', async () => {
    const interview = await open()
    const [mentor] = interview.mentors
    await interview.begin(interview.mentors.slice(0, 1))
    const emptied = await interview.post('/attendance', { before: String(mentor?.personId) })
    expect(emptied.status).toBe(422)
    expect(await emptied.text()).toContain('href="#present">Tick everybody')
    const strangers = [...idsOf(interview.mentees), crypto.randomUUID()]
    await interview.post('/attendance', { present: strangers })
    expect(await presentIn(interview)).toEqual(['Dr Mentor 1'])
  })

  test('does not count who has left the programme, at no sitting', async () => {
    const interview = await open()
    await interview.begin()
    expect(await interview.get()).toContain('6 mentors have taken part')
    const participantId = String(interview.mentors[0]?.personId)
    const { programmeId, scope } = interview
    const leaving = { programmeId, participantId, leftAfterPhase: null, origin: usualOrigin }
    await withdrawParticipant(scope, leaving)
    expect((await interview.room()).present).toBe(5)
    const page = await interview.get()
    expect(page).toContain('5 mentors have taken part')
    expect(page).toContain('just enough')
    expect(await interview.get('/attendance')).not.toContain('Dr Mentor 1')
    const reply = await interview.post('/attendance', { present: participantId })
    expect(reply.status).toBe(303)
    expect((await interview.room()).present).toBe(5)
  })
})

describe('a recording', () => {
  const consent = (interview: SittingRoom, before: readonly string[], present: readonly string[]) =>
    interview.post('/recording-consent', { before, present })
  const asked = (interview: SittingRoom) => interview.change(mayRecord)

  test('is possible once everybody in the room has agreed, and no longer when somebody comes in', async () => {
    const interview = await open()
    expect(await asked(interview)).toEqual({ refusal: 'interview.no_sitting' })
    const present = interview.mentors.slice(0, 3)
    await interview.begin(present)
    const ids = idsOf(present)
    await consent(interview, [], ids.slice(1))
    expect(await asked(interview)).toEqual({ refusal: 'recording.not_all_agree' })
    expect(await interview.get()).toContain('Not possible: 2 of 3 have said yes')
    await consent(interview, ids.slice(1), ids)
    expect(await asked(interview)).toEqual({ sitting: 1 })
    expect(await interview.get('/recording-consent')).toContain('can be recorded')
    await interview.post('/attendance', { before: ids, present: idsOf(interview.mentors) })
    expect(await asked(interview)).toEqual({ refusal: 'recording.not_all_agree' })
    await consent(interview, ids, idsOf(interview.mentors))
    await consent(interview, ids.slice(0, 1), [])
    expect(await asked(interview)).toEqual({ refusal: 'recording.not_all_agree' })
  })

  test('is not possible once the sitting has ended', async () => {
    const interview = await open({ mentors: 5 })
    await interview.begin()
    await consent(interview, [], idsOf(interview.mentors))
    expect(await asked(interview)).toEqual({ sitting: 1 })
    await interview.post('/sittings/end')
    expect(await asked(interview)).toEqual({ refusal: 'interview.no_sitting' })
    expect((await consent(interview, [], [])).status).toBe(422)
  })
})
