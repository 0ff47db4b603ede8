/** Both of a pair agree to the ground rules before they meet. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { sha256 } from '../../src/allocation/certificate/hash.ts'
import { endPairsOf } from '../../src/allocation/departures/end-pairs.ts'
import { changeDraw } from '../../src/allocation/procedure/draw-store.ts'
import { withdrawParticipant } from '../../src/content-analysis/withdrawal-actions.ts'
import { dayInWords, dayOf } from '../../src/lib/dates.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { groundRulesOf } from '../../src/protocol/wording/ground-rules.ts'
import { agreeToGroundRules } from '../../src/sessions/agreement/actions.ts'
import { listAgreements } from '../../src/sessions/agreement/agreement-store.ts'
import { rulesHashOf } from '../../src/sessions/agreement/rules.ts'
import { changeRules, theFirstPair } from '../support/agreeing.ts'
import { testDatabase } from '../support/database.ts'
import { type DrawnPairs, everybodyIn, startDrawn, startPublished } from '../support/drawn-pairs.ts'
import type { Somebody } from '../support/hospital.ts'
import { startRunning } from '../support/programme-under-way.ts'
import { sheffield } from '../support/protocols.ts'
import { wordsAt } from '../support/signing-off.ts'
import { leaverIn } from '../support/study-under-way.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn, usualOrigin } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

type OfProgramme = { readonly programmeId: string }
const pathOf = ({ programmeId }: OfProgramme, rest = '/agreement'): string =>
  `/programmes/${programmeId}${rest}`
const words = (of: OfProgramme, as: Somebody | undefined, rest?: string) =>
  wordsAt(server, pathOf(of, rest), as)

const small = (options = {}) => startPublished(database, { mentors: 2, mentees: 2, ...options })

type Sent = { readonly with: Somebody; readonly form?: Readonly<Record<string, string>> }

/** Sends the form that stands on the page. */
const agree = async (published: DrawnPairs, as: Somebody, sent: Sent) => {
  const page = await (await visit(server, pathOf(published), { as })).text()
  const [, rules = ''] = /name="rules" value="([^"]*)"/.exec(page) ?? []
  const form = { partner: sent.with.personId, rules, agreed: 'yes', ...sent.form }
  return send(server, pathOf(published), { as, form })
}

const kept = ({ scope, programmeId }: DrawnPairs) =>
  read(database, scope.organisationId, (tx) =>
    listAgreements(tx, { organisationId: scope.organisationId, programmeId }),
  )
const today = dayOf(new Date())

describe('the page', () => {
  test('shows the rules that the programme has, one box, and whether the partner has agreed', async () => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    const page = await words(published, mentor)
    for (const rule of groundRulesOf(sheffield)) expect(page).toContain(rule)
    expect(page.match(/I agree to these ground rules/g)).toHaveLength(1)
    expect(page).toContain(`With ${mentee.name}`)
    expect(page).toContain(`${mentee.name} Not yet`)
    expect(page).toContain(rulesHashOf(sheffield))
  })

  test('gives the hash that sha256sum gives of the rules, a line each', () => {
    expect(rulesHashOf(sheffield)).toBe(sha256(`${groundRulesOf(sheffield).join('\n')}\n`))
  })

  test('says after agreeing what was agreed to and when, who else has, and what comes next', async () => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    expect((await agree(published, mentor, { with: mentee })).status).toBe(303)
    const own = await words(published, mentor)
    expect(own).toContain('You have agreed to the ground rules')
    expect(own).toContain(`Agreed to these rules on ${dayInWords(today)}`)
    expect(own).toContain(`${mentee.name} Not yet`)
    expect(own).toContain('Reply within 48 hours')
    expect(own).not.toContain('I agree to these ground rules')
    expect(await words(published, mentee)).toContain(`${mentor.name} Agreed to the same rules`)
    await agree(published, mentee, { with: mentor })
    for (const as of [mentor, mentee])
      expect(await words(published, as)).toContain('Both of you have agreed. You can meet.')
  })

  test.each([
    ['invited', 'once you take part and have a partner'],
    ['declined', 'there is nothing to agree to'],
  ] as const)('says to whoever is %s what it is for', async (participants, sentence) => {
    const running = await startRunning(database, { participants, mentors: 1, mentees: 1 })
    expect(await words(running, running.mentees[0])).toContain(sentence)
  })

  test('says before publishing, without a partner, and after the pair has ended why nothing is asked', async () => {
    const drawn = await startDrawn(database, { mentors: 3, mentees: 2 })
    const before = await Promise.all(drawn.mentors.map((one) => words(drawn, one)))
    expect(before[0]).toContain('once you have been told who your partner is')
    expect(new Set(before).size).toBe(1)
    succeeded(await drawn.publish(1))
    const pairs = await drawn.pairs()
    const alone = drawn.mentors.find(({ personId }) =>
      pairs.every((one) => one.mentorId !== personId),
    )
    expect(await words(drawn, alone)).toContain('You have no partner at the moment.')
    const { mentor, mentee } = await theFirstPair(drawn)
    await agree(drawn, mentor, { with: mentee })
    await drawn.change((tx, programme) => endPairsOf(tx, programme, mentor.personId))
    for (const as of [mentor, mentee])
      expect(await words(drawn, as)).toContain('Your pair has ended.')
    expect(await words(drawn, mentee)).not.toContain(mentor.name)
    expect((await agree(drawn, mentee, { with: mentor })).status).toBe(303)
    expect((await kept(drawn)).map(({ participantId }) => participantId)).toEqual([mentor.personId])
  })

  test('of a programme that is over says so, and what was agreed to', async () => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    await agree(published, mentor, { with: mentee })
    await published.change((tx) => tx.updateTable('programmes').set({ state: 'closed' }).execute())
    const page = await words(published, mentor)
    expect(page).toContain('The programme is over')
    expect(page).toContain(`you agreed to the ground rules on ${dayInWords(today)}`)
  })
})

