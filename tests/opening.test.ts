/** From the list of tasks to a programme that is open, and to its end. */
import { afterAll, describe, expect, test } from 'vitest'
import { findConsentText } from '../src/people/consent/store.ts'
import { listAuditEntries } from '../src/platform/audit.ts'
import { read } from '../src/platform/database.ts'
import { findProgramme } from '../src/protocol/store.ts'
import { findAnswering } from '../src/questionnaires/answering/answering-store.ts'
import { putDraft } from '../src/questionnaires/draft-store.ts'
import { listStageWindows } from '../src/questionnaires/windows/window-store.ts'
import { openStage } from '../src/questionnaires/windows/windows.ts'
import { testDatabase } from './support/database.ts'
import {
  placeOf,
  type Running,
  type RunningOptions,
  startRunning,
  writing,
} from './support/programme-under-way.ts'
import { send, visit } from './support/visit.ts'
import { serverOn } from './support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const settingUp = (options: RunningOptions = {}) =>
  startRunning(database, { state: 'setting_up', participants: 'invited', ...options })

const at = ({ programmeId }: Running, rest: string) => `/programmes/${programmeId}${rest}`

const stateOf = async ({ scope, programmeId }: Running) => {
  const { organisationId } = scope
  return read(database, organisationId, async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    const entries = await listAuditEntries(tx, organisationId, 100)
    return [programme?.state, ...entries.map(({ event }) => event)]
  })
}

const textAt = async (running: Running, rest: string): Promise<string> =>
  (await visit(server, at(running, rest), { as: running.lead })).text()

describe('the list of tasks', () => {
  test('counts what the protocol filled in as done, and asks to check it', async () => {
    const page = await textAt(await settingUp(), '/set-up')
    expect(page.match(/Filled in from “Reverse mentoring of consultants/g)).toHaveLength(7)
    expect(page).toContain('7 domains')
  })

  test('does not say so of what was changed', async () => {
    const running = await settingUp({
      protocol: (protocol) => ({ ...protocol, rules: { ...protocol.rules, anonymityFloor: 4 } }),
    })
    const page = await textAt(running, '/set-up')
    expect(page).toContain('Results of fewer than 4 people stay hidden<')
    expect(page.match(/Filled in from/g)).toHaveLength(6)
  })

  test('leads to every page of the set-up, each of which is there', async () => {
    const running = await settingUp()
    const page = await textAt(running, '/set-up')
    const main = page.slice(page.indexOf('<main'))
    const hrefs = [...main.matchAll(/href="(\/programmes\/[^"]+)"/g)].map(([, href = '']) => href)
    expect(hrefs.length).toBeGreaterThan(12)
    for (const href of new Set(hrefs)) {
      const reply = await visit(server, href, { as: running.lead })
      expect([href, reply.status]).toEqual([href, 200])
    }
  })
})

describe('opening', () => {
  test('shows what it is, opens it, and takes the usual information sheet with the lead to ask', async () => {
    const running = await settingUp()
    const page = await textAt(running, '/set-up/open')
    expect(page).toMatch(/<code[^>]*>[0-9a-f]{64}<\/code>/)
    expect(page).toContain('You have not edited the information sheet')
    expect((await send(server, at(running, '/set-up/open'), { as: running.lead })).status).toBe(303)
    expect(await stateOf(running)).toEqual(['open', 'programme.opened'])
    const consent = await read(database, running.scope.organisationId, (tx) =>
      findConsentText(tx, placeOf(running)),
    )
    expect(consent).toMatchObject({ version: 1, text: { contact: { name: 'The lead' } } })
  })

  test.each([
    ['no mentors', { mentors: 0 }, 'There are no mentors yet'],
    ['no mentees', { mentees: 0 }, 'There are no mentees yet'],
    ['fewer than k', { mentees: 4 }, 'There are only 4 mentees. Results of fewer than 5 people'],
  ] as const)('is refused with %s, in words', async (_, options, words) => {
    const running = await settingUp(options)
    expect(await textAt(running, '/set-up/open')).toContain(words)
    const reply = await send(server, at(running, '/set-up/open'), { as: running.lead })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain(words)
    expect(await stateOf(running)).toEqual(['setting_up'])
  })

  test('people who declined do not count', async () => {
    const running = await settingUp({ participants: 'declined' })
    const reply = await send(server, at(running, '/set-up/open'), { as: running.lead })
    expect(reply.status).toBe(422)
  })

  test('twice is once', async () => {
    const running = await settingUp()
    const form = { idempotencyKey: crypto.randomUUID() }
    const ask = () => send(server, at(running, '/set-up/open'), { as: running.lead, form })
    expect((await Promise.all([ask(), ask()])).map(({ status }) => status)).toEqual([303, 303])
    expect(await stateOf(running)).toEqual(['open', 'programme.opened'])
  })
})

describe('closing', () => {
  test('ends every stage and takes out what was not sent', async () => {
    const running = await startRunning(database)
    const { programmeId, scope } = running
    const move = { programmeId, stage: 1, today: '2026-11-22', by: 'hand' } as const
    await openStage(scope, move)
    const who = { stage: 1, participantId: running.mentors[0]?.personId ?? '' }
    const { organisationId } = scope
    await writing(database, organisationId, (tx) =>
      putDraft(tx, placeOf(running), who, { concerns: 'Not sent' }),
    )
    expect(await textAt(running, '/close')).toContain(
      'You can open it again until you send the closing letter',
    )
    expect((await send(server, at(running, '/close'), { as: running.lead })).status).toBe(303)
    const [state] = await stateOf(running)
    expect(state).toBe('closed')
    await read(database, organisationId, async (tx) => {
      expect(await listStageWindows(tx, placeOf(running))).toMatchObject([{ state: 'closed' }])
      const asked = { ...running.scope, ...placeOf(running), ...who }
      expect((await findAnswering(tx, asked))?.draft).toEqual({})
    })
    const again = await send(server, at(running, '/close'), { as: running.lead })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('The programme is closed already')
  })

  test('needs a programme that is open', async () => {
    const running = await settingUp()
    expect((await send(server, at(running, '/close'), { as: running.lead })).status).toBe(422)
    expect(await stateOf(running)).toEqual(['setting_up'])
  })
})
