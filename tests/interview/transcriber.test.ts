/** A recording becomes a transcript by a program of the operator's own: real ones, small ones. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { type Interviewing, startInterviewing } from '../support/interview-under-way.ts'
import { decoded } from '../support/page-forms.ts'
import { patience } from '../support/program.ts'
import { wavFile } from '../support/sound-files.ts'
import { hiddenPassages, transcriptsOf } from '../support/transcribing.ts'
import { uploadAll } from '../support/uploading.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const server = serverOn(database)
let interviewing: Interviewing
beforeAll(async () => {
  interviewing = await startInterviewing(database)
})
afterAll(() => database.destroy())

const get = (address: string, as = interviewing.facilitator) =>
  visit(server, `${transcriptsOf(interviewing)}${address}`, { as })
const textOf = async (reply: Response): Promise<string> => decoded(await reply.text())

describe('the operator’s program', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'turnabout-program-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const withProgram = async (script: string) => {
    const transcriber = path.join(folder, crypto.randomUUID())
    await writeFile(transcriber, `#!/bin/sh\n${script}\n`)
    await chmod(transcriber, 0o755)
    const own = await startInterviewing(database)
    const its = serverOn(database, { transcriber })
    const uploading = { server: its, programmeId: own.programmeId, as: own.facilitator }
    const { recordingId } = await uploadAll(uploading, wavFile(2), 'a.wav')
    const address = `${transcriptsOf(own)}/from-recording/${recordingId}`
    const raw = async () => (await visit(its, address, { as: own.facilitator })).text()
    const look = async () => decoded(await raw())
    const start = () => send(its, address, { as: own.facilitator })
    return { own, its, recordingId, raw, look, start }
  }

  test('is asked by a button, goes on while the page is left, and its words are shown before they are stored', async () => {
    const { own, its, recordingId, raw, look, start } = await withProgram(
      'bytes=$(wc -c | tr -d " "); sleep 1; printf "WEBVTT\\n\\n00:01.000 --> 00:02.000\\nDr Mentee said $1 $bytes\\n"',
    )
    const list = await textOf(await visit(its, transcriptsOf(own), { as: own.facilitator }))
    expect(list).toContain(`/from-recording/${recordingId}`)
    expect(await look()).toContain('Make a transcript with your organisation’s program')
    await Promise.all([start(), start()])
    expect(await look()).toContain('The program has been at work since')
    await expect.poll(look, { timeout: 10_000 }).toContain('Check the names before importing')
    const page = await raw()
    expect(page).toMatch(/said audio\/wav \d{4,}/)
    const form = { passages: hiddenPassages(page), title: 'By program', recording: recordingId }
    const reply = await send(its, transcriptsOf(own), {
      as: own.facilitator,
      form: { ...form, next: 'import' },
    })
    expect(reply.status).toBe(303)
    expect(await look()).toContain('Make a transcript with your organisation’s program')
  })

  test('says plainly that it failed, and can be asked again', async () => {
    const { look, start } = await withProgram('cat > /dev/null; echo no; exit 1')
    await start()
    await expect.poll(look, { timeout: 10_000 }).toContain('ended without a transcript')
    expect(await look()).toContain('Try again with your organisation’s program')
  })

  test('and what it writes may be no transcript', async () => {
    const { look, start } = await withProgram(
      'cat > /dev/null; printf "WEBVTT\\n\\n1:x --> 2\\nYes"',
    )
    await start()
    await expect.poll(look, { timeout: 10_000 }).toContain('transcript cannot be used: Line 3')
  })

  test('is not offered where there is none', async () => {
    const uploading = {
      server,
      programmeId: interviewing.programmeId,
      as: interviewing.facilitator,
    }
    const { recordingId } = await uploadAll(uploading, wavFile(1), 'a.wav')
    expect(await textOf(await get(''))).not.toContain('from-recording')
    expect(await textOf(await get(`/from-recording/${recordingId}`))).toContain(
      'Import a file instead',
    )
  })
})
