/** Released documents: for the mentor who brings them, for the mentee, as files, on paper. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { insertSessions } from '../../src/sessions/store.ts'
import { testDatabase } from '../support/database.ts'
import { heldSession } from '../support/held-session.ts'
import type { Somebody } from '../support/hospital.ts'
import { patience } from '../support/program.ts'
import {
  agreeAndRelease,
  fillUsually,
  pair,
  type SigningOff,
  type SigningOffOptions,
  startSigningOff,
} from '../support/signing-off.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { partsOf, wordsIn } from '../support/word-file.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const server = serverOn(database)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'turnabout-documents-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.destroy()
})

const released = async (options: SigningOffOptions = {}): Promise<SigningOff> => {
  const signing = await startSigningOff(database, options)
  await agreeAndRelease(signing)
  return signing
}

const meet = ({ change, programmeId }: SigningOff, pairId: string): Promise<void> =>
  change((tx, { organisationId }) =>
    insertSessions(tx, { organisationId, programmeId }, [heldSession(pairId)]),
  )

const at = ({ programmeId }: SigningOff, rest: string): string =>
  `/programmes/${programmeId}${rest}`

const look = async (signing: SigningOff, as: Somebody | undefined, rest: string) => {
  const reply = await visit(server, at(signing, rest), { as: as ?? null })
  expect([rest, reply.status]).toEqual([rest, 200])
  return reply
}
const mainOf = async (signing: SigningOff, as: Somebody | undefined, rest: string) =>
  (await (await look(signing, as, rest)).text()).match(/<main.*<\/main>/s)?.[0] ?? ''

/** Until they have, the page says what to think of before. */
const openIt = (signing: SigningOff): Promise<Response> =>
  send(server, at(signing, '/feedback/open'), { as: signing.mentee })

const theirDocument = ['/feedback', '/feedback/file.pdf', '/feedback/file.docx'] as const
const theirPages = ['', ...theirDocument] as const

/** All that the mentee can open about it; but for what differs each time. */
const bytesFor = async (
  signing: SigningOff,
  rests: readonly string[] = theirPages,
): Promise<string> => {
  const pages = rests.map(async (rest) => wordsOf(await look(signing, signing.mentee, rest)))
  return (await Promise.all(pages)).join('\n')
}

const words = 'You explain what you do'

describe('a mentee', () => {
  test('sees the same bytes until they are shown it, whatever is going on behind', async () => {
    const signing = await startSigningOff(database)
    await pair(signing)
    const before = await bytesFor(signing)
    const [first, second] = signing.mentors
    const steps = [
      () => signing.send(),
      () => signing.answer(first),
      () => signing.answer(second, 'The first sentence.'),
      () => signing.write('You ask us what we think.'),
      () => agreeAndRelease(signing),
    ]
    for (const step of steps) {
      await step()
      expect(await bytesFor(signing)).toBe(before)
    }
  })

  test('sees the same bytes after the session where nothing was released, for too few or for another reason', async () => {
    const few = await startSigningOff(database, { present: 4 })
    const pairId = await pair(few)
    const before = await bytesFor(few, theirDocument)
    await meet(few, pairId)
    expect(await bytesFor(few, theirDocument)).toBe(before)
  })

  test('sees it once their session is recorded, and not before', async () => {
    const signing = await released()
    const pairId = await pair(signing)
    await openIt(signing)
    expect(await mainOf(signing, signing.mentee, '/feedback')).not.toContain(words)
    await meet(signing, pairId)
    expect(await mainOf(signing, signing.mentee, '/feedback')).toContain('Before you read it')
    await openIt(signing)
    const html = await mainOf(signing, signing.mentee, '/feedback')
    expect(html).toContain(words)
    expect(html).not.toMatch(/\b20\d\d\b|[Vv]ersion|Dr Mentor|\d of \d/)
    expect(await mainOf(signing, signing.mentees[1], '/feedback')).not.toContain(words)
  })

  test('sees it on its release where the protocol says so, and a correction once it is released', async () => {
    const signing = await released({ rules: { documentShown: 'on_release' } })
    await openIt(signing)
    expect(await mainOf(signing, signing.mentee, '/feedback')).toContain(words)
    const before = await wordsOf(await look(signing, signing.mentee, '/feedback'))
    await signing.write('You ask us what we think.')
    await signing.send()
    expect(await wordsOf(await look(signing, signing.mentee, '/feedback'))).toBe(before)
    for (const mentor of signing.mentors) await signing.answer(mentor)
    await signing.release()
    expect(await mainOf(signing, signing.mentee, '/feedback')).toContain('You ask us')
  })
})

