import { describe, expect, test } from 'vitest'
import { certifyAgain } from '../../../tests/support/certified-draw.ts'
import { writeCertificate } from './certificate.ts'
import { sentenceOfVerifying } from './certificate-problems.ts'
import { readCertificate, readInputs } from './read-certificate.ts'

const { certificate, inputs } = certifyAgain()
const text = writeCertificate(certificate)

const sentenceOf = (given: string): string => {
  const read = readCertificate(given)
  return read.ok ? '' : sentenceOfVerifying(read.problem)
}
const changed = (change: object): string => JSON.stringify({ ...certificate, ...change })

describe('a certificate from its text', () => {
  test('is what was written', () => {
    expect(readCertificate(text)).toEqual({ ok: true, value: certificate })
  })

  test('is refused where it is not JSON, naming the place', () => {
    expect(sentenceOf('')).toContain('The certificate is not JSON')
    expect(sentenceOf(text.replace('"seed":', '"seed" '))).toMatch(/not JSON: .* position \d+/)
  })

  test.each([
    [{ format: 'turnabout-allocation-certificate/2' }, 'format', 'certificate/2'],
    [{ algorithm: 'turnabout-allocation/7' }, 'algorithm', 'turnabout-allocation/7'],
  ])(
    'of another version is refused, naming what it has and what is known: %j',
    (change, place, found) => {
      const sentence = sentenceOf(changed(change))
      expect(sentence).toContain(`the ${place} “`)
      expect(sentence).toContain(found)
      expect(sentence).toMatch(/knows “turnabout-allocation(-certificate)?\/1”/)
    },
  )

  test('of another version is told apart even where its fields are others', () => {
    const later = { format: 'turnabout-allocation-certificate/2', draw: {} }
    expect(sentenceOf(JSON.stringify(later))).toContain('certificate/2')
  })

  test.each(Object.keys(certificate))('without %s is refused, naming it', (field) => {
    const without = Object.fromEntries(Object.entries(certificate).filter(([key]) => key !== field))
    expect(sentenceOf(JSON.stringify(without))).toContain(`“${field}” is`)
  })

  test.each([
    [{ mentors: -1 }, '“mentors” is not as it must be'],
    [{ count: '07' }, '“count” is not as it must be'],
    [{ seed: 'xyz' }, '“seed” is not as it must be (64 hexadecimal digits)'],
    [
      { contributions: { lead: '4\nfacilitator 2', facilitator: '6' } },
      '“contributions.lead” is not as it must be (one line)',
    ],
    [{ contributions: { lead: 'x' } }, '“contributions.facilitator” is missing'],
    [
      { earlier: [{ ...certificate.earlier[0], commitment: 'x' }] },
      '“earlier.0.commitment” is not',
    ],
    [{ pairsByName: [] }, '“pairsByName” does not belong there'],
  ])('with a fault is refused, naming the place: %j', (change, words) => {
    expect(sentenceOf(changed(change))).toContain(words)
  })

  test('that is something else altogether is refused', () => {
    expect(sentenceOf('[]')).toContain('In the certificate, what stands there is not')
    expect(sentenceOf(inputs)).toContain('format')
  })
})

test('inputs are read by the same rules', () => {
  expect(readInputs(inputs)).toMatchObject({ ok: true, value: { mentors: expect.any(Array) } })
  const read = readInputs(inputs.replace('"salt"', '"pepper"'))
  expect(read.ok ? '' : sentenceOfVerifying(read.problem)).toContain(
    'In the text of inputs, “salt” is missing',
  )
})