describe('agreeing', () => {
  test.each([
    ['without the tick', { agreed: '' }, 'Tick the box if you agree', '#agreed'],
    [
      'to rules that are not those of now',
      { rules: 'a'.repeat(64) },
      'have been changed since',
      '#agreed',
    ],
    ['with somebody else', { partner: crypto.randomUUID() }, 'Your pairs have changed', null],
  ] as const)('%s is refused in words', async (_, form, sentence, link) => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    const reply = await agree(published, mentor, { with: mentee, form })
    expect(reply.status).toBe(422)
    const text = await reply.text()
    expect(text).toContain(sentence)
    expect(text.includes('href="#agreed"')).toBe(link !== null)
    expect(await kept(published)).toEqual([])
  })

  test('with the partner of others is refused as with nobody', async () => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    const other = published.mentees.find(({ personId }) => personId !== mentee.personId)
    expect((await agree(published, mentor, { with: other as Somebody })).status).toBe(422)
    expect(await kept(published)).toEqual([])
  })

  test('twice, and by a double click, is kept once', async () => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    const form = { idempotencyKey: crypto.randomUUID() }
    const replies = await Promise.all(
      [1, 2, 3].map(() => agree(published, mentor, { with: mentee, form })),
    )
    const rules = { rules: rulesHashOf(sheffield) }
    const again = await agree(published, mentor, { with: mentee, form: rules })
    expect([...replies, again].map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await kept(published)).toHaveLength(1)
    expect(await agreedEntries(published)).toHaveLength(1)
  })

  test('stands in the audit log with the pair and the hash, and does not tell which of the two it was', async () => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    await agree(published, mentor, { with: mentee })
    await agree(published, mentee, { with: mentor })
    const [agreement] = await kept(published)
    const entry = {
      ...{ actorKind: 'participant', actorId: null, subject: agreement?.pairId },
      details: { rulesSha256: rulesHashOf(sheffield) },
    }
    expect(await agreedEntries(published)).toMatchObject([entry, entry])
  })
})

const agreedEntries = async ({ scope: { organisationId } }: DrawnPairs) =>
  (await read(database, organisationId, (tx) => listAuditEntries(tx, organisationId, 100))).filter(
    ({ event }) => event === 'ground_rules.agreed',
  )

test('whoever agreed to other rules is asked again, and the page and their home say so', async () => {
  const published = await small()
  const { mentor, mentee } = await theFirstPair(published)
  await agree(published, mentor, { with: mentee })
  await agree(published, mentee, { with: mentor })
  await changeRules(published, ['Be kind.', 'Listen first.'])
  const page = await words(published, mentor)
  expect(page).toContain(`You agreed to other ground rules on ${dayInWords(today)}.`)
  expect(page).toContain('Be kind.')
  expect(page).toContain(`${mentee.name} Not yet`)
  expect(page).toContain('I agree to these ground rules')
  expect(await words(published, mentor, '')).toContain('They have been changed since you agreed')
  expect((await agree(published, mentor, { with: mentee })).status).toBe(303)
  const own = (await kept(published)).filter((one) => one.participantId === mentor.personId)
  expect(own.map(({ rulesSha256 }) => rulesSha256)).toEqual([sha256('Be kind.\nListen first.\n')])
})