describe('a mentor', () => {
  test('finds the document for their session, and nobody else’s', async () => {
    const signing = await released()
    const [first, second] = signing.mentors
    expect(await mainOf(signing, first, '/prompt-sheet')).toContain('once the draw has been made')
    await pair(signing)
    expect(await mainOf(signing, first, '/prompt-sheet')).toContain(words)
    expect(await mainOf(signing, first, '')).toContain('The document for your session is ready')
    expect(await mainOf(signing, second, '/prompt-sheet')).not.toContain(words)
    const file = `/prompt-sheet/${signing.mentee.personId}/file.pdf`
    const types = [first, second].map(async (as) =>
      (await look(signing, as, file)).headers.get('content-type'),
    )
    expect(await Promise.all(types)).toEqual(['application/pdf', 'text/html; charset=UTF-8'])
  })

  test('finds nothing as long as it is not released', async () => {
    const signing = await startSigningOff(database)
    await pair(signing)
    await signing.send()
    expect(await mainOf(signing, signing.mentors[0], '/prompt-sheet')).not.toContain(words)
    expect(await mainOf(signing, signing.mentors[0], '')).not.toContain('for your session is ready')
  })
})

test('a facilitator has no sheet and no file of what is not released; the page says so', async () => {
  const signing = await startSigningOff(database)
  await signing.send()
  for (const name of ['prompt-sheet', 'file.pdf', 'file.docx']) {
    const rest = `/documents/${signing.mentee.personId}/${name}`
    const html = await mainOf(signing, signing.facilitator, rest)
    expect(html).toContain('This document is not released')
    expect(html).not.toContain(words)
  }
})

test('a lead sees how many documents are released, and nothing of them', async () => {
  const signing = await startSigningOff(database)
  expect(await mainOf(signing, signing.lead, '')).toContain('Feedback documents: 0 of 5 released')
  await agreeAndRelease(signing)
  expect(await mainOf(signing, signing.lead, '')).toContain('Feedback documents: 1 of 5 released')
  const rest = `/documents/${signing.mentee.personId}/file.pdf`
  expect((await visit(server, at(signing, rest), { as: signing.lead })).status).toBe(404)
})

const run = promisify(execFile)
const isInstalled = (program: string): boolean => existsSync(`/usr/bin/${program}`)

describe('as a file', () => {
  let signing: SigningOff
  let pdf: Buffer
  let word: Buffer
  const fileOf = async (form: string): Promise<Buffer> => {
    const rest = `/documents/${signing.mentee.personId}/file.${form}`
    return Buffer.from(await (await look(signing, signing.facilitator, rest)).arrayBuffer())
  }
  beforeAll(async () => {
    signing = await startSigningOff(database)
    await fillUsually(signing)
    await agreeAndRelease(signing)
    ;[pdf, word] = [await fileOf('pdf'), await fileOf('docx')]
    await writeFile(path.join(folder, 'document.pdf'), pdf)
    await writeFile(path.join(folder, 'document.docx'), word)
  })

  test('a document of usual length is a tagged PDF to the accessibility standard, on one page', () => {
    const text = pdf.toString('latin1')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(text).not.toMatch(/CreationDate|ModDate/)
  })

  test.runIf(isInstalled('pdftotext'))('the PDF reads in order, with every domain', async () => {
    const { stdout } = await run('pdftotext', ['-layout', path.join(folder, 'document.pdf'), '-'])
    const { protocol } = (await signing.look()).programme
    const places = protocol.domains.map(({ label }) => stdout.indexOf(label))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(stdout.indexOf('Feedback for Dr Mentee 1'))
    expect(stdout).not.toMatch(/version/i)
  })

  test('the same document is the same PDF, however often it was reworded', async () => {
    expect((await fileOf('pdf')).equals(pdf)).toBe(true)
  })

  test('a very long one has as many pages as it needs, and loses nothing', async () => {
    const long = await startSigningOff(database)
    for (const _ of [1, 2, 3, 4]) await fillUsually(long)
    await agreeAndRelease(long)
    const rest = `/documents/${long.mentee.personId}/file.pdf`
    const reply = await look(long, long.facilitator, rest)
    const text = Buffer.from(await reply.arrayBuffer()).toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1)
  })

  test('as Word it has its title, a heading for each domain, and a list of points', async () => {
    const parts = partsOf(word).get('word/document.xml') ?? ''
    expect(wordsIn(word)).toContain('Feedback for Dr Mentee 1')
    expect(parts.match(/w:val="Heading1"/g)).toHaveLength(7)
    expect(wordsIn(word).split('You ask us what we think')).toHaveLength(22)
  })

  test.runIf(isInstalled('soffice'))('the Word file opens in another program', async () => {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const conversion = ['--headless', '--convert-to', 'txt:Text', '--outdir', folder]
    await run('soffice', [profile, ...conversion, path.join(folder, 'document.docx')])
    expect(await readFile(path.join(folder, 'document.txt'), 'utf8')).toContain(words)
  })
})
