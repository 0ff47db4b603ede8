/** Opening the inputs of a draw: for an auditor alone, to the byte, and never without a record. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/allocation/certificate/hash.ts'
import { readCertificate, readInputs } from '../../src/allocation/certificate/read-certificate.ts'
import { verifyCertificate } from '../../src/allocation/certificate/verify-certificate.ts'
import { findInputs, listDraws } from '../../src/allocation/procedure/draw-store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { type Allocating, startAllocating } from '../support/allocation-under-way.ts'
import { testDatabase } from '../support/database.ts'
import { choose, draw, lock } from '../support/drawn-allocation.ts'
import type { Somebody } from '../support/hospital.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit, wordsOf } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

let drawn: Allocating
beforeAll(async () => {
  drawn = await startAllocating(database, { isSupervised: true })
  await draw(drawn)
})

const address = ({ programmeId }: Allocating, rest: string): string =>
  `/programmes/${programmeId}/allocation/certificates/${rest}`

const openInputs = (allocating: Allocating, as: Somebody | undefined, number = 1) =>
  send(server, address(allocating, `${number}/inputs`), { as: as ?? null })

const openings = (allocating: Allocating) =>
  allocating.change(async (tx, { organisationId }) =>
    (await listAuditEntries(tx, organisationId, 100)).filter(
      ({ event }) => event === 'allocation.inputs_opened',
    ),
  )

describe('an auditor', () => {
  test('gets the exact text whose hash is in the certificate, and can make the draw again', async () => {
    const reply = await openInputs(drawn, drawn.auditor)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('application/json')
    expect(reply.headers.get('content-disposition')).toBe(
      'attachment; filename="draw-1-inputs.json"',
    )
    expect(reply.headers.get('cache-control')).toBe('no-store')
    const bytes = Buffer.from(await reply.arrayBuffer())
    const text = bytes.toString('utf8')
    const [stored, kept] = await drawn.change(
      async (tx, programme) =>
        [(await listDraws(tx, programme))[0], await findInputs(tx, programme, 1)] as const,
    )
    expect(bytes.equals(Buffer.from(kept ?? ''))).toBe(true)
    expect(sha256(text)).toBe(stored?.inputsSha256)
    const certificate = succeeded(readCertificate(stored?.certificate ?? ''))
    const given = { text, inputs: succeeded(readInputs(text)) }
    expect(verifyCertificate(certificate, given).checks.every(({ holds }) => holds)).toBe(true)
  })

  test('finds labels in it, and nobody’s name or identity', async () => {
    const text = await (await openInputs(drawn, drawn.auditor)).text()
    expect(succeeded(readInputs(text)).mentors).toEqual(['M1', 'M2', 'M3', 'M4', 'M5'])
    for (const { name, personId } of [...drawn.mentors, ...drawn.mentees]) {
      expect(text).not.toContain(name)
      expect(text).not.toContain(personId)
    }
  })

  test('is told beforehand what is in it, and that opening it is recorded', async () => {
    const page = await visit(server, address(drawn, '1'), { as: drawn.auditor })
    const html = await page.text()
    expect(html).toContain('Open the inputs')
    expect(html).toContain('recorded in the audit log')
  })

  test('leaves an entry each time, also when the same form is sent again', async () => {
    const allocating = await startAllocating(database)
    await draw(allocating)
    const form = { idempotencyKey: crypto.randomUUID() }
    for (const _ of [1, 2]) {
      const path = address(allocating, '1/inputs')
      const reply = await visit(server, path, { as: allocating.auditor, form })
      expect(reply.headers.get('content-type')).toBe('application/json')
    }
    const { inputsSha256 } = (await allocating.change(listDraws))[0] ?? {}
    expect(await openings(allocating)).toMatchObject(
      [1, 2].map(() => ({
        actorKind: 'staff',
        actorId: allocating.auditor.personId,
        subject: allocating.programmeId,
        details: { number: 1, inputsSha256 },
      })),
    )
  })
})

describe('nobody else', () => {
  test('gets them, and the page of the others has no such button', async () => {
    const { lead, facilitator, researcher, administrator, mentors, mentees } = drawn
    const before = (await openings(drawn)).length
    for (const as of [lead, facilitator, researcher, administrator, mentors[0], mentees[0]])
      expect((await openInputs(drawn, as)).status).toBe(404)
    for (const as of [lead, facilitator, researcher]) {
      const page = await visit(server, address(drawn, '1'), { as })
      expect(await page.text()).not.toContain('Open the inputs')
    }
    expect(await openings(drawn)).toHaveLength(before)
  })

  test('not even the auditor of another organisation, who learns nothing of it', async () => {
    const other = await startAllocating(database)
    const nowhere = { ...drawn, programmeId: crypto.randomUUID() }
    const [foreign, unknown] = await Promise.all(
      [drawn, nowhere].map(async (place) => wordsOf(await openInputs(place, other.auditor))),
    )
    expect(foreign).toBe(unknown)
  })
})

describe('there are none', () => {
  const refused = async (allocating: Allocating, number = 1): Promise<void> => {
    const reply = await openInputs(allocating, allocating.auditor, number)
    expect(reply.headers.get('content-type')).toContain('text/html')
    expect(await reply.text()).toContain('There is no certificate here')
    expect(await openings(allocating)).toEqual([])
  }

  test('of a draw that nobody knows', async () => refused(await startAllocating(database), 7))

  test('of a draw that is not made yet: whoever knew them could choose a value', async () => {
    const allocating = await startAllocating(database)
    await lock(allocating)
    await refused(allocating)
  })

  test('of pairs that were chosen', async () => {
    const allocating = await startAllocating(database)
    await choose(allocating)
    const page = await visit(server, address(allocating, '1'), { as: allocating.auditor })
    expect(await page.text()).not.toContain('Open the inputs')
    await refused(allocating)
  })
})
