/** The lead writes the information sheet, version by version, and sees who agreed to what. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsentText, listConsentTexts } from '../src/people/consent/store.ts'
import { type Database, read } from '../src/platform/database.ts'
import { testDatabase } from './support/database.ts'
import type { Somebody } from './support/hospital.ts'
import { placeOf, type Running, startRunning } from './support/programme-under-way.ts'
import { send, visit } from './support/visit.ts'
import { type Server, serverOn } from './support/world.ts'

let database: Database
let server: Server
beforeAll(() => {
  database = testDatabase()
  server = serverOn(database)
})
afterAll(() => database.destroy())

const invited = () => startRunning(database, { mentors: 2, mentees: 1, participants: 'invited' })
const setUp = ({ programmeId }: Running): string => `/programmes/${programmeId}/set-up/consent`
const consent = ({ programmeId }: Running): string => `/programmes/${programmeId}/consent`

const pageAt = async (path: string, as: Somebody): Promise<string> => {
  const reply = await visit(server, path, { as })
  expect(reply.status).toBe(200)
  return reply.text()
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

/** What a browser would send of the lead's form as it stands. */
const formOn = (page: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  const attribute = (tag: string, name: string): string =>
    unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const form = page.slice(page.indexOf('set-up/consent" method="post"'), page.indexOf('</main>'))
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    if (type === 'checkbox' && !/ checked=""/.test(tag)) continue
    const value = attribute(tag, 'value')
    fields[name] =
      fields[name] === undefined || type !== 'checkbox' ? value : `${fields[name]},${value}`
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, 'name')] = unescaped(text)
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g))
    fields[attribute(tag, 'name')] = / value="([^"]*)" selected/.exec(options)?.[1] ?? 'both'
  const { idempotencyKey: _, ...rest } = fields
  return rest
}

const save = async (running: Running, changes: Record<string, string> = {}): Promise<Response> => {
  const form = { ...formOn(await pageAt(setUp(running), running.lead)), ...changes }
  return send(server, setUp(running), { as: running.lead, form })
}

const textsOf = (running: Running) =>
  read(database, running.scope.organisationId, (tx) => listConsentTexts(tx, placeOf(running)))

const agree = async (running: Running, person: Somebody): Promise<Response> => {
  const latest = await read(database, running.scope.organisationId, (tx) =>
    findConsentText(tx, placeOf(running)),
  )
  const statements = latest?.text.statements ?? []
  const ticked = statements.map(({ id }) => [`statement-${id}`, 'agreed'])
  const form = {
    version: String(latest?.version),
    reply: 'agree',
    withdrawal: 'stop',
    ...Object.fromEntries(ticked),
  }
  return send(server, consent(running), { as: person, form })
}

