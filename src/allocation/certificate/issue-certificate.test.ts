import { describe, expect, test } from 'vitest'
import {
  certify,
  certifyAgain,
  paperInputs,
  programmeId,
} from '../../../tests/support/certified-draw.ts'
import { writeCertificate } from './certificate.ts'
import { issueCertificate, issueChosenCertificate, outcomeOf } from './issue-certificate.ts'
import { resultHashOf } from './run-draw.ts'

const pairs = [1, 2].map((number) => ({
  mentorId: `00000000-0000-4000-8000-00000000000${number}`,
  menteeId: `00000000-0000-4000-9000-00000000000${number}`,
}))
const salt = 'a'.repeat(64)
const chosen: Parameters<typeof issueChosenCertificate>[0] = {
  ...{ programmeId, number: 1, reason: null, mentors: 2, mentees: 2, pairs, salt, earlier: [] },
  kind: 'first',
  askedBy: 'lead',
  drawnAt: new Date('2026-10-09T10:30:00Z'),
}

describe('the certificate of a draw', () => {
  test('says how many took part, by which rules and from which values the draw was made', () => {
    const { certificate, made } = certify(paperInputs)
    expect(certificate).toMatchObject({
      ...{ mode: 'random', number: 1, kind: 'first', reason: null, askedBy: 'lead', earlier: [] },
      ...{ mentors: 5, mentees: 5, pairs: 5, supervisorRule: 'ask', objective: null },
      ...{ severalPartners: null, method: 'exact', count: '40', forced: 0, diagnostics: [] },
      ...{ commitment: made.commitment, seed: made.seed, resultSha256: made.resultSha256 },
      ...{ lockedAt: '2026-10-01T09:30:00.000Z', drawnAt: '2026-10-01T10:30:00.000Z' },
    })
  })

  test('names nobody: neither a label nor an identity stands in it', () => {
    const text = writeCertificate(certifyAgain().certificate)
    expect(text).not.toMatch(/"[MC]\d+"/)
    expect(writeCertificate(issueChosenCertificate(chosen))).not.toMatch(/00000000-/)
  })

  test('has every earlier draw that was made, with its reason, and none that was opened again', () => {
    const first = certify(paperInputs).row
    const reopened = { ...first, number: 2, state: 'reopened' as const, certificate: null }
    const again = certify(paperInputs, {
      number: 3,
      kind: 'again',
      reason: 'Why',
      earlier: [first],
    })
    const published = { ...again.row, state: 'published' as const }
    const rows = [published, reopened, { ...first, state: 'replaced' as const }]
    const { certificate } = certify(paperInputs, {
      ...{ number: 4, kind: 'departure', reason: 'A mentor left', earlier: rows },
    })
    expect(certificate.earlier).toMatchObject([
      { number: 1, kind: 'first', reason: null, state: 'replaced', mode: 'random' },
      { number: 3, kind: 'again', reason: 'Why', state: 'published', mode: 'random' },
    ])
    expect(certificate.earlier[1]).toMatchObject({
      drawnAt: again.certificate.drawnAt,
      commitment: again.certificate.commitment,
      resultSha256: again.certificate.resultSha256,
    })
  })

  test('counts the one that waits to be published as replaced by this one', () => {
    expect(certifyAgain().certificate.earlier).toMatchObject([{ number: 1, state: 'replaced' }])
  })

  test('is not issued for a draw that was made from something else than what was recorded', () => {
    const { row, made, certificate } = certify(paperInputs)
    const facts = { programmeId, inputs: paperInputs, contributions: certificate.contributions }
    const draw = { ...row, commitment: 'b'.repeat(64) }
    expect(() =>
      issueCertificate({ ...facts, draw, made, drawnAt: new Date(0), earlier: [] }),
    ).toThrow('something else')
  })

  test('says nothing of a factor that is not finite', () => {
    const { made } = certify(paperInputs)
    const diagnostics = [{ walks: 4, steps: 1000, scaleReduction: Infinity, keptFromStart: 0.5 }]
    const walked = { ...made, allocation: { ...made.allocation, diagnostics } }
    expect(outcomeOf(walked).diagnostics).toEqual([
      { walks: 4, steps: 1000, scaleReduction: null, keptFromStart: 0.5 },
    ])
  })
})

test('pairs that were chosen are certified as chosen, under a hash that the salt protects', () => {
  const certificate = issueChosenCertificate(chosen)
  expect(certificate).toMatchObject({ mode: 'chosen', pairs: 2, mentors: 2, mentees: 2 })
  const named = pairs.map(({ mentorId: mentor, menteeId: mentee }) => ({ mentor, mentee }))
  expect(certificate.resultSha256).toBe(resultHashOf(salt, named))
  const other = issueChosenCertificate({ ...chosen, salt: 'b'.repeat(64) })
  expect(other.resultSha256).not.toBe(certificate.resultSha256)
  const row = { ...certify(paperInputs).row, certificate: writeCertificate(certificate) }
  const after = certify(paperInputs, {
    number: 2,
    kind: 'again',
    reason: 'By chance',
    earlier: [row],
  })
  expect(after.certificate.earlier).toMatchObject([
    { mode: 'chosen', inputsSha256: null, commitment: null },
  ])
})
