import { describe, expect, test } from 'vitest'
import {
  type Certified,
  certify,
  certifyAgain,
  inputsFor,
  paperInputs,
  programmeId,
} from '../../../tests/support/certified-draw.ts'
import { type Certificate, writeCertificate } from './certificate.ts'
import { commitmentOf, seedOf, sha256 } from './hash.ts'
import { type Inputs, writeInputs } from './inputs.ts'
import { issueChosenCertificate } from './issue-certificate.ts'
import { readCertificate, readInputs } from './read-certificate.ts'
import { verifyCertificate } from './verify-certificate.ts'

/** By what a change is found, at the earliest. */
type FoundBy = 'reading' | 'itself' | 'inputs' | 'nothing'

const failing = (certificate: Certificate, inputs: string | null): readonly string[] => {
  const read = inputs === null ? null : readInputs(inputs)
  if (read !== null && !read.ok) return ['cannot be read']
  const given = read === null || inputs === null ? null : { text: inputs, inputs: read.value }
  return verifyCertificate(certificate, given)
    .checks.filter(({ holds }) => !holds)
    .map(({ what }) => what)
}

const foundBy = (text: string, { inputs }: Certified): FoundBy => {
  const certificate = readCertificate(text)
  if (!certificate.ok) return 'reading'
  if (failing(certificate.value, null).length > 0) return 'itself'
  return failing(certificate.value, inputs).length > 0 ? 'inputs' : 'nothing'
}

const everyKind: readonly [string, Inputs][] = [
  ['of the published study', paperInputs],
  ['with one forced pair', inputsFor([4, 4], (one, other) => (one === 0) === (other === 0))],
  ['in which everything is forced', inputsFor([3, 3], (one, other) => one <= other)],
  ['with more mentors', inputsFor([6, 4])],
  ['by shuffling', inputsFor([40, 40], (one, other) => one !== other)],
  [
    'by the chain, with free mentors',
    inputsFor([40, 38], (one, other) => (one * 17 + other * 31) % 41 < 7),
  ],
  [
    'with mentors who may take two',
    {
      ...inputsFor([3, 5], (one, other) => one !== other),
      capacity: { side: 'mentors', most: { M1: 2, M2: 2, M3: 2 } },
    },
  ],
  [
    'with preferences',
    {
      ...paperInputs,
      preferences: {
        objective: 'fairest',
        ranked: [
          ['M1', 'C1', 1],
          ['M2', 'C2', 1],
        ],
      },
    },
  ],
]

describe('a certificate as it was handed out', () => {
  test.each(everyKind)('holds by itself and with its inputs: %s', (_, inputs) => {
    const certified = certifyAgain(inputs)
    const read = readCertificate(writeCertificate(certified.certificate))
    const certificate = read.ok ? read.value : certified.certificate
    expect(failing(certificate, null)).toEqual([])
    const verification = verifyCertificate(certificate, { text: certified.inputs, inputs })
    expect(verification.checks.filter(({ holds }) => !holds)).toEqual([])
    expect(verification.checks).toHaveLength(23)
    expect(verification.pairs).toEqual(certified.made.allocation.pairs)
  })

  test('is checked without inputs as far as it goes, and no pairs are shown', () => {
    const verification = verifyCertificate(certify(paperInputs).certificate, null)
    expect(verification.checks).toHaveLength(12)
    expect(verification.pairs).toBeNull()
  })
})

/** Every field, with something else that could stand there, and what finds the change. */
const changes: readonly [string, unknown, FoundBy][] = [
  ['format', 'turnabout-allocation-certificate/2', 'reading'],
  ['programme', 'f3b1c0de-0000-4000-8000-000000000001', 'nothing'],
  ['number', 1, 'itself'],
  ['number', 3, 'nothing'],
  ['kind', 'first', 'itself'],
  ['kind', 'departure', 'nothing'],
  ['reason', null, 'itself'],
  ['reason', 'Another reason', 'nothing'],
  ['askedBy', 'facilitator', 'nothing'],
  ['drawnAt', '2026-10-01T10:00:00.000Z', 'itself'],
  ['drawnAt', '2026-10-02T09:00:00.000Z', 'itself'],
  ['drawnAt', '2026-10-03T09:00:00.000Z', 'nothing'],
  ['mentors', 4, 'itself'],
  ['mentors', 6, 'inputs'],
  ['mentees', 4, 'itself'],
  ['mentees', 6, 'inputs'],
  ['pairs', 4, 'itself'],
  ['pairs', 6, 'itself'],
  ['earlier', [], 'itself'],
  ['earlier.0.number', 2, 'itself'],
  ['earlier.0.kind', 'again', 'itself'],
  ['earlier.0.mode', 'chosen', 'itself'],
  ['earlier.0.reason', 'Why', 'itself'],
  ['earlier.0.state', 'published', 'nothing'],
  ['earlier.0.askedBy', 'facilitator', 'nothing'],
  ['earlier.0.drawnAt', '2026-10-04T10:00:00.000Z', 'itself'],
  ['earlier.0.drawnAt', '2026-10-01T10:00:00.000Z', 'nothing'],
  ['earlier.0.inputsSha256', null, 'itself'],
  ['earlier.0.inputsSha256', 'a'.repeat(64), 'nothing'],
  ['earlier.0.commitment', null, 'itself'],
  ['earlier.0.commitment', 'a'.repeat(64), 'nothing'],
  ['earlier.0.commitment', certifyAgain().certificate.commitment, 'itself'],
  ['earlier.0.resultSha256', 'a'.repeat(64), 'nothing'],
  ['mode', 'chosen', 'reading'],
  ['algorithm', 'turnabout-allocation/0', 'reading'],
  ['lockedAt', '2026-10-02T11:00:00.000Z', 'itself'],
  ['lockedAt', '2026-10-01T11:00:00.000Z', 'nothing'],
  ['supervisorRule', 'forbid', 'inputs'],
  ['objective', 'fairest', 'inputs'],
  ['severalPartners', 'mentors', 'inputs'],
  ['inputsSha256', 'a'.repeat(64), 'itself'],
  ['contributions.lead', '4 2 6 6 1 3 5 3', 'itself'],
  ['contributions.facilitator', 'heads', 'itself'],
  ['commitment', 'a'.repeat(64), 'itself'],
  ['seed', 'a'.repeat(64), 'itself'],
  ['method', 'rejection', 'itself'],
  ['method', 'chain', 'itself'],
  ['count', '41', 'inputs'],
  ['count', '1', 'itself'],
  ['count', null, 'itself'],
  ['forced', 1, 'inputs'],
  ['forced', 5, 'itself'],
  ['forced', 6, 'itself'],
  ['diagnostics', [{ walks: 4, steps: 9, scaleReduction: 1, keptFromStart: 0 }], 'itself'],
  ['resultSha256', 'a'.repeat(64), 'inputs'],
]

