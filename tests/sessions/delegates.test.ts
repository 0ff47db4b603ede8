/** Somebody books for a mentee by a link of their own, and gets to nothing else. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { changeDraw } from '../../src/allocation/procedure/draw-store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { newToken } from '../../src/platform/tokens.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { findDelegate } from '../../src/sessions/delegates/delegate-store.ts'
import { listPlans } from '../../src/sessions/planning/plan-store.ts'
import { allRoutes } from '../../src/web/all-routes.ts'
import { newDatabase, newOrganisation, type OwnDatabase } from '../support/database.ts'
import { type DrawnPairs, everybodyIn, startDrawn } from '../support/drawn-pairs.ts'
import { allRowsOf, everythingStored } from '../support/everything-stored.ts'
import type { Somebody } from '../support/hospital.ts'
import { linkIn } from '../support/mailbox.ts'
import { leaverIn } from '../support/study-under-way.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { type Server, serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let own: OwnDatabase
let server: Server
let published: DrawnPairs
let several: Somebody
let single: Somebody

/** One mentee has two mentors, another has one. */
beforeAll(async () => {
  own = await newDatabase()
  server = serverOn(own.database)
  published = await startDrawn(own.database, { mentors: 4, mentees: 3 })
  const [first, second, third] = published.mentees as [Somebody, Somebody, Somebody]
  ;[several, single] = [first, second]
  const mentees = [first, first, second, third]
  const pairs = published.mentors.map(({ personId }, place) => ({
    ...{ mentorId: personId, menteeId: mentees[place]?.personId ?? '' },
  }))
  await published.change((tx, programme) => changeDraw(tx, programme, { number: 1, pairs }))
  succeeded(await published.publish(1))
})
afterAll(() => own.drop())

const pathOf = (rest: string): string => `/programmes/${published.programmeId}${rest}`
const delegatePath = '/session/delegate'
const assistant = { name: 'Pat Assistant', email: 'pat@hospital.example' }

/** @returns the path of the link in the mail */
const nameDelegate = async (mentee: Somebody, form = assistant): Promise<string> => {
  const reply = await send(server, pathOf(delegatePath), { as: mentee, form })
  expect(reply.status).toBe(303)
  const mails = (await published.mails()).filter(({ purpose }) => purpose === 'session_delegate')
  const mail = mails.find(({ about, to }) => about === mentee.personId && to === form.email)
  expect(mail?.text).toContain(`Dear ${form.name},`)
  return linkIn(mail)
}

const pageAt = async (path: string, as: Somebody | null = null): Promise<string> => {
  const reply = await visit(server, path, { as })
  expect([path, reply.status]).toEqual([path, 200])
  return reply.text()
}

/** What the first form with this address on the page carries along. */
const hiddenIn = (page: string, action: string): Readonly<Record<string, string>> => {
  const [form = ''] = new RegExp(`<form[^>]*action="${action}".*?</form>`, 's').exec(page) ?? []
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(hidden.map(([, name, value]) => [name, value]))
}

const firstTimeIn = (page: string): string => {
  const [button = ''] = /<button[^>]*name="startsAt"[^>]*>/.exec(page) ?? []
  return /value="([^"]*)"/.exec(button)?.[1] ?? ''
}

/** Opens the form that the page leads to, and sends it. */
const book = async (
  link: string,
  what: 'propose' | 'move' | 'cancel',
  typed: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const overview = await pageAt(link)
  const [, query] = new RegExp(`href="${link}\\?(do=${what}&amp;pair=[^"]*)"`).exec(overview) ?? []
  const page = await pageAt(`${link}?${query?.replace('&amp;', '&')}`)
  const form = { ...hiddenIn(page, `${link}/${what}`), ...typed }
  return send(server, `${link}/${what}`, { form })
}

const at = (day: string, time = '14:30') => ({
  ...{ 'time-1-day': day, 'time-1-month': '6', 'time-1-year': String(nextYear) },
  ...{ 'time-1-time': time, minutes: '45', mode: 'face_to_face', place: 'Seminar room 2' },
})
const nextYear = new Date().getFullYear() + (new Date().getMonth() >= 5 ? 1 : 0)

