/** Coming in: the links that people are sent, and their button. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterOrganisation } from '../src/platform/database.ts'
import { insertLink } from '../src/platform/sign-in-store.ts'
import { newToken } from '../src/platform/tokens.ts'
import { allRowsOf, everythingStored } from './support/everything-stored.ts'
import type { Somebody } from './support/hospital.ts'
import { linkIn, mailsOf } from './support/mailbox.ts'
import { askForLink, linkFor, press } from './support/sign-in-link.ts'
import { send, tokenFrom, visit, wordsOf } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World

beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const stored = () => everythingStored(world().database)

const expectRefused = async (reply: Response): Promise<void> => {
  expect(reply.status).toBe(400)
  expect(reply.headers.get('set-cookie')).toBeNull()
  expect(await reply.text()).toContain('This link cannot be used')
}

/** Who the server takes the holder of this token for: the name at the top of a page. */
const nameShown = async (token: string): Promise<string> => {
  const start = await visit(world().server, '/', { as: { token } })
  const to = start.headers.get('location')
  return to === null ? start.text() : (await visit(world().server, to, { as: { token } })).text()
}

const letLinksExpire = async ({ organisationId, personId }: Somebody): Promise<void> => {
  await world()
    .database.transaction()
    .execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      await sql`update sign_in_links set expires_at = now() - interval '1 second'
                where person_id = ${personId} and purpose = 'staff'`.execute(tx)
    })
}

describe('a staff link', () => {
  test('comes by mail, to that person, once for each form sent', async () => {
    const { administrator } = world().north.people
    const idempotencyKey = crypto.randomUUID()
    const earlier = await mailsOf(world().database, world().north.organisationId)
    for (const email of [
      administrator.email,
      administrator.email,
      ' ADMINISTRATOR.quillfeather@hospital.example ',
    ]) {
      const reply = await askForLink(world().server, String(email), { idempotencyKey })
      expect(reply.headers.get('location')).toBe('/sign-in/sent')
    }
    const mails = await mailsOf(world().database, world().north.organisationId)
    expect(mails).toHaveLength(earlier.length + 1)
    expect(mails[0]).toMatchObject({ to: administrator.email, state: 'waiting' })
    expect(mails[0]?.text).toContain(administrator.name)
    expect(linkIn(mails[0])).toMatch(/^\/sign-in\/link\/[\w-]{64}$/)
  })

  test('opened any number of times shows a button, nobody, and spends nothing', async () => {
    const { lead } = world().north.people
    const link = await linkFor(world(), lead)
    const before = await stored()
    const pages = await Promise.all(Array.from({ length: 5 }, () => visit(world().server, link)))
    for (const page of pages) {
      expect(page.status).toBe(200)
      expect(page.headers.get('set-cookie')).toBeNull()
      expect(await page.text()).not.toMatch(/Quillfeather|Northgate|hospital\.example/)
    }
    await visit(world().server, link, { method: 'HEAD' })
    expect(await stored()).toEqual(before)
    expect((await press(world().server, link)).status).toBe(303)
  })

  test('looks the same as one that nobody was given, spent or not', async () => {
    const { lead } = world().north.people
    const link = await linkFor(world(), lead)
    const tokens = [
      link.split('/').at(-1),
      newToken(lead.organisationId).text,
      newToken(crypto.randomUUID()).text,
    ]
    const pages = async () =>
      new Set(
        await Promise.all(
          tokens.map(async (token) => {
            const words = await wordsOf(await visit(world().server, `/sign-in/link/${token}`))
            return words.replaceAll(String(token), 'token')
          }),
        ),
      )
    const fresh = await pages()
    expect(fresh.size).toBe(1)
    await press(world().server, link)
    expect(await pages()).toEqual(fresh)
  })

  test('lets in once', async () => {
    const { researcher } = world().north.people
    const link = await linkFor(world(), researcher)
    const reply = await press(world().server, link)
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
    expect(await nameShown(tokenFrom(reply))).toContain(researcher.name)
    const before = await stored()
    await expectRefused(await press(world().server, link))
    expect(await stored()).toEqual(before)
  })

  test('pressed eight times at once, by a double click and its retries, is one sign-in', async () => {
    const { facilitator } = world().north.people
    const link = await linkFor(world(), facilitator)
    const before = await allRowsOf(world().database, 'sign_ins')
    const form = { idempotencyKey: crypto.randomUUID() }
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => press(world().server, link, form)),
    )
    const later = await press(world().server, link, form)
    expect(new Set([...replies, later].map(tokenFrom)).size).toBe(1)
    expect(await allRowsOf(world().database, 'sign_ins')).toHaveLength(before.length + 1)
    expect(await nameShown(tokenFrom(later))).toContain(facilitator.name)
  })

  test('pressed on two devices at once lets in one of them', async () => {
    const link = await linkFor(world(), world().north.people.facilitator)
    const replies = await Promise.all([
      press(world().server, link),
      press(world().server, link),
      press(world().server, link),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 400, 400])
  })

  test('lets nobody in after its ten minutes', async () => {
    const { lead } = world().south.people
    const link = await linkFor(world(), lead)
    const [row] = (await allRowsOf(world().database, 'sign_in_links'))
      .map((text) => JSON.parse(text))
      .filter(({ person_id, spent_at }) => person_id === lead.personId && spent_at === null)
    const minutes = (Date.parse(row.expires_at) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(8)
    expect(minutes).toBeLessThanOrEqual(10)
    await letLinksExpire(lead)
    await expectRefused(await press(world().server, link))
  })

  test('is not sent to an address that is not staff’s, and the reply does not say so', async () => {
    const known = await askForLink(world().server, String(world().north.people.auditor.email))
    const before = await stored()
    const unknown = await askForLink(world().server, 'nobody@hospital.example')
    expect(await wordsOf(unknown)).toBe(await wordsOf(known))
    expect(await stored()).toEqual(before)
  })

  test('is not asked for with what is no address; what was typed is shown again', async () => {
    const before = await stored()
    const reply = await askForLink(world().server, '<b>not an address')
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toContain('value="&lt;b&gt;not an address"')
    expect(page.match(/Enter an email address in the form name@example\.com/g)).toHaveLength(2)
    expect(await stored()).toEqual(before)
  })

  test('of one organisation opens nothing of another', async () => {
    const { administrator } = world().north.people
    const as = {
      token: tokenFrom(await press(world().server, await linkFor(world(), administrator))),
    }
    const own = await visit(world().server, '/organisation/staff', { as })
    expect(await own.text()).not.toContain('Wolstenholme')
    const foreign = await visit(world().server, `/programmes/${world().south.home}`, { as })
    expect(foreign.status).toBe(404)
  })

  test('does not open under another organisation’s number', async () => {
    const link = await linkFor(world(), world().south.people.auditor)
    const bytes = Buffer.from(String(link.split('/').at(-1)), 'base64url')
    const number = Buffer.from(world().north.organisationId.replaceAll('-', ''), 'hex')
    const moved = Buffer.concat([number, bytes.subarray(16)]).toString('base64url')
    await expectRefused(await press(world().server, `/sign-in/link/${moved}`))
    expect((await press(world().server, link)).status).toBe(303)
  })

  test('is sent five times at most while the earlier ones are open', async () => {
    const person = world().south.people.researcher
    const mine = async () =>
      (await mailsOf(world().database, person.organisationId)).filter(
        ({ to }) => to === person.email,
      )
    const replies = await Promise.all(
      Array.from({ length: 9 }, () => askForLink(world().server, String(person.email))),
    )
    expect(new Set(await Promise.all(replies.map(wordsOf))).size).toBe(1)
    expect(await mine()).toHaveLength(5)
    await press(world().server, linkIn((await mine())[0]))
    await askForLink(world().server, String(person.email))
    await askForLink(world().server, String(person.email))
    expect(await mine()).toHaveLength(6)
  })

  test('asked for by somebody of one organisation names nobody of it to the other', async () => {
    const asking = world().north.people.lead
    const form = { email: String(world().south.people.administrator.email) }
    await send(world().server, '/sign-in', { as: asking, form })
    const rows = await allRowsOf(world().database, 'audit_entries')
    const theirs = rows.filter((row) => row.includes(world().south.organisationId))
    expect(theirs.filter((row) => row.includes(asking.personId))).toEqual([])
  })
})