/** A copy in which this path has this value. */
const changedAt = (
  within: unknown,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): unknown => {
  if (typeof within !== 'object' || within === null) throw new Error(`There is no ${key}`)
  const inner = rest.length === 0 ? value : changedAt(Reflect.get(within, key), rest, value)
  if (Array.isArray(within)) return within.with(Number(key), inner)
  return { ...within, [key]: inner }
}

const leavesOf = (within: unknown, path: string): readonly string[] =>
  typeof within !== 'object' || within === null
    ? [path]
    : Object.entries(within).flatMap(([key, inner]) =>
        leavesOf(inner, path === '' ? key : `${path}.${key}`),
      )

describe('a certificate in which one field was changed', () => {
  const certified = certifyAgain()
  const { certificate } = certified

  test.each(changes)('%s to %j: found by %s', (path, value, expected) => {
    const text = JSON.stringify(changedAt(certificate, path.split('.'), value))
    expect(foundBy(text, certified)).toBe(expected)
  })

  test('all its fields are among them', () => {
    const [tried, fields] = [changes.map(([path]) => path), leavesOf(certificate, '')]
    expect(fields.filter((field) => !tried.includes(field))).toEqual([])
  })

  test('of the chain, its diagnostics are found by the inputs', () => {
    const chain = certify(inputsFor([40, 38], (one, other) => (one * 17 + other * 31) % 41 < 7))
    expect(chain.certificate.method).toBe('chain')
    for (const field of ['walks', 'steps', 'scaleReduction', 'keptFromStart']) {
      const text = JSON.stringify(changedAt(chain.certificate, ['diagnostics', '0', field], 3))
      expect([field, foundBy(text, chain)]).toEqual([field, 'inputs'])
    }
  })

  test('together with all that depends on it, is found by the inputs alone', () => {
    const other = certify({ ...paperInputs, excluded: [['M1', 'C1']] }).certificate
    expect(failing(other, null)).toEqual([])
    expect(failing(other, certified.inputs)).toEqual([
      'The SHA-256 of the inputs is the one in the certificate',
    ])
  })
})

describe('inputs that were changed', () => {
  const { certificate, inputs } = certify(paperInputs)

  test('are found at every single byte', () => {
    const missed = Array.from(inputs, (letter, place) => ({ letter, place })).filter(
      ({ letter, place }) => {
        const other = letter === '1' ? '2' : '1'
        const text = `${inputs.slice(0, place)}${other}${inputs.slice(place + 1)}`
        return failing(certificate, text).length === 0
      },
    )
    expect(missed).toEqual([])
  })

  test('are found where they say the same in other bytes', () => {
    const value: unknown = JSON.parse(inputs)
    for (const text of [inputs.trimEnd(), `${inputs}\n`, JSON.stringify(value, null, 2)]) {
      expect(failing(certificate, text)).toEqual([
        'The SHA-256 of the inputs is the one in the certificate',
      ])
    }
  })

  test('are found where no complete pairing is possible, even under hashes that fit', () => {
    const text = writeInputs({ ...paperInputs, willing: [] })
    const inputsSha256 = sha256(text)
    const commitment = commitmentOf(inputsSha256, certificate.contributions)
    const forged = { ...certificate, inputsSha256, commitment, seed: seedOf(commitment) }
    expect(failing(forged, null)).toEqual([])
    expect(failing(forged, text)).toEqual(['A complete pairing is possible within the inputs'])
  })
})

describe('pairs that were chosen', () => {
  const certificate = issueChosenCertificate({
    ...{ programmeId, number: 1, kind: 'first', reason: null, askedBy: 'lead' },
    ...{ mentors: 5, mentees: 5, drawnAt: new Date('2026-10-09T10:30:00Z') },
    pairs: [{ mentorId: crypto.randomUUID(), menteeId: crypto.randomUUID() }],
    ...{ salt: 'a'.repeat(64), earlier: [] },
  })

  test('have nothing that could be computed again, only a story', () => {
    const { checks, pairs } = verifyCertificate(certificate, null)
    expect(checks.every(({ holds }) => holds)).toBe(true)
    expect(checks.map(({ what }) => what).join()).not.toMatch(/seed|SHA-256/)
    expect(pairs).toBeNull()
  })

  test('have no inputs', () => {
    expect(failing(certificate, certify(paperInputs).inputs)).toEqual([
      'No inputs belong to pairs that were chosen',
    ])
  })

  test('are not more than the people', () => {
    expect(failing({ ...certificate, pairs: 6 }, null)).toEqual([
      'There are not more pairs than people',
    ])
  })
})
