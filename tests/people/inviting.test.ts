/** From a person on the list to their own pages: by a mailed link, by a letter, by a new link; and nobody else. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setParticipantState } from '../../src/people/consent/store.ts'
import { everythingStored } from '../support/everything-stored.ts'
import { linkIn } from '../support/mailbox.ts'
import { newPeopleRoom, type PeopleRoom } from '../support/people-room.ts'
import { press } from '../support/sign-in-link.ts'
import { send, tokenFrom, visit, wordsOf } from '../support/visit.ts'
import { buildWorld, usualUrl, type World } from '../support/world.ts'

const given: { world?: World; room?: PeopleRoom } = {}
const world = (): World => given.world as World
const room = (): PeopleRoom => given.room as PeopleRoom
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())
beforeEach(async () => {
  given.room = await newPeopleRoom(world(), world().north)
  await room().addTable(
    'Role,Name,Email,Supervisor\nmentee,Bo Day,bo@h.example,\nmentor,Ann Lee,ann@h.example,Bo Day\nmentor,Cy Fox,,',
  )
  await room().become('open')
})

const stored = () => everythingStored(world().database)
const join = (code: string, form: Record<string, string> = {}): Promise<Response> =>
  send(world().server, '/join', { form: { code, ...form } })
/** Follows a letter's code to the page with the button, and presses it. */
const enter = async (code: string): Promise<Response> =>
  press(world().server, (await join(code)).headers.get('location') ?? '/nowhere')
/** What whoever is signed in sees as their name. */
const whoIs = async (reply: Response): Promise<string> => {
  const page = await visit(world().server, `/programmes/${room().programmeId}`, {
    as: { token: tokenFrom(reply) },
  })
  return page.text()
}
const personPage = async (name: string) => room().look(`/${await room().idOf(name)}`)
const letterOf = async (name: string) => room().look(`/${await room().idOf(name)}/letter`)
const codeIn = (page: string): string => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page)?.[0] ?? 'no code'
const addressIn = (page: string): string =>
  /\/sign-in\/link\/[\w-]{64}/.exec(page)?.[0] ?? 'no link'
const setState = async (name: string, state: 'agreed' | 'declined'): Promise<void> => {
  const [participantId, place] = [await room().idOf(name), room()]
  const { organisationId, programmeId } = place
  await room().write((tx) =>
    setParticipantState(tx, { organisationId, programmeId }, { participantId, state }),
  )
}
const mailTo = async (email: string) => (await room().mails()).find(({ to }) => to === email)

describe('inviting', () => {
  test('waits until the programme is open', async () => {
    await room().become('setting_up')
    const before = await stored()
    expect(await room().look('/invite')).toContain('This programme is still being set up')
    expect(await personPage('Ann Lee')).toContain(
      'People can be invited once the programme is open',
    )
    const reply = await room().post('/invite')
    expect([reply.status, await reply.text()]).toEqual([
      400,
      expect.stringContaining('while the programme is open'),
    ])
    expect(await stored()).toEqual(before)
  })

  test('everybody mails a link to those with an address, and tells of the letters', async () => {
    const page = await room().look('/invite')
    expect(page).toContain(
      '2 people get an email with a personal link. 1 person has no email address',
    )
    const reply = await room().post('/invite')
    expect(reply.headers.get('location')).toBe(`${room().base}?mails=2&letters=1`)
    expect(await room().look('?mails=2&letters=1')).toContain(
      '2 people invited by email, 1 person invited by letter',
    )
    expect((await room().events())[0]).toBe('people.invited')
    const mail = await mailTo('ann@h.example')
    expect(mail).toMatchObject({
      subject: 'You are invited to take part in Endoscopy',
      state: 'waiting',
    })
    expect(mail?.about).toBe(await room().idOf('Ann Lee'))
    for (const words of [
      'Dear Ann Lee,',
      'Northgate Hospital invites you to take part in Endoscopy',
      'four questionnaires of about 10 minutes each, one group interview and one meeting of up to 60 minutes',
      'you can say no without giving a reason',
      String(world().north.people.lead.email),
    ]) {
      expect(mail?.text).toContain(words)
    }
    expect((await mailTo('bo@h.example'))?.text).toContain(
      'two questionnaires of about 10 minutes each and one meeting',
    )
    expect(await whoIs(await press(world().server, linkIn(mail)))).toContain('Ann Lee')
    expect(await room().look('/invite')).toContain('Everybody on the list has been invited')
  })

  test('twice, or by several at once, invites once', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => room().post('/invite')))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 400, 400, 400, 400])
    const mails = (await room().mails()).filter(({ purpose }) => purpose === 'invitation')
    expect(mails.filter(({ to }) => to === 'ann@h.example')).toHaveLength(
      mails.filter(({ to }) => to === 'bo@h.example').length,
    )
    expect((await room().invitationOf('Ann Lee'))?.generation).toBe(1)
  })

  test('one person invites nobody else', async () => {
    const reply = await room().post('/invite', { participant: await room().idOf('Bo Day') })
    expect(reply.headers.get('location')).toBe(`${room().base}/${await room().idOf('Bo Day')}`)
    expect(await room().invitationOf('Ann Lee')).toBeNull()
    expect(await personPage('Bo Day')).toContain('by email.')
    const stranger = world().north.people.mentor.personId
    expect((await room().post('/invite', { participant: stranger })).status).toBe(400)
  })
})

