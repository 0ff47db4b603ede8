/** Certificates beyond this program: others compute the same hashes, and later versions verify what is kept here. */
import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { committedText } from '../../src/allocation/certificate/hash.ts'
import { readCertificate, readInputs } from '../../src/allocation/certificate/read-certificate.ts'
import { verifyCertificate } from '../../src/allocation/certificate/verify-certificate.ts'
import { findInputs, listDraws } from '../../src/allocation/procedure/draw-store.ts'
import { startAllocating } from '../support/allocation-under-way.ts'
import { certify, paperInputs } from '../support/certified-draw.ts'
import { testDatabase } from '../support/database.ts'
import { draw, drawAgain } from '../support/drawn-allocation.ts'
import { patience, turnabout } from '../support/program.ts'
import { succeeded } from '../support/succeeded.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
afterAll(() => database.destroy())

const folder = 'tests/fixtures/allocation'
const kept = async (name: string) => ({
  certificate: await readFile(path.join(folder, `${name}-certificate.json`), 'utf8'),
  inputs: await readFile(path.join(folder, `${name}-inputs.json`), 'utf8'),
})

const verify = (certificate: string, inputs: string) =>
  verifyCertificate(succeeded(readCertificate(certificate)), {
    ...{ text: inputs, inputs: succeeded(readInputs(inputs)) },
  })

/** Made by `make-certificates.ts`. */
test.each(['paper', 'several', 'shuffled', 'chain'])(
  'the same inputs and values give the same pairs, on every platform and in every version: %s',
  async (name) => {
    const { certificate, inputs } = await kept(name)
    const { checks } = verify(certificate, inputs)
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    expect(checks).toHaveLength(23)
  },
)

const run = promisify(execFile)
const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).status === 0

/** Each is left out where the machine has no such program. */
describe('another program computes the same', () => {
  const { certificate, inputs } = certify(paperInputs)
  const { inputsSha256, contributions, commitment, seed, resultSha256 } = certificate

  test.runIf(isInstalled('sha256sum'))('sha256sum: hash of the inputs, commitment', () => {
    const hashed = (text: string) => spawnSync('sha256sum', { input: text }).stdout.toString()
    expect(hashed(inputs)).toContain(inputsSha256)
    expect(hashed(committedText(inputsSha256, contributions))).toContain(commitment)
  })

  test.runIf(isInstalled('python3'))(
    'Python’s hashlib: hash of the inputs, commitment, seed and result, from the inputs and values alone',
    async () => {
      const script = `
import hashlib, json, sys
sha = lambda text: hashlib.sha256(text.encode()).hexdigest()
inputs, lead, facilitator, pairs = sys.argv[1:]
committed = f"turnabout-allocation/1\\ninputs {sha(inputs)}\\nlead {lead}\\nfacilitator {facilitator}\\n"
result = {"format": "turnabout-allocation-result/1", "salt": json.loads(inputs)["salt"], "pairs": sorted(json.loads(pairs))}
written = json.dumps(result, separators=(",", ":")) + "\\n"
print(sha(inputs), sha(committed), sha(f"turnabout-allocation/1 seed {sha(committed)}\\n"), sha(written))
`
      const { pairs } = verify(JSON.stringify(certificate), inputs)
      const labelled = JSON.stringify((pairs ?? []).map(({ mentor, mentee }) => [mentor, mentee]))
      const { lead, facilitator } = contributions
      const { stdout } = await run('python3', ['-c', script, inputs, lead, facilitator, labelled])
      expect(stdout.trim().split(' ')).toEqual([inputsSha256, commitment, seed, resultSha256])
    },
  )
})

describe('the command', () => {
  const certificate = path.join(folder, 'paper-certificate.json')
  const inputs = path.join(folder, 'paper-inputs.json')

  test('ends well where everything holds, with a problem where it does not, and with usage', async () => {
    const [whole, swapped, wrong] = await Promise.all([
      turnabout(['verify', certificate, '--inputs', inputs]),
      turnabout(['verify', certificate, '--inputs', path.join(folder, 'chain-inputs.json')]),
      turnabout(['verify']),
    ])
    expect(whole).toMatchObject({ code: 0, errors: '' })
    expect(swapped).toMatchObject({ code: 1 })
    expect(swapped.errors).toBe(
      'This certificate does not hold. The first thing that is not so: “The SHA-256 of the inputs is the one in the certificate.”\n',
    )
    expect(wrong).toMatchObject({ code: 2, output: '' })
  })
})

test('what a programme draws can be verified, each draw with its own inputs', async () => {
  const allocating = await startAllocating(database, {
    mentors: 6,
    isSupervised: true,
    willing: (mentor, mentee) => mentor !== mentee,
  })
  const first = await draw(allocating)
  const second = await drawAgain(allocating, first, 'The first was made before a correction.')
  const stored = await allocating.change(async (tx, programme) => ({
    draws: await listDraws(tx, programme),
    inputs: [
      await findInputs(tx, programme, first),
      await findInputs(tx, programme, second),
    ] as const,
  }))
  for (const [place, { certificate }] of stored.draws.entries()) {
    const { checks } = verify(certificate ?? '', stored.inputs[place] ?? '')
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
  }
  const last = succeeded(readCertificate(stored.draws[1]?.certificate ?? ''))
  expect(last).toMatchObject({
    ...{ kind: 'again', askedBy: 'facilitator', mentors: 6, mentees: 5, pairs: 5 },
    earlier: [{ number: 1, state: 'replaced', commitment: stored.draws[0]?.commitment }],
  })
  const everybody = [...allocating.mentors, ...allocating.mentees]
  for (const { name, personId } of [...everybody, allocating.lead, allocating.facilitator]) {
    expect(stored.draws[1]?.certificate).not.toContain(name)
    expect(stored.draws[1]?.certificate).not.toContain(personId)
  }
})
