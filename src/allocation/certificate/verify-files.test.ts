import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certifyAgain, programmeId } from '../../../tests/support/certified-draw.ts'
import type { CommandInput } from '../../cli/command.ts'
import { writeCertificate } from './certificate.ts'
import { commands } from './commands.ts'
import { issueChosenCertificate } from './issue-certificate.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnabout-verify-'))
})
afterAll(() => rm(folder, { recursive: true }))

const { certificate, inputs, made } = certifyAgain()
const text = writeCertificate(certificate)

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const verify = async (path: string, options: CommandInput['options'] = {}) => {
  const printed: string[] = []
  const outcome = await commands[0]?.run({
    ...{ arguments: [path], options, stdin: process.stdin },
    write: (words) => printed.push(words),
  })
  const problem = outcome?.ok === false ? outcome : null
  return { text: printed.join(''), problem, sentence: problem?.sentence ?? '' }
}

describe('turnabout verify', () => {
  test('says what holds, and what cannot be seen without the inputs', async () => {
    const verified = await verify(await file('whole.json', text))
    expect(verified.problem).toBeNull()
    expect(verified.text).toContain(
      `Draw 2 of the programme ${programmeId}, made by chance on 2 October 2026 at 11:30.`,
    )
    expect(verified.text).toMatch(/^holds {2}The seed is made from the commitment\.$/m)
    expect(verified.text).toMatch(/^Not checked: method, number of pairings/m)
    expect(verified.text).not.toContain('FAILS')
    expect(verified.text).not.toContain('The pairs')
  })

  test('makes the draw again with the inputs, and prints its pairs under their labels', async () => {
    const path = await file('whole.json', text)
    const verified = await verify(path, { inputs: await file('inputs.json', inputs) })
    expect(verified.problem).toBeNull()
    expect(verified.text).toContain('mentor  mentee\n')
    for (const { mentor, mentee } of made.allocation.pairs)
      expect(verified.text).toContain(`\n${mentor}      ${mentee}\n`)
    expect(verified.text).not.toContain('Not checked')
  })

  test('names the first thing that is not so', async () => {
    const path = await file('forged.json', text.replace('"count": "40"', '"count": "44"'))
    expect((await verify(path)).problem).toBeNull()
    const verified = await verify(path, { inputs: await file('inputs.json', inputs) })
    expect(verified.sentence).toBe(
      'This certificate does not hold. The first thing that is not so: “Counted again, as many pairings are possible.”',
    )
    expect(verified.text).toMatch(/^FAILS {2}Counted again, as many pairings are possible\.$/m)
  })

  test('prints the same as JSON', async () => {
    const path = await file('whole.json', text)
    const given = { inputs: await file('inputs.json', inputs), json: true }
    const printed = JSON.parse((await verify(path, given)).text)
    expect(printed).toMatchObject({
      programme: programmeId,
      number: 2,
      mode: 'random',
      holds: true,
    })
    expect(printed.pairs).toEqual(made.allocation.pairs)
    expect(printed.checks).toHaveLength(23)
  })

  test('prints what does not hold as JSON too, once', async () => {
    const path = await file('forged.json', text.replace(certificate.seed, 'a'.repeat(64)))
    const verified = await verify(path, { json: true })
    expect(verified.problem).toMatchObject({ isReported: true })
    expect(JSON.parse(verified.text)).toMatchObject({
      holds: false,
      pairs: null,
      problem: {
        kind: 'allocation.certificate_does_not_hold',
        what: 'The seed is made from the commitment',
      },
    })
  })

  test('says of pairs that were chosen that nothing was random', async () => {
    const chosen = issueChosenCertificate({
      ...{ programmeId, number: 1, kind: 'first', reason: null, askedBy: 'lead', earlier: [] },
      ...{ mentors: 1, mentees: 1, drawnAt: new Date('2026-10-09T10:30:00Z') },
      pairs: [{ mentorId: crypto.randomUUID(), menteeId: crypto.randomUUID() }],
      salt: 'a'.repeat(64),
    })
    const path = await file('chosen.json', writeCertificate(chosen))
    const verified = await verify(path)
    expect(verified.problem).toBeNull()
    expect(verified.text).toContain('NOT RANDOM: nothing was left to chance')
    expect(verified.text).not.toContain('Not checked')
  })

  const unreadable: readonly [string, () => Promise<string>, string][] = [
    ['that is not there', async () => join(folder, 'nowhere.json'), 'nowhere.json cannot be read'],
    ['that is a folder', async () => folder, 'cannot be read'],
    ['that is no text', () => file('bytes', new Uint8Array([0xff, 0xfe, 0])), 'is not text'],
    ['that is no JSON', () => file('x.json', '{'), 'The certificate is not JSON'],
    ['with a mark at its beginning', () => file('bom.json', `\uFEFF${text}`), 'is not JSON'],
    [
      'of inputs',
      () => file('inputs.json', inputs),
      'has the format “turnabout-allocation-inputs/1”',
    ],
  ]

  test.each(unreadable)('refuses a file %s', async (_, path, words) => {
    const verified = await verify(await path())
    expect(verified.sentence).toContain(words)
    expect(verified.text).toBe('')
  })

  test('refuses inputs that cannot be read, before anything is said of the certificate', async () => {
    const path = await file('whole.json', text)
    const verified = await verify(path, { inputs: path })
    expect(verified.sentence).toContain('The text of inputs has the format')
    expect(verified.text).toBe('')
    const nowhere = await verify(path, { inputs: join(folder, 'nowhere.json') })
    expect(nowhere.problem?.problem.kind).toBe('allocation.file_not_readable')
  })
})