describe('the text', () => {
  test('is suggested out of the protocol, and is not there until it is saved', async () => {
    const running = await invited()
    const page = await pageAt(setUp(running), running.lead)
    expect(page).toContain('This text is a suggestion')
    expect(page).toContain('value="Taking part in Gastroenterology"')
    expect(page).toContain(`value="${running.lead.email}"`)
    expect(await textsOf(running)).toEqual([])
    expect((await save(running)).status).toBe(303)
    const [saved] = await textsOf(running)
    expect(saved?.version).toBe(1)
    expect(saved?.text.contact.email).toBe(running.lead.email)
    expect(saved?.text.statements.filter(({ required }) => required)).toHaveLength(6)
  })

  test('is changed, moved, added to and taken from, without scripts', async () => {
    const running = await invited()
    await save(running)
    const before = (await textsOf(running))[0]?.text.sections.map(({ id }) => id) ?? []
    const changes = {
      title: 'Taking part <together>',
      'section-1-heading': '',
      'section-1-text': '',
      [`section-${before.length}-place`]: '0.5',
      [`section-${before.length + 1}-heading`]: 'Parking',
      [`section-${before.length + 1}-text`]: 'Use the *car park*.',
      [`section-${before.length + 1}-roles`]: 'mentee',
    }
    expect((await save(running, changes)).status).toBe(303)
    const [saved] = await textsOf(running)
    const ids = saved?.text.sections.map(({ id }) => id)
    expect(ids).toEqual([before.at(-1), ...before.slice(1, -1), 'section_1'])
    const page = await pageAt(consent(running), running.mentees[0] as Somebody)
    expect(page).toContain('Taking part &lt;together&gt;')
    expect(page).toContain('Use the *car park*.')
    const other = await pageAt(consent(running), running.mentors[0] as Somebody)
    expect(other).not.toContain('Use the *car park*.')
  })

  test('that lacks something comes back as it was typed, and is not saved', async () => {
    const running = await invited()
    const reply = await save(running, { title: '', 'contact-email': '', 'section-2-text': '' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    for (const field of ['title', 'contact-email', 'section-2-text']) {
      expect(page).toContain(`href="#${field}"`)
      expect(page).toContain(`id="${field}-error"`)
    }
    expect(page).toContain('What the programme is for')
    expect(await textsOf(running)).toEqual([])
  })

  test('of two leads at once is not overwritten by the second', async () => {
    const running = await invited()
    const form = formOn(await pageAt(setUp(running), running.lead))
    const [first, second] = [
      { ...form, title: 'The first' },
      { ...form, title: 'The second' },
    ]
    const as = running.lead
    expect((await send(server, setUp(running), { as, form: first })).status).toBe(303)
    const reply = await send(server, setUp(running), { as, form: second })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('Somebody saved another text')
    expect(page).toContain('value="The second"')
    expect((await textsOf(running))[0]?.text.title).toBe('The first')
  })
})

describe('a version', () => {
  test('is replaced until somebody agrees to it; then comes the next', async () => {
    const running = await invited()
    await save(running)
    await save(running, { title: 'Nobody saw the first' })
    expect((await textsOf(running)).map(({ version }) => version)).toEqual([1])
    expect((await agree(running, running.mentors[0] as Somebody)).status).toBe(303)
    await save(running, { 'statement-1-text': 'I have read all of it.' })
    await save(running)
    const texts = await textsOf(running)
    expect(texts.map(({ version }) => version)).toEqual([1, 2])
    expect(texts[0]?.text.title).toBe('Nobody saw the first')
    const page = await pageAt(setUp(running), running.lead)
    expect(page).toContain('2, in use')
  })

  test('that somebody agreed to before is still theirs, with what has changed since', async () => {
    const running = await invited()
    const [early, late] = running.mentors as [Somebody, Somebody]
    await save(running)
    await agree(running, early)
    await save(running, { 'statement-1-text': 'I have read all of it.' })
    await agree(running, late)
    const page = await pageAt(consent(running), early)
    expect(page).toContain('to version 1')
    expect(page).toContain('What has changed since then')
    expect(page).toContain('I have read all of it.')
    const other = await pageAt(consent(running), late)
    expect(other).toContain('to version 2')
    expect(other).not.toContain('What has changed since then')
  })

  test('can be looked at as each group, also the ones before', async () => {
    const running = await invited()
    await save(running)
    await agree(running, running.mentors[0] as Somebody)
    await save(running, { title: 'The second title' })
    const preview = (query: string) =>
      pageAt(`${setUp(running)}/preview/mentor${query}`, running.lead)
    expect(await preview('')).toContain('The second title')
    expect(await preview('?version=1')).toContain('Taking part in Gastroenterology')
    expect(await preview('?version=9')).toContain('The second title')
  })
})

test('the lead sees who agreed to what, and nothing of what anybody answered', async () => {
  const running = await invited()
  await save(running)
  const mentor = running.mentors[0] as Somebody
  await agree(running, mentor)
  const page = await pageAt(`/programmes/${running.programmeId}/consents`, running.lead)
  expect(page).toContain(mentor.name)
  expect(page).toContain('Stop, and keep what I gave')
  expect(page).toContain('I would like to be told the results of the programme.')
  expect(page).not.toContain((running.mentors[1] as Somebody).name)
})
