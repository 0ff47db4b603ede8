/** Recording and uploading in a real browser: through a crash, a lost connection, a microphone that is refused. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { testDatabase } from '../support/database.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { type Listening, listen, signInto } from '../support/listening.ts'
import { patience } from '../support/program.ts'
import { soundFiles, wavFile } from '../support/sound-files.ts'
import { beginLive, uploadAll } from '../support/uploading.ts'
import { openWatchedPage, type WatchedPage } from '../support/watched-page.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
let interviewing: Interviewing
let listening: Listening
let browser: Browser
let folder: string
beforeAll(async () => {
  interviewing = await startInterviewing(database)
  listening = await listen(database)
  folder = await mkdtemp(path.join(tmpdir(), 'turnabout-recorder-'))
  browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ])
})
afterAll(async () => {
  await browser.close()
  await listening.close()
  await rm(folder, { recursive: true })
})

const recordingsOf = ({ programmeId }: Interviewing): string =>
  `${listening.origin}/programmes/${programmeId}/interview/recordings`

type Opening = {
  readonly scripts?: boolean
  readonly of?: Interviewing
  readonly known?: Set<string>
}

const open = async (
  width: 390 | 1280,
  { scripts = true, of = interviewing, known = new Set<string>() }: Opening = {},
): Promise<WatchedPage> => {
  const watched = await openWatchedPage(browser, { width, scripts }, known)
  await signInto(watched.context, listening, of.facilitator)
  return watched
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const isRecordingPage = /recordings\/[0-9a-f-]{36}$/

/** As the browser measures it, once it has read the beginning and the end. */
const durationOf = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const audio = document.querySelector('audio')
    const tell = () => audio.readyState >= 1 && resolve(audio.duration)
    audio.addEventListener('loadedmetadata', tell)
    audio.addEventListener('error', () => reject(new Error(audio.error.message)))
    tell()
  })`)

/** Jumps near the end and plays on from there. */
const playsTo = (page: Page, seconds: number): Promise<number> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const audio = document.querySelector('audio')
    audio.muted = true
    audio.currentTime = ${seconds}
    audio.addEventListener('error', () => reject(new Error(audio.error.message)))
    audio.addEventListener('timeupdate', () => audio.currentTime > ${seconds + 0.2} && resolve(audio.currentTime))
    audio.play().catch(reject)
  })`)

