import { describe, expect, test } from 'vitest'
import { exampleStudy } from '../../../tests/support/example-study.ts'
import type { Certificate, RandomCertificate } from '../../allocation/certificate/certificate.ts'
import { analyseStudy } from '../analyse-study.ts'
import type { RecordedDraw, Study } from '../study.ts'
import { allocationLabel, describeAllocation } from './allocation.ts'

const hash = 'a'.repeat(64)
const drawnAt = '2026-03-02T10:00:00.000Z'

const common = {
  format: 'turnabout-allocation-certificate/1',
  programme: crypto.randomUUID(),
  number: 1,
  kind: 'first',
  reason: null,
  askedBy: 'lead',
  drawnAt,
  mentors: 5,
  mentees: 5,
  pairs: 5,
  earlier: [],
  resultSha256: hash,
} as const

const random: RandomCertificate = {
  ...common,
  earlier: [],
  mode: 'random',
  algorithm: 'turnabout-allocation/1',
  lockedAt: drawnAt,
  supervisorRule: 'ask',
  objective: null,
  severalPartners: null,
  inputsSha256: hash,
  contributions: { lead: '48151623', facilitator: 'seven dice' },
  commitment: hash,
  seed: hash,
  method: 'exact',
  count: '40',
  forced: 0,
  diagnostics: [],
}

const chosen: Certificate = { ...common, earlier: [], mode: 'chosen' }

const draw = (
  certificate: Certificate,
  state: RecordedDraw['state'] = 'published',
): RecordedDraw => ({
  ...{ state, certificate, text: JSON.stringify(certificate) },
  publishedAt: state === 'published' ? drawnAt : null,
})

/** The example, its pairs made by the first of the draws that were told. */
const made = async (...draws: readonly RecordedDraw[]): Promise<Study> => {
  const study = await exampleStudy()
  const first = draws.find(({ state }) => state === 'published')?.certificate.number ?? null
  const labels = [...new Set(study.sessions.map(({ pair }) => pair))]
  const pairs = labels.map((pair) => ({ pair, draw: first, hasEnded: false }))
  return { ...study, allocation: { draws, pairs } }
}

const wordsOf = (study: Study) => describeAllocation(study).map(({ text }) => text)
const labelOf = (study: Study) => allocationLabel(analyseStudy(study))

describe('a report says of the pairs', () => {
  test('that how they were made is not recorded', async () => {
    const study = await exampleStudy()
    expect(wordsOf(study)).toEqual(['How the pairs were made is not recorded here.'])
    expect(labelOf(study)).toBe('How the pairs were made is not recorded here')
  })

  test('nothing, where there are none', async () => {
    const study = { ...(await exampleStudy()), sessions: [] }
    expect([wordsOf(study), labelOf(study)]).toEqual([[], null])
  })

  test('that they were drawn at random, and among how many pairings', async () => {
    const study = await made(draw(random))
    expect(describeAllocation(study)).toEqual([
      {
        text: 'Pairs were drawn at random within the willingness of the mentors, uniform over 40 possible pairings.',
        basis: 'certificate of draw 1; n = 5 pairs of 5 mentors and 5 mentees',
      },
    ])
    expect(labelOf(study)).toBe('Drawn at random')
  })

  test('that a walk is approximately uniform', async () => {
    const study = await made(draw({ ...random, method: 'chain', count: null }))
    expect(wordsOf(study)[0]).toContain('approximately uniform over the possible pairings.')
    expect(labelOf(study)).toBe('Drawn at random, approximately uniform')
  })

  test('that they serve the preferences, where people gave any', async () => {
    const best = { ...random, count: null, method: 'rejection', objective: 'fairest' } as const
    expect(wordsOf(await made(draw(best)))[0]).toContain(
      'uniform over the possible pairings that serve their preferences best.',
    )
  })

  test('that the coordinator chose them: not random', async () => {
    const study = await made(draw(chosen))
    expect(wordsOf(study)).toEqual(['The pairs were chosen by the coordinator: not random.'])
    expect(labelOf(study)).toBe('Chosen by the coordinator: not random')
  })

  test('every draw there was: those that were replaced, and those after somebody had left', async () => {
    const again = { ...random, number: 2, kind: 'again', reason: 'A mistake.' } as const
    const later = { number: 3, kind: 'departure', reason: 'Gone.', pairs: 1 } as const
    const study = await made(
      draw(random, 'replaced'),
      draw(again),
      draw({ ...random, ...later, mentors: 1, mentees: 1 }),
      draw({ ...chosen, ...later, number: 4, pairs: 2 }),
    )
    expect(wordsOf(study).slice(1)).toEqual([
      'After somebody had left, 1 pair was drawn at random within the willingness of the mentors, uniform over the possible pairings.',
      'After somebody had left, the coordinator chose 2 pairs: not random.',
      'The pairs were made 4 times in all: 1 replaced by another before anybody was told, 2 after somebody had left.',
    ])
    expect(labelOf(study)).toBe('Drawn at random; some pairs chosen, not random')
  })
})

describe('among how many pairings was drawn is left out', () => {
  const open = 'uniform over the possible pairings.'

  test('where a mentee could conclude from it that somebody refused them', async () => {
    expect(wordsOf(await made(draw({ ...random, count: '119' })))[0]).toContain(open)
  })

  test('where it is no longer known who took part', async () => {
    expect(wordsOf(await made(draw({ ...random, mentors: 9 })))[0]).toContain(open)
    const study = await made(draw(random))
    const [, ...fewer] = study.allocation?.pairs ?? []
    const unlinked = { ...study, allocation: { draws: [draw({ ...random })], pairs: fewer } }
    expect(wordsOf(unlinked)[0]).toContain(open)
  })
})

test('a pair that ended before it met is no session that is missing', async () => {
  const study = await made(draw(random))
  const [first] = study.sessions
  if (first === undefined) throw new Error('The example has no sessions.')
  const sessions = [{ ...first, durationMinutes: null }, ...study.sessions.slice(1)]
  const counts = (hasEnded: boolean) => {
    const pairs = [{ pair: first.pair, draw: 1, hasEnded }]
    const allocation = { draws: study.allocation?.draws ?? [], pairs }
    return analyseStudy({ ...study, sessions, allocation }).sessions
  }
  expect([counts(false).notTimed, counts(true).notTimed]).toEqual([1, 0])
  expect(counts(true).n).toBe(4)
})