const plans = () => published.change((tx, programme) => listPlans(tx, programme))
const ended = 'This link no longer works'

describe('a mentee who names somebody', () => {
  test('sees who it is, gets them a link, and removes them; no name, address or link is stored in the open', async () => {
    const link = await nameDelegate(several)
    const page = await pageAt(pathOf(delegatePath), several)
    for (const word of [assistant.name, assistant.email]) expect(page).toContain(word)
    expect(page).not.toContain(link)
    const [token = ''] = link.split('/').slice(-1)
    const rows = (await allRowsOf(own.database, 'session_delegates')).join()
    for (const word of [token, assistant.name, assistant.email]) expect(rows).not.toContain(word)
    await send(server, pathOf(`${delegatePath}/remove`), { as: several })
    expect(await pageAt(pathOf(delegatePath), several)).not.toContain(assistant.name)
    expect(await pageAt(link)).toContain(ended)
  })

  test('is told what is missing, and keeps what they typed', async () => {
    for (const [form, field] of [
      [{ name: ' ', email: 'pat@hospital.example' }, 'name'],
      [{ name: 'Pat', email: 'pat at hospital' }, 'email'],
    ] as const) {
      const reply = await send(server, pathOf(delegatePath), { as: several, form })
      const text = await reply.text()
      expect([reply.status, text.includes(`href="#${field}"`)]).toEqual([422, true])
      expect(text).toContain(`value="${form.email}"`)
    }
  })

  test('ends the earlier link by naming somebody again', async () => {
    const earlier = await nameDelegate(several)
    const later = await nameDelegate(several, { name: 'Sam', email: 'sam@hospital.example' })
    expect(later).not.toBe(earlier)
    expect(await pageAt(earlier)).toContain(ended)
    expect(await pageAt(later)).toContain(`Book for ${several.name}`)
  })
})