test('who has several partners agrees with each by name', async () => {
  const drawn = await startDrawn(database, { mentors: 2, mentees: 1 })
  const [mentee] = drawn.mentees as [Somebody]
  const [one, other] = drawn.mentors as [Somebody, Somebody]
  const pairs = [one, other].map(({ personId }) => ({
    mentorId: personId,
    menteeId: mentee.personId,
  }))
  await drawn.change((tx, programme) => changeDraw(tx, programme, { number: 1, pairs }))
  succeeded(await drawn.publish(1))
  expect((await agree(drawn, mentee, { with: one })).status).toBe(303)
  const page = await words(drawn, mentee)
  expect(page.match(/I agree to these ground rules/g)).toHaveLength(1)
  expect(page).toContain(`Your agreement with ${other.name}`)
  expect(await words(drawn, one)).toContain(`${mentee.name} Agreed to the same rules`)
  expect(await words(drawn, other)).toContain(`${mentee.name} Not yet`)
  const reply = await agree(drawn, mentee, { with: other, form: { agreed: '' } })
  expect(await reply.text()).toContain(
    `href="#${drawn.mentors.indexOf(other) === 0 ? 'agreed' : 'agreed-with-2'}"`,
  )
})

test('a lead reads in how many pairs both have agreed, and no name', async () => {
  const published = await small()
  const overview = () => words(published, published.lead, '')
  expect(await overview()).toContain('Ground rules : 0 of 2 pairs have agreed.')
  const { mentor, mentee } = await theFirstPair(published)
  await agree(published, mentor, { with: mentee })
  expect(await overview()).toContain('Ground rules : 0 of 2 pairs have agreed.')
  await agree(published, mentee, { with: mentor })
  const page = await overview()
  expect(page).toContain('Ground rules : 1 of 2 pairs have agreed.')
  expect(everybodyIn(published).filter(({ name }) => page.includes(name))).toEqual([])
})

test('the home of both has it among the tasks, done when it is done', async () => {
  const published = await small()
  const { mentor, mentee } = await theFirstPair(published)
  expect(await words(published, mentor, '')).toContain(
    'Agree to the ground rules Both of you agree before you meet Incomplete',
  )
  await agree(published, mentor, { with: mentee })
  expect(await words(published, mentor, '')).toContain(
    'Agree to the ground rules You have agreed. See whether your partner has Completed',
  )
  expect(await words(published, mentor, '')).toContain('Prepare for the session')
  expect(await words(published, mentor, '/partner')).toContain(
    'Agree to the ground rules , plan your session',
  )
})

describe('withdrawing', () => {
  test.each([
    ['stop', 2],
    ['remove', 1],
    ['unlink', 1],
  ] as const)('with “%s” leaves %i of the two agreements of the pair', async (effect, left) => {
    const published = await small()
    const { mentor, mentee } = await theFirstPair(published)
    for (const [by, partner] of [
      [mentor, mentee],
      [mentee, mentor],
    ] as const)
      await agree(published, by, { with: partner })
    await leaverIn(database, published, { code: mentor.name, effect })
    succeeded(
      await withdrawParticipant(published.scopeOf(published.lead), {
        ...{ programmeId: published.programmeId, participantId: mentor.personId },
        leftAfterPhase: null,
        origin: usualOrigin,
      }),
    )
    expect(await kept(published)).toHaveLength(left)
    expect(await words(published, mentor)).toContain('You have withdrawn')
  })
})

test('nobody of another programme agrees in this one', async () => {
  const [one, other] = await Promise.all([small(), small()])
  const { mentor, mentee } = await theFirstPair(one)
  const given = {
    ...{ programmeId: other.programmeId, participantId: mentor.personId },
    ...{ partnerId: mentee.personId, rulesSha256: rulesHashOf(sheffield), isTicked: true },
  }
  const scope = { ...other.scope, idempotencyKey: crypto.randomUUID() }
  const refused = await agreeToGroundRules(scope, given)
  expect(refused).toEqual({ ok: false, problem: { kind: 'agreement.not_asked' } })
})
