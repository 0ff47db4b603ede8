/** The protocol of a programme changes: before the first answer in place, after it as a new version. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../src/lib/result.ts'
import { operatorScope } from '../src/organisations/set-up.ts'
import { changeProtocol } from '../src/protocol/changing/change-protocol.ts'
import type { Protocol } from '../src/protocol/model.ts'
import { masterKey } from './support/database.ts'
import { everythingStored } from './support/everything-stored.ts'
import { decoded } from './support/page-forms.ts'
import { type BeingSetUp, startProgrammeIn } from './support/programme-being-set-up.ts'
import { visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World; programme?: BeingSetUp } = {}
const world = (): World => given.world as World
const programme = (): BeingSetUp => given.programme as BeingSetUp
beforeAll(async () => {
  given.world = await buildWorld()
})
beforeEach(async () => {
  given.programme = await startProgrammeIn(world())
})
afterAll(() => given.world?.drop())

const lead = () => world().north.people.lead
const stored = () => everythingStored(world().database)

const change = async (to: (protocol: Protocol) => Protocol) => {
  const { organisationId } = world().north
  const { sha256: from } = await programme().inForce()
  const scope = operatorScope({ database: world().database, masterKey }, organisationId)
  return changeProtocol(scope, {
    programmeId: programme().programmeId,
    from,
    change: (it) => ok(to(it)),
  })
}

describe('once somebody has answered', () => {
  test('a change makes version 2, and version 1 stays as it was', async () => {
    await programme().lock()
    const [first] = await programme().versions()
    await programme().save('/set-up/labels', { title: 'Ours' })
    expect(await programme().versions()).toEqual([
      first,
      { version: 2, sha256: (await programme().inForce()).sha256, isLocked: false },
    ])
    await programme().save('/set-up/labels', { title: 'Ours again' })
    expect((await programme().versions()).map(({ version }) => version)).toEqual([1, 2])
    const page = decoded(await programme().page('/protocol'))
    expect(page).toContain('is “Ours again”.')
    expect(page).toContain(String(first?.sha256))
  })

  test('what was asked cannot be taken out, not even of a version that nobody has answered yet', async () => {
    await programme().lock()
    const removal = (protocol: Protocol): Protocol => ({
      ...protocol,
      domains: protocol.domains.slice(1),
    })
    expect(await change(removal)).toMatchObject({ problem: { kind: 'protocol.asked_already' } })
    await programme().save('/set-up/labels', { title: 'Ours' })
    expect((await programme().inForce()).version).toBe(2)
    expect(await change(removal)).toMatchObject({
      ok: false,
      problem: {
        kind: 'protocol.asked_already',
        id: 'use_of_technology',
        label: 'Use of technology',
      },
    })
  })

  test('what a version added can be taken out until somebody has answered that one', async () => {
    await programme().lock()
    const rota = { id: 'rota', label: 'Rota', prompts: { open: ['How?'], clarifying: [] } }
    const add = (protocol: Protocol): Protocol => ({
      ...protocol,
      domains: [...protocol.domains, rota],
    })
    const remove = (protocol: Protocol): Protocol => ({
      ...protocol,
      domains: protocol.domains.slice(0, -1),
    })
    expect(await change(add)).toEqual({ ok: true, value: { version: 2 } })
    expect(await change(remove)).toEqual({ ok: true, value: { version: 2 } })
    expect(await change(add)).toEqual({ ok: true, value: { version: 2 } })
    await programme().lock(2)
    expect(await change(remove)).toMatchObject({
      problem: { kind: 'protocol.asked_already', id: 'rota' },
    })
  })

  test('the protocol can no longer be replaced, whatever the form says', async () => {
    const form = await programme().openForm('/set-up/protocol')
    await programme().lock()
    const before = await stored()
    const reply = await programme().sendForm('/set-up/protocol', {
      ...form,
      protocol: 'built_in:reciprocal-edi',
    })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('its protocol can no longer be replaced')
    expect(await stored()).toEqual(before)
  })

  test('the anonymity floor is not lowered', async () => {
    await programme().lock()
    const reply = await programme().save('/set-up/rules', { anonymityFloor: '4' })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('were promised that fewer are never shown')
  })
})

describe('what cannot be read again is not stored', () => {
  test('a change that leaves a name empty, or a reference without its end, is refused with its place', async () => {
    const before = await stored()
    expect(await change((protocol) => ({ ...protocol, title: ' ' }))).toMatchObject({
      problem: { kind: 'protocol.faulty', faults: [{ path: 'title' }] },
    })
    expect(
      await change((protocol) => ({ ...protocol, scales: protocol.scales.slice(1) })),
    ).toMatchObject({
      problem: { kind: 'protocol.faulty' },
    })
    expect(await stored()).toEqual(before)
  })
})

describe('the page of the protocol', () => {
  test('has every question, every scale and every domain in words', async () => {
    const { protocol } = await programme().inForce()
    const page = decoded(await programme().page('/protocol'))
    const words = [
      ...protocol.domains.map(({ label }) => label),
      ...protocol.measures.flatMap(({ label, question }) => [label, question]),
      ...protocol.items.flatMap(({ label, question }) => [label, question]),
      ...protocol.scales.flatMap(({ anchors }) =>
        anchors.map(({ value, label }) => `${value} ${label}`),
      ),
      ...protocol.steps.map(({ title }) => title),
      ...protocol.characteristics.map(({ label }) => label),
    ]
    for (const word of words) expect(page).toContain(word)
  })

  test('a version that there is not is not found', async () => {
    for (const version of ['2', '0', 'x', '1e0', '99999999999']) {
      const path = `${programme().base}/protocol/versions/${version}`
      expect((await visit(world().server, path, { as: lead() })).status).toBe(404)
    }
  })
})
