/** The list of people and one person's page: adding one, correcting, removing, and what the lead does not see. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setParticipantState } from '../../src/people/consent/store.ts'
import { allRowsOf, everythingStored } from '../support/everything-stored.ts'
import { newPeopleRoom, type PeopleRoom } from '../support/people-room.ts'
import { visit } from '../support/visit.ts'
import { buildWorld, type World } from '../support/world.ts'

const given: { world?: World; room?: PeopleRoom } = {}
const world = (): World => given.world as World
const room = (): PeopleRoom => given.room as PeopleRoom
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())
beforeEach(async () => {
  given.room = await newPeopleRoom(world(), world().north)
})

const stored = () => everythingStored(world().database)
const bo = { role: 'mentee', name: 'Bo Day', email: 'bo@h.example', permanentId: 'K9' }
const ann = { role: 'mentor', name: 'Ann Lee', email: '', permanentId: '' }
const add = (form: Record<string, string>) => room().post('/add', form)
const change = async (name: string, form: Record<string, string>) =>
  room().post(`/${await room().idOf(name)}/details`, form)
const setState = async (name: string, state: 'agreed' | 'declined'): Promise<void> => {
  const { organisationId, programmeId } = room()
  const participantId = await room().idOf(name)
  await room().write((tx) =>
    setParticipantState(tx, { organisationId, programmeId }, { participantId, state }),
  )
}
/** The numbers of the tiles: not invited, invited, agreed, declined, withdrawn; mentors, then mentees. */
const tiles = (page: string): readonly number[] =>
  [...page.matchAll(/<dd class="app-stat__value">(\d+)/g)].map(([, n]) => Number(n))

test('an empty list says what to do', async () => {
  const page = await room().look()
  expect(page).toContain('Nobody is here yet. Add the Mentors and the Mentees')
  for (const path of ['/add', '/import']) expect(page).toContain(`href="${room().base}${path}"`)
  expect(page).not.toContain('<table')
})

describe('adding one person', () => {
  test('puts them on the list, with their supervisor', async () => {
    await add(bo)
    const reply = await add({ ...ann, supervisor: await room().idOf('Bo Day') })
    expect(reply.headers.get('location')).toBe(`${room().base}?added=1`)
    expect(await room().supervisions()).toEqual([['Ann Lee', 'Bo Day']])
    const page = await room().look()
    expect(page).toContain('By letter')
    expect(tiles(page)).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    expect(await room().look(`/${await room().idOf('Ann Lee')}`)).toContain('Bo Day')
  })

  test('asks again for what is missing or wrong, and keeps what was typed', async () => {
    const before = await stored()
    const reply = await add({ name: '', email: 'nowhere', permanentId: '<7>', supervisor: 'x' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    for (const says of [
      'Choose a group',
      'Enter a name',
      'Enter an email address',
      'Nobody has this',
    ]) {
      expect(page.split(says)).toHaveLength(3)
    }
    for (const id of ['role', 'name', 'email', 'supervisor'])
      expect(page).toContain(`href="#${id}"`)
    expect(page).toContain('value="nowhere"')
    expect(page).toContain('value="&lt;7&gt;"')
    expect(await stored()).toEqual(before)
  })

  test('refuses who is there, who runs the programme, and a mentee with a supervisor', async () => {
    await add(bo)
    const mentee = await room().idOf('Bo Day')
    const lead = String(world().north.people.lead.email)
    const before = await stored()
    for (const [form, says] of [
      [{ ...ann, email: 'BO@h.example' }, 'The same email address as Bo Day'],
      [{ ...ann, permanentId: 'k9' }, 'The same permanent id as Bo Day'],
      [{ ...ann, email: lead }, 'This person runs the programme'],
      [{ ...ann, role: 'mentee', supervisor: mentee }, 'Only a Mentor has a supervisor'],
    ] as const) {
      expect(await (await add(form)).text()).toContain(says)
    }
    expect(await stored()).toEqual(before)
  })
})

describe('correcting somebody', () => {
  beforeEach(async () => {
    await add(bo)
    await add({ ...ann, email: 'ann@h.example' })
  })

  test('changes what is known of them, and whom supervises them', async () => {
    const supervisor = await room().idOf('Bo Day')
    const form = { name: 'Dr Ann Lee', email: '', permanentId: '77', supervisor }
    expect((await change('Ann Lee', form)).status).toBe(303)
    expect((await room().events())[0]).toBe('person.changed')
    const page = await room().look(`/${await room().idOf('Dr Ann Lee')}?changed=1`)
    for (const words of ['Saved', '77', 'Bo Day', 'None: they get a letter'])
      expect(page).toContain(words)
    await change('Dr Ann Lee', { ...form, supervisor: '' })
    expect(await room().supervisions()).toEqual([])
  })

  test('as they are is no duplicate of themselves, but of others', async () => {
    const { role: _, ...same } = bo
    expect((await change('Bo Day', same)).status).toBe(303)
    const reply = await change('Bo Day', { ...same, email: 'ANN@h.example' })
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('as Ann Lee')])
  })

  test('tells whoever takes part, at the old address, that theirs was changed', async () => {
    await change('Bo Day', { ...bo, email: 'bo.day@h.example' })
    expect(await room().mails()).not.toContainEqual(
      expect.objectContaining({ purpose: 'address_changed' }),
    )
    await setState('Bo Day', 'agreed')
    await change('Bo Day', { ...bo, email: 'elsewhere@h.example' })
    const about = await room().idOf('Bo Day')
    expect(await room().mails()).toContainEqual(
      expect.objectContaining({ purpose: 'address_changed', to: 'bo.day@h.example', about }),
    )
  })
})

