/** What mentors and mentees read before they meet. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { governanceSchema } from '../../src/protocol/governance/model.ts'
import { putGovernance } from '../../src/protocol/governance/store.ts'
import type { Protocol } from '../../src/protocol/model.ts'
import { usualGroundRules } from '../../src/protocol/wording/ground-rules.ts'
import { notRecorded, partsFor } from '../../src/sessions/preparation/preparation-words.ts'
import { testDatabase } from '../support/database.ts'
import { startPublished } from '../support/drawn-pairs.ts'
import { startRunning } from '../support/programme-under-way.ts'
import { sheffield } from '../support/protocols.ts'
import { agreeAndRelease, pair, startSigningOff, wordsAt } from '../support/signing-off.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const linesFor = (protocol: Protocol, role: 'mentor' | 'mentee'): string =>
  partsFor(protocol, role)
    .flatMap(({ title, lines }) => [title, ...lines])
    .join('\n')

describe('the words', () => {
  const relabelled: Protocol = {
    ...sheffield,
    roles: {
      mentor: { ...sheffield.roles.mentor, label: 'Fellow', plural: 'Fellows' },
      mentee: { ...sheffield.roles.mentee, label: 'Chief', plural: 'Chiefs' },
    },
    rules: { ...sheffield.rules, sessionLimitMinutes: 45 },
  }

  test.each(['mentor', 'mentee'] as const)(
    'for a %s have labels and limit from the protocol',
    (role) => {
      const lines = linesFor(relabelled, role)
      expect(lines).toContain('after 45 minutes at the latest')
      expect(lines).toContain(
        role === 'mentor' ? 'away from the office of the chief' : 'away from your own office',
      )
      expect(lines).not.toMatch(/\bmentors?\b|\bmentees?\b/i)
    },
  )

  test('say the same of the place as the usual ground rules', () => {
    expect(usualGroundRules(relabelled).join('\n')).toContain('away from the office of the chief')
  })

  test('name all domains to a mentee', () => {
    for (const { label } of sheffield.domains)
      expect(linesFor(sheffield, 'mentee').toLowerCase()).toContain(label.toLowerCase())
  })

  test('speak of no document and no office where there are none', () => {
    const online: Protocol = {
      ...sheffield,
      steps: sheffield.steps
        .filter(({ kind }) => kind !== 'interview')
        .map((step) => (step.kind === 'session' ? { ...step, mode: 'online' as const } : step)),
    }
    for (const role of ['mentor', 'mentee'] as const) {
      expect(linesFor(online, role)).not.toMatch(/document|office|voice of the group/)
      expect(linesFor(online, role)).toContain('nobody can overhear you')
    }
  })
})

describe('the page', () => {
  test('says that nothing is recorded, what to do if it goes wrong, and whom to tell', async () => {
    const published = await startPublished(database, { mentors: 2, mentees: 2 })
    const { programmeId, mentors, mentees, change } = published
    const path = `/programmes/${programmeId}/preparation`
    expect(await wordsAt(server, path, mentors[0])).toContain('Your organisation has a guardian')
    const governance = governanceSchema.parse({ guardianName: 'Grace Osei', guardianPhone: '4321' })
    await change((tx, place) => putGovernance(tx, place, governance))
    for (const [as, title] of [
      [mentors[0], 'Prepare to give feedback'],
      [mentees[0], 'Prepare to receive feedback'],
    ] as const) {
      const page = await wordsAt(server, path, as)
      expect(page).toContain(title)
      expect(page).toContain(notRecorded)
      expect(page).toContain('Grace Osei')
      expect(page).toContain('no reason is asked for')
      expect(page).toContain('occupational health')
      expect(page).toContain('0330 123 1245')
    }
  })

  test('of a mentor links the document once it is released and they have a partner', async () => {
    const signing = await startSigningOff(database)
    const path = `/programmes/${signing.programmeId}/preparation`
    const [mentor] = signing.mentors
    await agreeAndRelease(signing)
    expect(await wordsAt(server, path, mentor)).toContain('once you have a partner')
    await pair(signing)
    expect(await wordsAt(server, path, mentor)).toContain('The document for your session is ready.')
    expect(await wordsAt(server, path, signing.mentee)).not.toContain('is ready')
  })

  test.each(['setting_up', 'closed'] as const)('opens in a programme that is %s', async (state) => {
    const { programmeId, mentees } = await startRunning(database, {
      ...{ state, mentors: 1, mentees: 1 },
    })
    const path = `/programmes/${programmeId}/preparation`
    expect(await wordsAt(server, path, mentees[0])).toContain('Prepare to receive feedback')
  })
})