describe('a participant’s personal link', () => {
  const linkOf = async ({ organisationId, personId }: Somebody): Promise<string> => {
    const token = newToken(organisationId)
    await world()
      .database.transaction()
      .execute(async (tx) => {
        await enterOrganisation(tx, organisationId)
        await insertLink(tx, { token, purpose: 'participant', personId, expiresAt: null })
      })
    return `/sign-in/link/${token.text}`
  }

  test('lets in again and again', async () => {
    const { mentor } = world().north.people
    const link = await linkOf(mentor)
    const replies = [
      await press(world().server, link),
      await press(world().server, link),
      await press(world().server, link),
    ]
    const tokens = replies.map(tokenFrom)
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) expect(await nameShown(token)).toContain(mentor.name)
  })

  test('is in the audit log as somebody’s: who came in before a thing was done about a pair cannot be told', async () => {
    const { mentee, lead } = world().north.people
    const before = new Set(await allRowsOf(world().database, 'audit_entries'))
    const token = tokenFrom(await press(world().server, await linkOf(mentee)))
    await send(world().server, '/sign-out', { as: { token } })
    await press(world().server, await linkFor(world(), lead))
    const written = (await allRowsOf(world().database, 'audit_entries')).filter(
      (row) => !before.has(row),
    )
    const ofSignIns = written.filter((row) => row.includes('sign_in.'))
    expect(ofSignIns.filter((row) => row.includes(mentee.personId))).toEqual([])
    expect(ofSignIns.filter((row) => row.includes(lead.personId))).toHaveLength(1)
    expect(ofSignIns).toHaveLength(3)
  })

  test('shows nothing of the person before the button is pressed', async () => {
    const { mentee } = world().north.people
    const link = await linkOf(mentee)
    const before = await stored()
    const page = await (await visit(world().server, link)).text()
    expect(page).not.toMatch(/Quillfeather|Northgate|mentee/)
    expect(await stored()).toEqual(before)
  })

  test('leads to their own programme and to nothing else', async () => {
    const { mentee } = world().north.people
    const as = { token: tokenFrom(await press(world().server, await linkOf(mentee))) }
    const start = await visit(world().server, '/', { as })
    expect(start.headers.get('location')).toBe(`/programmes/${world().north.home}`)
    const own = await visit(world().server, `/programmes/${world().north.home}`, { as })
    expect(own.status).toBe(200)
    const closed = [
      `/programmes/${world().north.other}`,
      `/programmes/${world().south.home}`,
      `/programmes/${world().north.home}/results`,
      '/organisation/staff',
      '/organisation/outbox',
      '/organisation/audit',
    ]
    for (const path of closed) {
      expect([path, (await visit(world().server, path, { as })).status]).toEqual([path, 404])
    }
  })
})