describe('removing somebody', () => {
  beforeEach(async () => {
    await add(bo)
    await add({ ...ann, supervisor: await room().idOf('Bo Day') })
    await room().become('open')
  })
  const remove = async (name: string) => room().post(`/${await room().idOf(name)}/remove`)
  const tables = ['participants', 'supervisions', 'invitations', 'sign_in_links', 'sign_ins']
  const rowsAbout = async (participantId: string) => {
    const rows = await Promise.all(tables.map((table) => allRowsOf(world().database, table)))
    return rows.flat().filter((row) => row.includes(participantId))
  }

  test('is asked first, and leaves nothing of them but the audit log', async () => {
    await room().post('/invite')
    const id = await room().idOf('Bo Day')
    expect(await room().look(`/${id}/remove`)).toContain('Remove Bo Day?')
    expect(await rowsAbout(id)).toHaveLength(4)
    expect((await remove('Bo Day')).headers.get('location')).toBe(`${room().base}?removed=1`)
    expect((await room().people()).map(({ name }) => name)).toEqual(['Ann Lee'])
    expect(await room().supervisions()).toEqual([])
    expect(await rowsAbout(id)).toEqual([])
    const [mail] = (await room().mails()).filter(({ about }) => about === id)
    expect(mail?.state).toBe('failed')
    const { organisationId, programmeId } = room()
    const respondents = await room().write((tx) =>
      tx
        .selectFrom('respondents')
        .select('respondent')
        .where('organisationId', '=', organisationId)
        .where('programmeId', '=', programmeId)
        .execute(),
    )
    expect(respondents).toHaveLength(1)
    expect((await room().events())[0]).toBe('person.removed')
  })

  test('is refused once they have answered', async () => {
    await setState('Bo Day', 'declined')
    const before = await stored()
    expect(await room().look(`/${await room().idOf('Bo Day')}/remove`)).toContain(
      'cannot be removed',
    )
    expect((await remove('Bo Day')).status).toBe(400)
    expect(await stored()).toEqual(before)
  })
})

test('the lead sees how many stand where, and nothing of what anybody answered', async () => {
  const { lead } = world().north.people
  const home = `/programmes/${world().north.home}/people`
  const page = await (await visit(world().server, home, { as: lead })).text()
  expect(tiles(page)).toEqual([0, 0, 5, 0, 1, 0, 0, 5, 0, 0])
  expect(page).toContain('This programme is closed')
  const { personId } = world().north.people.mentor
  const person = await (await visit(world().server, `${home}/${personId}`, { as: lead })).text()
  for (const words of ['confidence', 'willing', 'answered at', 'Stage 1']) {
    expect(person.toLowerCase()).not.toContain(words.toLowerCase())
  }
})

test('people are found by a part of their name or address, whatever was typed', async () => {
  await room().addTable(
    'Role,Name,Email\nmentor,Ann_%Lee,ann@h.example\nmentor,Bo Day,bo@h.example',
  )
  expect(await room().look('?search=n_%25l')).toContain('1 person with “n_%l”')
  expect(await room().look('?search=BO@')).toContain('Bo Day')
  expect(await room().look('?search=%3Cb%3E')).toContain('0 people with “&lt;b&gt;”')
  for (const page of ['0', '-1', '7', 'x', '1e9']) {
    expect(await room().look(`?page=${page}`)).toContain('2 people')
  }
})
