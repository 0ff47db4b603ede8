/** A draw that was made and certified, without a database. */
import type { RandomCertificate } from '../../src/allocation/certificate/certificate.ts'
import { writeCertificate } from '../../src/allocation/certificate/certificate.ts'
import { type Contributions, sha256 } from '../../src/allocation/certificate/hash.ts'
import { type Inputs, writeInputs } from '../../src/allocation/certificate/inputs.ts'
import { issueCertificate } from '../../src/allocation/certificate/issue-certificate.ts'
import { type MadeDraw, runDraw } from '../../src/allocation/certificate/run-draw.ts'
import type { AllocationDraw } from '../../src/allocation/procedure/model.ts'

export type Certified = {
  readonly inputs: string
  readonly made: MadeDraw
  readonly certificate: RandomCertificate
  /** As it stands in the database. */
  readonly row: AllocationDraw
}

export const programmeId = '0f6ad1f2-5f0a-4a5c-9a43-6a1f0a3c7e11'
export const values: Contributions = {
  lead: '4 2 6 6 1 3 5 2',
  facilitator: 'heads tails tails 93',
}

const labelled = (letter: string, n: number): string[] =>
  Array.from({ length: n }, (_, index) => `${letter}${index + 1}`)

type Willing = (mentor: number, mentee: number) => boolean

/** @param willing by position; everybody is willing unless told */
export const inputsFor = (
  [mentors, mentees]: readonly [number, number],
  willing: Willing = () => true,
): Inputs => {
  const [ms, cs] = [labelled('M', mentors), labelled('C', mentees)]
  return {
    format: 'turnabout-allocation-inputs/1',
    salt: sha256('salt'),
    mentors: ms,
    mentees: cs,
    willing: ms.flatMap((m, one) =>
      cs.flatMap((c, other): [string, string][] => (willing(one, other) ? [[m, c]] : [])),
    ),
    supervised: [['M1', 'C1']],
    supervisorRule: 'ask',
    excluded: [],
    capacity: null,
    preferences: null,
  }
}

/** Rows of the published study without the mentor who left: who refused whom. */
const refused = new Set(['1 2', '1 4', '2 0', '4 1', '4 3'])
export const paperInputs = inputsFor([5, 5], (one, other) => !refused.has(`${one} ${other}`))

type How = Partial<Pick<AllocationDraw, 'number' | 'kind' | 'reason' | 'state'>> & {
  readonly earlier?: readonly AllocationDraw[]
}

const day = (number: number, hour: number): Date => new Date(Date.UTC(2026, 9, number, hour, 30))

export const certify = (given: Inputs, how: How = {}): Certified => {
  const { number = 1, kind = 'first', reason = null, state = 'drawn', earlier = [] } = how
  const inputs = writeInputs(given)
  const made = runDraw(given, values)
  if (!made.ok) throw new Error(`Not drawn: ${made.problem.kind}`)
  const { inputsSha256, commitment } = made.value
  const [lockedAt, drawnAt] = [day(number, 9), day(number, 10)]
  const draw: AllocationDraw = {
    ...{ number, kind, reason, state, inputsSha256, commitment, lockedAt, drawnAt },
    ...{ mode: 'random', askedByRole: 'lead', certificate: null },
    publishedAt: state === 'published' ? day(number, 11) : null,
  }
  const facts = { programmeId, draw, inputs: given, contributions: values, drawnAt, earlier }
  const certificate = issueCertificate({ ...facts, made: made.value })
  const row = { ...draw, certificate: writeCertificate(certificate) }
  return { inputs, made: made.value, certificate, row }
}

/** A second draw, after one that nobody was told of. */
export const certifyAgain = (given: Inputs = paperInputs): Certified => {
  const first = certify({ ...paperInputs, salt: sha256('another salt') }).row
  const reason = 'The first draw left one pair in the same clinic.'
  return certify(given, { number: 2, kind: 'again', reason, earlier: [first] })
}