describe('a letter', () => {
  beforeEach(async () => {
    await room().post('/invite')
  })

  test('is printed for whoever has no address, with a code that lets them in', async () => {
    const letters = await room().look('/letters')
    expect(letters.split('class="app-letter"')).toHaveLength(2)
    expect(letters).toContain('Dear Cy Fox,')
    expect(letters).toContain(`${usualUrl}/join`)
    expect(codeIn(await letterOf('Cy Fox'))).toBe(codeIn(letters))
    expect(await whoIs(await enter(codeIn(letters)))).toContain('Cy Fox')
    expect((await room().events())[0]).toBe('sign_in.begun')
  })

  test.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with spaces', (code: string) => ` ${code.replace('-', ' ')} `],
    ['without a hyphen', (code: string) => code.replace('-', '')],
    ['with O for 0 and l for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['with other hyphens', (code: string) => code.split('').join('–')],
  ])('has a code that may be written %s', async (_, written) => {
    const code = codeIn(await letterOf('Cy Fox'))
    expect((await join(written(code))).headers.get('location')).toBe(
      usualPathOf(await personPage('Cy Fox')),
    )
  })
  const usualPathOf = (page: string): string => addressIn(page)

  test('of somebody else, mistyped, or of somebody removed says the same', async () => {
    const code = codeIn(await letterOf('Cy Fox'))
    await room().post(`/${await room().idOf('Cy Fox')}/remove`)
    const before = await stored()
    const replies = [await join(code), await join('7K2QX-9M4TD'), await join('00000-00000')]
    const pages = await Promise.all(replies.map(wordsOf))
    const [first] = pages
    expect(replies.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(first).toContain('This code does not open anything')
    const withoutTyped = pages.map((page) =>
      page.replace(/(id=\\"code\\"[^>]*value=\\")[^"\\]*/, '$1'),
    )
    expect(new Set(withoutTyped).size).toBe(1)
    expect(await stored()).toEqual(before)
  })

  test.each(['', 'hello', 'UUUUU-UUUUU', '7K2QX9M4TDX', '%00', 'x'.repeat(10_000)])(
    'has no code like %j',
    async (typed) => {
      const reply = await join(typed)
      expect([reply.status, await reply.text()]).toEqual([
        422,
        expect.stringContaining('Enter the ten letters and digits of the code'),
      ])
    },
  )

  test('lets into its own organisation and into no other', async () => {
    const south = await newPeopleRoom(world(), world().south)
    await south.addTable('Role,Name\nmentor,Gil Howe')
    await south.become('open')
    await south.post('/invite')
    const code = codeIn(await south.look('/letters'))
    const token = tokenFrom(await enter(code))
    const own = await visit(world().server, `/programmes/${south.programmeId}`, { as: { token } })
    const foreign = await visit(world().server, `/programmes/${room().programmeId}`, {
      as: { token },
    })
    expect([own.status, foreign.status]).toEqual([200, 404])
  })

  test('is no longer shown once somebody has answered, nor is the link', async () => {
    const address = addressIn(await personPage('Cy Fox'))
    const code = codeIn(await letterOf('Cy Fox'))
    await setState('Cy Fox', 'agreed')
    const pages = [
      await personPage('Cy Fox'),
      await letterOf('Cy Fox'),
      await room().look('/letters'),
    ]
    for (const page of pages) {
      expect(page).not.toContain(code)
      expect(page).not.toContain(address)
    }
    expect(pages[0]).toContain('their link is theirs alone and is no longer shown')
    expect((await enter(code)).status).toBe(303)
  })
})

