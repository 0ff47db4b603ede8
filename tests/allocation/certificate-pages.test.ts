/** The certificate for people: who may read it, what stands in it, and what does not. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readCertificate } from '../../src/allocation/certificate/read-certificate.ts'
import { verifyCertificate } from '../../src/allocation/certificate/verify-certificate.ts'
import { changeDraw } from '../../src/allocation/procedure/draw-store.ts'
import { type Allocating, startAllocating } from '../support/allocation-under-way.ts'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { choose, draw, drawAgain, lock } from '../support/drawn-allocation.ts'
import type { Somebody } from '../support/hospital.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { succeeded } from '../support/succeeded.ts'
import { visit } from '../support/visit.ts'
import { openWatchedPage } from '../support/watched-page.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const server = serverOn(database)
const reason = 'The first was made before a correction.'
let folder = ''
let drawn: Allocating
let chosen: Allocating
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'turnabout-certificates-'))
  drawn = await startAllocating(database, {
    mentors: 16,
    mentees: 15,
    willing: (mentor, mentee) => mentee !== 0 || mentor === 0,
  })
  await drawAgain(drawn, await draw(drawn), reason)
  chosen = await startAllocating(database)
  await choose(chosen)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.destroy()
})

const addressIn = ({ programmeId }: Allocating, rest = ''): string =>
  `/programmes/${programmeId}/allocation/certificates${rest}`

const open = (allocating: Allocating, as: Somebody | undefined, rest = '') =>
  visit(server, addressIn(allocating, rest), { as: as ?? null })

const mainOf = async (allocating: Allocating, as: Somebody, rest = ''): Promise<string> => {
  const reply = await open(allocating, as, rest)
  expect([rest, reply.status]).toEqual([rest, 200])
  return (await reply.text()).match(/<main.*<\/main>/s)?.[0] ?? ''
}

const textIn = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/g, ' ')

describe('the list', () => {
  test('has every draw that was made, the newest first', async () => {
    for (const as of [drawn.auditor, drawn.researcher]) {
      const text = textIn(await mainOf(drawn, as))
      expect(text).toMatch(/Draw 2 .* Nobody has been told the pairs yet .*Draw 1 .* Replaced by/)
    }
  })

  test('says that there is none, and whose turn it is, also while one is under way', async () => {
    const empty = await startAllocating(database)
    expect(await mainOf(empty, empty.auditor)).toContain('No draw has been made')
    await lock(empty)
    expect(await mainOf(empty, empty.auditor)).toContain('No draw has been made')
    const page = await mainOf(empty, empty.auditor, '/1')
    expect(page).toContain('There is no certificate here')
  })

  test('says when the pairs were told', async () => {
    const told = await startAllocating(database)
    const number = await draw(told)
    const publishedAt = new Date('2026-10-09T10:30:00Z')
    await told.change((tx, programme) =>
      changeDraw(tx, programme, { number, state: 'published', publishedAt }),
    )
    const text = textIn(await mainOf(told, told.auditor))
    expect(text).toContain('The pairs were told on 9 October 2026 at 11:30')
  })

  test('is in the navigation of those who study and audit', async () => {
    const page = await (await open(drawn, drawn.auditor, '/2')).text()
    expect(page).toContain(`href="${addressIn(drawn)}"`)
  })
})

describe('a certificate', () => {
  test('is for lead, facilitator, researcher and auditor, and for nobody else', async () => {
    const { lead, facilitator, researcher, auditor, administrator, mentors, mentees } = drawn
    for (const rest of ['/2', '/2/certificate.json', '/2/certificate.pdf']) {
      for (const as of [lead, facilitator, researcher, auditor])
        expect([rest, (await open(drawn, as, rest)).status]).toEqual([rest, 200])
      for (const as of [administrator, mentors[0], mentees[0]])
        expect([rest, (await open(drawn, as, rest)).status]).toEqual([rest, 404])
    }
  })

  test('says what was drawn, how, from what, and after what', async () => {
    const text = textIn(await mainOf(drawn, drawn.lead, '/2'))
    expect(text).toContain('Drawn by chance on')
    expect(text).toContain('15, of 16 mentors and 15 mentees')
    expect(text).toContain('Every possible pairing was counted')
    expect(text).toContain('Possible pairings 1,307,674,368,000 (about 1.3 × 10¹²)')
    expect(text).toContain('Forced pairs 1 of 15 pairs (7%): in every possible pairing')
    expect(text).toContain(`Another draw, asked for by the facilitator: “${reason}”`)
    expect(text).toContain('heads, tails, tails, heads')
    expect(text).toMatch(/Draw 1, drawn by chance on .* The first draw\. Replaced by a later one/)
    expect(text).toContain('How to check this')
  })

  test('shows every hash that its file has, and what the commitment is made of', async () => {
    const html = await mainOf(drawn, drawn.lead, '/2')
    const file = await (await open(drawn, drawn.lead, '/2/certificate.json')).text()
    const certificate = succeeded(readCertificate(file))
    if (certificate.mode !== 'random') throw new Error('It was drawn by chance.')
    const { commitment, seed, inputsSha256, resultSha256 } = certificate
    for (const hash of [commitment, seed, inputsSha256, resultSha256]) expect(html).toContain(hash)
    expect(html).toContain(`lead 4 2 6 6 1 3 5 2\nfacilitator heads, tails, tails, heads\n`)
    expect(verifyCertificate(certificate, null).checks.every(({ holds }) => holds)).toBe(true)
  })

  test('names nobody, neither on its page nor in its files', async () => {
    const { lead, facilitator, mentors, mentees, secondLead } = drawn
    const pages = ['/2', '/2/certificate.json'].map(async (rest) =>
      (await open(drawn, lead, rest)).text(),
    )
    const [page = '', file = ''] = await Promise.all(pages)
    const body = page.match(/<main.*<\/main>/s)?.[0] ?? ''
    for (const { name, personId } of [lead, facilitator, secondLead, ...mentors, ...mentees]) {
      expect(body).not.toContain(personId)
      expect(file).not.toContain(personId)
      expect(file).not.toContain(name)
      expect(body).not.toMatch(new RegExp(`${name}(?!\\d)`))
    }
  })

  test('that is not there says so, and where to go', async () => {
    expect(await mainOf(drawn, drawn.lead, '/9')).toContain(
      `href="/programmes/${drawn.programmeId}/allocation"`,
    )
    for (const rest of ['/9', '/9/certificate.json', '/9/certificate.pdf']) {
      const html = await mainOf(drawn, drawn.researcher, rest)
      expect(html).toContain('There is no certificate here')
      expect(html).toContain(`href="${addressIn(drawn)}"`)
    }
    expect((await open(drawn, drawn.lead, '/x')).status).toBe(404)
  })

  test('of pairs that were chosen says first of all that it was not by chance', async () => {
    const text = textIn(await mainOf(chosen, chosen.lead, '/1'))
    expect(text).toMatch(
      /Certificate of draw 1 (Important: )?Chosen by the coordinator: not random/,
    )
    expect(text).toContain('Chosen by the coordinator on 9 October 2026 at 11:30')
    expect(text).not.toMatch(/Seed|Commitment|How to check|Possible pairings|Drawn by chance/)
    expect(textIn(await mainOf(chosen, chosen.auditor))).toContain('Chosen: not random')
  })
})

describe('as a PDF', () => {
  const pdfOf = async (allocating: Allocating, number: number): Promise<Buffer> => {
    const reply = await open(allocating, allocating.lead, `/${number}/certificate.pdf`)
    expect(reply.headers.get('content-type')).toBe('application/pdf')
    return Buffer.from(await reply.arrayBuffer())
  }
  const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0

  test('it is tagged to the accessibility standard, and the same each time', async () => {
    const pdf = await pdfOf(drawn, 2)
    const text = pdf.toString('latin1')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text).not.toMatch(/CreationDate|ModDate/)
    expect((await pdfOf(drawn, 2)).equals(pdf)).toBe(true)
  })

  test.runIf(hasPdftotext)('it says what the page says', async () => {
    const name = path.join(folder, 'certificate.pdf')
    await writeFile(name, await pdfOf(drawn, 2))
    const written = spawnSync('pdftotext', ['-layout', name, '-']).stdout.toString()
    const text = written.replaceAll('\u200B', '').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Certificate of draw 2')
    expect(text).toContain('1,307,674,368,000 (about 1.3 × 10¹²)')
    expect(text).toContain(reason)
    expect(text).toMatch(/Commitment .* [0-9a-f]{64} Seed/)
    expect(text).toContain('How to check this')
    await writeFile(name, await pdfOf(chosen, 1))
    const other = spawnSync('pdftotext', ['-layout', name, '-']).stdout.toString()
    expect(other).toContain('Chosen by the coordinator: not random')
    expect(other).not.toContain('How to check this')
  })
})

describe('in a browser', () => {
  let listening: Listening
  let browser: Browser
  beforeAll(async () => {
    listening = await listen(database)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await listening?.close()
  })

  /** What was checked for accessibility at one width is not checked again at the other. */
  const known = new Set<string>()

  test.each([390, 1280] as const)('every page is without fault at %i px', async (width) => {
    const pages = [
      [drawn, ['', '/2', '/9']],
      [chosen, ['', '/1']],
    ] as const
    for (const [allocating, rests] of pages) {
      const watched = await openWatchedPage(browser, { width, scripts: true }, known)
      await signInto(watched.context, listening, allocating.auditor)
      for (const rest of rests) {
        await watched.inspect(`${listening.origin}${addressIn(allocating, rest)}`)
      }
      expect(watched.faults).toEqual([])
      await watched.context.close()
    }
  })

  test('a hash is copied by its button', async () => {
    const { page, context } = await openWatchedPage(browser, { width: 1280, scripts: true })
    await signInto(context, listening, drawn.lead)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${listening.origin}${addressIn(drawn, '/2')}`)
    await page.getByRole('button', { name: 'Copy commitment' }).click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate('navigator.clipboard.readText()')
    expect(copied).toBe(await page.getByLabel('Commitment').inputValue())
    await context.close()
  })
})