describe('whoever books', () => {
  test('proposes, moves and cancels; opening the link changes nothing, and the audit log names nobody', async () => {
    const link = await nameDelegate(single)
    const before = await everythingStored(own.database)
    await pageAt(link)
    expect(await everythingStored(own.database)).toEqual(before)
    const wrong = await book(link, 'propose', { ...at('31'), minutes: '5' })
    const text = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const id of ['time-1-day', 'minutes']) expect(text).toContain(`href="#${id}"`)
    expect((await book(link, 'propose', at('8'))).headers.get('location')).toBe(link)
    expect(await pageAt(link)).toContain('These times are proposed for')
    const mentor = published.mentors[2] as Somebody
    const session = await pageAt(pathOf('/session'), mentor)
    const accepted = hiddenIn(session, pathOf('/session/accept'))
    const form = { ...accepted, startsAt: firstTimeIn(session) }
    await send(server, pathOf('/session/accept'), { as: mentor, form })
    expect(await pageAt(link)).toContain('It is planned:')
    expect((await book(link, 'move', at('9'))).status).toBe(303)
    expect(await plans()).toMatchObject([{ state: 'planned', proposedBy: 'mentee', timesMoved: 1 }])
    expect((await book(link, 'cancel')).status).toBe(303)
    expect(await plans()).toMatchObject([{ state: 'cancelled', place: 'Seminar room 2' }])
    const { organisationId } = published.scope
    const entries = await read(own.database, organisationId, (tx) =>
      listAuditEntries(tx, organisationId, 2),
    )
    expect(entries.map(({ event, actorId }) => [event, actorId])).toEqual([
      ['session.cancelled', null],
      ['session.moved', null],
    ])
  })

  test('accepts what the mentor proposes', async () => {
    const link = await nameDelegate(single)
    const mentor = published.mentors[2] as Somebody
    const form = { partner: single.personId, ...at('15') }
    const proposed = await send(server, pathOf('/session/propose'), { as: mentor, form })
    expect(proposed.status).toBe(303)
    const page = await pageAt(link)
    expect(page).toContain('The other person proposes these times')
    const accepted = { ...hiddenIn(page, `${link}/accept`), startsAt: firstTimeIn(page) }
    expect((await send(server, `${link}/accept`, { form: accepted })).status).toBe(303)
    expect((await send(server, `${link}/accept`, { form: accepted })).status).toBe(303)
    const again = { ...accepted, idempotencyKey: crypto.randomUUID() }
    const late = await send(server, `${link}/accept`, { form: again })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('What was planned has changed')
    expect((await plans()).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'planned'])
    const foreign = await published.pairs()
    const [pair] = foreign.filter(({ menteeId }) => menteeId !== single.personId)
    const other = { ...again, pair: pair?.pairId ?? '' }
    expect((await send(server, `${link}/accept`, { form: other })).status).toBe(422)
  })

  test('sees nobody’s name but the mentee’s, and sessions by their numbers', async () => {
    const link = await nameDelegate(several)
    const overview = await pageAt(link)
    const [, query = ''] = /\?(do=propose&amp;pair=[^"]*)"/.exec(overview) ?? []
    const text = overview + (await pageAt(`${link}?${query.replace('&amp;', '&')}`))
    for (const word of [several.name, 'Session 1', 'Session 2']) expect(text).toContain(word)
    const names = everybodyIn(published).map(({ name }) => name)
    expect(names.filter((name) => name !== several.name && text.includes(name))).toEqual([])
    const ids = everybodyIn(published).map(({ personId }) => personId)
    expect([...ids, published.programmeId].filter((id) => text.includes(id))).toEqual([])
    const labels = (await published.pairs()).map(({ label }) => label)
    expect(labels.filter((label) => new RegExp(`\\b${label}\\b`).test(text))).toEqual([])
  })

  test('takes no part in anything else: every other address is closed, and mails name no partner', async () => {
    const link = await nameDelegate(single)
    const token = link.slice('/book/'.length)
    const closed = allRoutes.filter(({ who }) => who !== 'everyone' && who !== 'world')
    const methods = new Map(closed.map(({ path, method }) => [path, method]))
    for (const [path, method] of methods) {
      const address = path.replace(':programme', published.programmeId).replaceAll(/:\w+/g, '1')
      const reply = await visit(server, address, { method, as: { token } })
      expect([path, reply.status, reply.headers.get('location')]).toEqual([path, 303, '/sign-in'])
    }
    const mails = (await published.mails()).filter(({ to }) => to === assistant.email)
    const names = published.mentors.map(({ name }) => name)
    const told = mails.map(({ subject, text, calendar }) => subject + text + calendar?.text).join()
    expect(mails.length).toBeGreaterThan(3)
    expect(names.filter((name) => told.includes(name))).toEqual([])
  })
})

describe('a link that opens nothing', () => {
  test('gets the same bytes whatever it was, and is neither kept by caches nor passed on', async () => {
    const north = published.scope.organisationId
    const south = (await newOrganisation(own.database)).organisationId
    const left = await nameDelegate(single)
    const leaver = { code: single.name, effect: 'stop' } as const
    await leaverIn(own.database, published, leaver)
    const form = { confirmed: 'yes' }
    await send(server, pathOf('/withdraw'), { as: single, form })
    await published.change(async (tx, programme) => {
      expect(await findDelegate(tx, programme, single.personId)).toBeNull()
    })
    const over = await nameDelegate(several)
    expect((await visit(server, over)).headers.get('cache-control')).toBe('no-store')
    expect((await visit(server, over)).headers.get('referrer-policy')).toBe('same-origin')
    const { programmeId } = published
    await published.change((tx, { organisationId }) =>
      updateProgramme(tx, { organisationId, programmeId }, { state: 'closed' }),
    )
    const unknown = [north, south, crypto.randomUUID()].map((id) => `/book/${newToken(id).text}`)
    const links = [left, over, ...unknown, '/book/x', '/book/%00']
    const filled = { pair: crypto.randomUUID(), plan: '', startsAt: '2099-06-01T09:00:00Z' }
    const replies = new Set<string>()
    for (const link of links) {
      replies.add(await wordsOf(await visit(server, link)))
      for (const what of ['propose', 'accept', 'move', 'cancel'])
        replies.add(await wordsOf(await send(server, `${link}/${what}`, { form: filled })))
    }
    expect(replies.size).toBe(1)
    expect([...replies][0]).toContain(ended)
  })
})