describe('recording in the browser', () => {
  test('goes on through a lost connection, and is taken up again after the page has crashed', async () => {
    const { page, context, faults } = await open(1280)
    await page.goto(recordingsOf(interviewing))
    await button(page, 'Start recording').click()
    await page.getByText('Everything so far is safe on the server.').waitFor()
    const sign = page.locator('[data-recorder-sign]')
    await expect
      .poll(() => sign.textContent(), { timeout: 20_000 })
      .toMatch(/Recording\s+0:(?:0[4-9]|[1-5]\d)/)
    await page.route('**/pieces/*', (route) => route.abort())
    await page.getByText('The server cannot be reached. This page keeps trying.').waitFor()
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // Nobody is left to answer it.
    session.send('Page.crash').catch(() => undefined)
    await crashed
    const again = await context.newPage()
    await again.goto(recordingsOf(interviewing))
    await again.getByText('What was recorded is safe on the server.').waitFor()
    await button(again, 'Keep what was recorded').click()
    await again.waitForURL(isRecordingPage)
    const duration = await durationOf(again)
    // More than the first slice, which alone had been sent before the page crashed.
    expect(duration).toBeGreaterThan(6)
    expect(duration).toBeLessThan(30)
    expect(await playsTo(again, 5)).toBeGreaterThan(5)
    const kept = await again.evaluate(`new Promise((resolve) => {
      indexedDB.open('turnabout-recorder', 1).onsuccess = ({ target }) => {
        const tx = target.result.transaction(['recordings', 'slices'])
        const counts = ['recordings', 'slices'].map((name) => tx.objectStore(name).count())
        tx.oncomplete = () => resolve(counts.map(({ result }) => result))
      }
    })`)
    expect(kept).toEqual([0, 0])
    expect(faults.filter((fault) => !/ERR_FAILED|failed:/.test(fault))).toEqual([])
    await context.close()
  })

  test('can pause and go on, shows that it records and for how long, and warns whoever leaves', async () => {
    const { page, context, faults } = await open(390)
    await page.goto(recordingsOf(interviewing))
    await button(page, 'Start recording').press('Enter')
    const sign = page.locator('[data-recorder-sign]')
    await sign.waitFor()
    await expect.poll(() => sign.textContent(), { timeout: 20_000 }).toMatch(/Recording\s+0:01/)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.reload({ timeout: 2_000 }).catch(() => undefined)
    expect(asked).toEqual(['beforeunload'])
    await button(page, 'Pause').press('Enter')
    await expect.poll(() => sign.textContent(), { timeout: 20_000 }).toMatch(/Paused/)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Go on recording')
    const paused = await sign.textContent()
    await page.waitForTimeout(1_100)
    expect(await sign.textContent()).toBe(paused)
    await page.keyboard.press('Enter')
    await expect.poll(() => sign.textContent(), { timeout: 20_000 }).toMatch(/Recording/)
    await button(page, 'Stop and keep the recording').click()
    await page.waitForURL(isRecordingPage)
    expect(await durationOf(page)).toBeGreaterThan(0.8)
    expect(faults).toEqual([])
    await context.close()
  })

  test('without the right to the microphone it says how to give it', async () => {
    const { page, context } = await open(390)
    await page.addInitScript(`navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))`)
    await page.goto(recordingsOf(interviewing))
    await button(page, 'Start recording').click()
    await page.getByText(/set the microphone to “Allow”/).waitFor()
    expect(await button(page, 'Start recording').isVisible()).toBe(true)
    await context.close()
  })

  test('is offered only where everybody in the room agrees', async () => {
    const asking = await startInterviewing(database, { agreesToRecording: false })
    const { page, context, inspect, faults } = await open(390, { of: asking })
    await inspect(recordingsOf(asking))
    await page.getByText(/only when everybody in the room agrees/).waitFor()
    expect(await page.locator('[data-press=start]').isHidden()).toBe(true)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('uploading a file', () => {
  test('says how far it is, and goes on where it stopped when the same file is chosen again', async () => {
    const file = path.join(folder, 'the senior registrar.wav')
    await writeFile(file, wavFile(150))
    const { page, context } = await open(1280)
    await page.goto(recordingsOf(interviewing))
    const sent: string[] = []
    page.on('request', (request) => {
      const piece = /pieces\/(\d+)/.exec(request.url())?.[1]
      if (piece !== undefined && request.method() === 'POST') sent.push(piece)
    })
    await context.route('**/pieces/1?*', (route) => route.abort())
    await page.getByLabel('File').setInputFiles(file)
    await button(page, 'Upload').click()
    await page.getByText('Uploading: 33 %').waitFor()
    await page.getByText('This page keeps trying').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await context.unroute('**/pieces/1?*')
    sent.splice(0)
    await page.getByLabel('File').setInputFiles(file)
    await button(page, 'Upload').click()
    await page.waitForURL(isRecordingPage)
    expect(sent).toEqual(['1', '2'])
    expect(await durationOf(page)).toBeCloseTo(150, 1)
    const remembered = JSON.stringify(await page.evaluate('({ ...localStorage })'))
    expect(remembered).not.toContain('registrar')
    await context.close()
  })

  test('can be cancelled, and what is no recording is refused in words', async () => {
    const [file, html] = [path.join(folder, 'long.wav'), path.join(folder, 'page.mp3')]
    await writeFile(file, wavFile(150))
    await writeFile(html, '<!doctype html><title>Rota</title>')
    const { page, context } = await open(1280)
    await page.goto(recordingsOf(interviewing))
    await context.route('**/pieces/1?*', (route) => route.abort())
    await page.getByLabel('File').setInputFiles(file)
    await button(page, 'Upload').click()
    await page.getByText('This page keeps trying').waitFor()
    await button(page, 'Cancel the upload').click()
    await page.getByText('Cancelled. What was sent is deleted from the server.').waitFor()
    await page.getByLabel('File').setInputFiles(html)
    await button(page, 'Upload').click()
    await page.getByText('This file is not a recording that can be used').waitFor()
    await context.close()
  })
})

test('every kind of file plays once it is cleaned, from the beginning and from the middle', async () => {
  const uploading = {
    server: serverOn(database),
    programmeId: interviewing.programmeId,
    as: interviewing.facilitator,
  }
  const { page, context } = await open(1280)
  const heard: string[] = []
  for (const { name, bytes, seconds } of await soundFiles()) {
    const { recordingId } = await uploadAll(uploading, bytes, name)
    await page.goto(`${recordingsOf(interviewing)}/${recordingId}`)
    const type = name.endsWith('m4a') ? 'audio/mp4; codecs="mp4a.40.2"' : 'audio/wav'
    const isKnown = await page.evaluate(`document.createElement('audio').canPlayType('${type}')`)
    if (isKnown === '') continue
    expect([name, Math.abs((await durationOf(page)) - seconds) < 0.1]).toEqual([name, true])
    expect(await playsTo(page, seconds / 2)).toBeGreaterThan(seconds / 2)
    heard.push(name)
  }
  expect(heard).toEqual(expect.arrayContaining(['tone.wav', 'talk.mp3', 'talk.ogg', 'talk.webm']))
  await context.close()
})

test('the pages hold up at both widths, with scripts and without', async () => {
  const other = await startInterviewing(database)
  const uploading = {
    server: serverOn(database),
    programmeId: other.programmeId,
    as: other.facilitator,
  }
  const empty = await open(390, { of: other })
  await empty.inspect(recordingsOf(other))
  await empty.page.getByText('There is no recording yet.').waitFor()
  expect(empty.faults).toEqual([])
  await empty.context.close()
  const { recordingId } = await uploadAll(uploading, wavFile(3), 'a.wav')
  const { recordingId: live } = await beginLive(uploading)
  const { recordingId: refused } = await uploadAll(uploading, Buffer.from('<html>'), 'a.wav')
  const known = new Set<string>()
  for (const [width, parts] of [
    [390, ['', `/${recordingId}`, `/${recordingId}/destroy`, `/${live}`, `/${refused}`]],
    [1280, ['', `/${recordingId}`]],
  ] as const) {
    const { inspect, context, faults } = await open(width, { of: other, known })
    for (const part of parts) await inspect(`${recordingsOf(other)}${part}`)
    expect(faults).toEqual([])
    await context.close()
  }
  const plain = await open(390, { scripts: false, of: other })
  await plain.inspect(recordingsOf(other))
  expect(await plain.page.locator('noscript').isVisible()).toBe(true)
  expect(await plain.page.locator('input[type=file]').isHidden()).toBe(true)
  expect(plain.faults).toEqual([])
  await plain.context.close()
})
