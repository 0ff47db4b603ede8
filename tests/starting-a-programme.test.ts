/** A programme begins: from what comes with the product, from an earlier programme, from a file. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAuditEntries } from '../src/platform/audit.ts'
import { read } from '../src/platform/database.ts'
import { respondentOf } from '../src/platform/keys.ts'
import { openProgramme } from '../src/protocol/open-programme.ts'
import { findProgramme, listProgrammeStaff, listProgrammes } from '../src/protocol/store.ts'
import { masterKey } from './support/database.ts'
import { everythingStored } from './support/everything-stored.ts'
import type { Somebody } from './support/hospital.ts'
import { upload } from './support/upload.ts'
import { send, visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

const people = () => world().north.people
const stored = () => everythingStored(world().database)
const inNorth = <T>(work: Parameters<typeof read<T>>[2]): Promise<T> =>
  read(world().database, world().north.organisationId, work)

type Fields = Record<string, string>
const start = (form: Fields, as: Somebody = people().lead): Promise<Response> =>
  send(world().server, '/programmes/new', { as, form: { name: 'New', site: '', ...form } })

const startFrom = (file: string | Uint8Array, form: Fields = {}): Promise<Response> => {
  const fields = { name: 'From a file', site: '', protocol: 'file', pasted: '', ...form }
  return upload(world().server, '/programmes/new', {
    as: people().lead,
    form: fields,
    files: { file },
  })
}

/** The programme to which the reply leads; fails when it leads nowhere. */
const startedBy = async (reply: Response) => {
  const [, programmeId = ''] =
    /^\/programmes\/([0-9a-f-]{36})\/set-up$/.exec(reply.headers.get('location') ?? '') ?? []
  const found = await inNorth((tx) => findProgramme(tx, world().north.organisationId, programmeId))
  if (found === null) throw new Error(`Nothing was started: ${reply.status}`)
  return found
}

const textOf = (id: string): string => readFileSync(`protocols/${id}.json`, 'utf8')
const builtIn = readdirSync('protocols').map((name) => name.replace(/\.json$/, ''))

describe('starting from what comes with the product', () => {
  test.each(builtIn)(
    '%s: the programme has its text, to the byte, and is being set up',
    async (id) => {
      const form = { name: `  Gastro ${id} `, site: 'Ward 7', protocol: `built_in:${id}` }
      const programme = await startedBy(await start(form))
      expect(programme).toMatchObject({
        name: `Gastro ${id}`,
        site: 'Ward 7',
        state: 'setting_up',
        version: 1,
        isLocked: false,
        protocolText: textOf(id),
        sha256: createHash('sha256').update(textOf(id)).digest('hex'),
      })
    },
  )

  test('every one of them is offered with its title and its summary', async () => {
    const page = await (
      await visit(world().server, '/programmes/new', { as: people().lead })
    ).text()
    for (const id of builtIn) {
      expect(page).toContain(`value="built_in:${id}"`)
      expect(page).toContain(JSON.parse(textOf(id)).title)
    }
  })

  test('whoever starts it is its lead at once, and the audit log says that it was started', async () => {
    const { organisationId } = world().north
    const administrator = people().administrator
    const reply = await start({ protocol: 'built_in:sheffield-2022' }, administrator)
    const { programmeId } = await startedBy(reply)
    const staff = await inNorth((tx) => listProgrammeStaff(tx, organisationId))
    expect(staff.filter((row) => row.programmeId === programmeId)).toEqual([
      { programmeId, staffId: administrator.personId, role: 'lead' },
    ])
    const [entry] = await inNorth((tx) => listAuditEntries(tx, organisationId, 1))
    expect(entry).toMatchObject({ event: 'programme.started', subject: programmeId })
    const name = await visit(world().server, `/programmes/${programmeId}/set-up/name`, {
      as: administrator,
    })
    expect(name.status).toBe(200)
  })

  test('each programme has a key of its own: the same person has another pseudonym in each', async () => {
    const { organisationId } = world().north
    const open = async () => {
      const { programmeId } = await startedBy(await start({ protocol: 'built_in:sheffield-2022' }))
      return inNorth((tx) => openProgramme(tx, { organisationId, programmeId, masterKey }))
    }
    const keys = [await open(), await open()].map((programme) => programme?.programmeKey)
    const [one, other] = keys.map((key) => respondentOf(key ?? Buffer.alloc(0), 'the same person'))
    expect(one).not.toBe(other)
  })

  test('a form sent twice starts one programme, and both replies lead to it', async () => {
    const before = await inNorth((tx) => listProgrammes(tx, world().north.organisationId))
    const form = { protocol: 'built_in:sheffield-2022', idempotencyKey: crypto.randomUUID() }
    const replies = await Promise.all([start(form), start(form)])
    const [one, other] = replies.map((reply) => reply.headers.get('location'))
    expect(one).toBe(other)
    const after = await inNorth((tx) => listProgrammes(tx, world().north.organisationId))
    expect(after).toHaveLength(before.length + 1)
  })
})

describe('starting from an earlier programme', () => {
  test('takes its protocol as it is there now', async () => {
    const { home, organisationId } = world().north
    const earlier = await inNorth((tx) => findProgramme(tx, organisationId, home))
    const programme = await startedBy(await start({ protocol: `earlier:${home}` }))
    expect(programme.sha256).toBe(earlier?.sha256)
    expect(programme.isLocked).toBe(false)
  })

  test('of another organisation is refused like one that does not exist', async () => {
    const before = await stored()
    for (const programmeId of [world().south.home, crypto.randomUUID()]) {
      const reply = await start({ protocol: `earlier:${programmeId}` })
      expect(reply.status).toBe(422)
      expect(await reply.text()).toContain('That programme does not exist. Choose another.')
    }
    expect(await stored()).toEqual(before)
  })

  test('it can be chosen beforehand', async () => {
    const { home } = world().north
    const page = await visit(world().server, `/programmes/new?like=${home}`, { as: people().lead })
    expect(await page.text()).toMatch(
      new RegExp(`value="earlier:${home}"[^>]* checked|checked=""[^>]*value="earlier:${home}"`),
    )
  })
})