describe('a new link', () => {
  beforeEach(async () => {
    await room().post('/invite')
  })
  const renew = async (name: string, form = {}) =>
    room().post(`/${await room().idOf(name)}/link`, form)

  test('ends the old link, the old code, and whatever was opened by them', async () => {
    const [link, code] = [linkIn(await mailTo('ann@h.example')), codeIn(await letterOf('Ann Lee'))]
    const token = tokenFrom(await press(world().server, link))
    const reply = await renew('Ann Lee')
    expect(reply.headers.get('location')).toContain('?renewed=1')
    expect((await room().events())[0]).toBe('invitation.renewed')
    expect((await press(world().server, link)).status).toBe(400)
    expect((await join(code)).status).toBe(422)
    const page = await visit(world().server, `/programmes/${room().programmeId}`, { as: { token } })
    expect(page.headers.get('location')).toBe('/sign-in')
    const mails = (await room().mails()).filter(({ to }) => to === 'ann@h.example')
    const fresh = mails.find(({ subject }) => subject.startsWith('Your new personal link'))
    expect(mails.find(({ text }) => text.includes(link))?.state).toBe('failed')
    expect(await whoIs(await press(world().server, linkIn(fresh)))).toContain('Ann Lee')
    expect(await whoIs(await enter(codeIn(await letterOf('Ann Lee'))))).toContain('Ann Lee')
  })

  test('is made once by a double click', async () => {
    const form = { idempotencyKey: crypto.randomUUID() }
    await Promise.all([renew('Cy Fox', form), renew('Cy Fox', form), renew('Cy Fox', form)])
    expect((await room().invitationOf('Cy Fox'))?.generation).toBe(2)
  })

  test('of somebody who has agreed goes to them by mail and is not shown', async () => {
    await setState('Ann Lee', 'agreed')
    const reply = await renew('Ann Lee')
    expect(reply.status).toBe(303)
    const page = await room().look((reply.headers.get('location') ?? '').slice(room().base.length))
    expect(addressIn(page)).toBe('no link')
    expect((await mailTo('ann@h.example'))?.subject).toContain('new personal link')
  })

  test('of somebody who has agreed and has no address is shown once, to be handed on', async () => {
    await setState('Cy Fox', 'agreed')
    const page = await (await renew('Cy Fox')).text()
    expect(await whoIs(await press(world().server, addressIn(page)))).toContain('Cy Fox')
    expect(addressIn(await personPage('Cy Fox'))).toBe('no link')
  })

  test('is not made for somebody without an invitation, or of another programme', async () => {
    await room().addTable('Role,Name\nmentor,Di Gray')
    expect(await (await renew('Di Gray')).text()).toContain('has not been invited yet')
    const other = await room().post(`/${world().north.people.mentor.personId}/link`)
    expect(other.status).toBe(404)
  })
})

test('both ways in are offered where people look for them', async () => {
  for (const path of ['/', '/sign-in']) {
    expect(await (await visit(world().server, path)).text()).toContain('<a href="/join">')
  }
})