describe('starting from a file', () => {
  test.each([
    ['as it is', textOf('sheffield-2022')],
    ['with a byte order mark', `\uFEFF${textOf('sheffield-2022')}`],
    ['with the line ends of Windows', textOf('sheffield-2022').replaceAll('\n', '\r\n')],
    [
      'on one line, with a blank line at the end',
      `${JSON.stringify(JSON.parse(textOf('sheffield-2022')))}\n\n`,
    ],
  ])('%s: what is downloaded is what was uploaded', async (_, text) => {
    const { programmeId, sha256 } = await startedBy(await startFrom(text))
    const path = `/programmes/${programmeId}/protocol/versions/1`
    const file = await visit(world().server, path, { as: people().lead })
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(text))).toBe(true)
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(file.headers.get('content-type')).toBe('application/json')
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="sheffield-2022-v1.json"',
    )
  })

  test('a text that is pasted has the line ends of the product, whatever the browser made of them', async () => {
    const pasted = textOf('sheffield-2022').replaceAll('\n', '\r\n')
    const programme = await startedBy(await start({ protocol: 'file', pasted }))
    expect(programme.protocolText).toBe(textOf('sheffield-2022'))
  })

  test('every mistake in it is named with its place, and nothing is stored', async () => {
    const before = await stored()
    const protocol = { ...JSON.parse(textOf('sheffield-2022')), title: '' }
    protocol.rules.anonymityFloor = 2
    const reply = await startFrom(JSON.stringify(protocol), { name: 'Keeps its name' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('title is &quot;&quot;. Give some text.')
    expect(page).toContain('rules.anonymityFloor is 2. Give at least 3.')
    expect(page).toContain('value="Keeps its name"')
    expect(await stored()).toEqual(before)
  })

  test.each([
    ['not JSON', '{"format": ', 'The protocol is not JSON: it cannot be read from line 1'],
    [
      'not UTF-8',
      Uint8Array.of(0xff, 0xfe, 0x7b, 0),
      'The file is not UTF-8 text. Save it as UTF-8',
    ],
    ['empty', '', 'Choose a file, or paste the protocol'],
  ])('that is %s is refused', async (_, file, sentence) => {
    const reply = await startFrom(file)
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain(sentence)
  })

  test('of thousands of mistakes the first twenty are shown, and how many more there are', async () => {
    const protocol = JSON.parse(textOf('sheffield-2022'))
    protocol.items = Array.from({ length: 3000 }, () => 1)
    const page = await (await startFrom(JSON.stringify(protocol))).text()
    expect(page.match(/href="#file"/g)).toHaveLength(21)
    expect(page).toMatch(/There are [\d,]+ more mistakes like these\./)
  })

  test('a text that was pasted comes back to be mended', async () => {
    const reply = await start({ protocol: 'file', pasted: '{"format": oops' })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('{&quot;format&quot;: oops</textarea>')
  })
})

describe('a form that is not filled in', () => {
  test('says what is missing, and keeps what was typed', async () => {
    const before = await stored()
    const reply = await start({ name: ' ', site: 'Ward 7' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('Enter a name for the programme')
    expect(page).toContain('Choose a protocol')
    expect(page).toContain('value="Ward 7"')
    expect(await stored()).toEqual(before)
  })

  test('does not guess between two protocols', async () => {
    const both = await startFrom('{}', { pasted: '{}' })
    expect(await both.text()).toContain('Give a file or a pasted text, not both')
    const other = await startFrom('{}', { protocol: 'built_in:sheffield-2022' })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('You gave a protocol of your own too.')
  })

  test.each(['built_in:../secrets', 'built_in:nowhere-1999'])(
    '%s is not a protocol',
    async (protocol) => {
      const reply = await start({ protocol })
      expect(reply.status).toBe(422)
      expect(await reply.text()).toContain('That protocol does not come with Turnabout.')
    },
  )
})

describe('the start page', () => {
  test('offers to start a programme to those who may, and to nobody else', async () => {
    const startPage = async (as: Somebody) => (await visit(world().server, '/', { as })).text()
    expect(await startPage(people().administrator)).toContain('href="/programmes/new"')
    expect(await startPage(people()['lead here, researcher there'])).toContain(
      'href="/programmes/new"',
    )
    expect(await startPage(people().auditor)).not.toContain('href="/programmes/new"')
  })
})

describe('name and site', () => {
  test('change, and are refused without a name', async () => {
    const { home, organisationId } = world().north
    const path = `/programmes/${home}/set-up/name`
    const rename = (form: Fields) => send(world().server, path, { as: people().lead, form })
    expect((await rename({ name: 'Endoscopy', site: 'Ward 9' })).headers.get('location')).toBe(
      `/programmes/${home}/set-up`,
    )
    const named = await inNorth((tx) => findProgramme(tx, organisationId, home))
    expect(named).toMatchObject({ name: 'Endoscopy', site: 'Ward 9' })
    const refused = await rename({ name: '', site: 'Ward 10' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Ward 10"')
    await rename({ name: 'Endoscopy', site: ' ' })
    const without = await inNorth((tx) => findProgramme(tx, organisationId, home))
    expect(without?.site).toBeNull()
  })
})
