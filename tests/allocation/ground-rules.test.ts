/** Ground rules: the usual ones follow the protocol, and a lead can write others. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { groundRulesOf, usualGroundRules } from '../../src/protocol/wording/ground-rules.ts'
import { decoded, fieldsOn } from '../support/page-forms.ts'
import { type BeingSetUp, startProgrammeIn } from '../support/programme-being-set-up.ts'
import { sheffield } from '../support/protocols.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send } from '../support/visit.ts'
import { buildWorld, type World } from '../support/world.ts'

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

const path = '/set-up/ground-rules'
const save = (groundRules: string) => programme().save(path, { groundRules })
const inForce = async () => (await programme().inForce()).protocol
const page = async (rest = path) => decoded(await programme().page(rest))

describe('the usual ground rules', () => {
  test('have the labels, the limit and the way of meeting from the protocol', () => {
    const rules = groundRulesOf({
      ...sheffield,
      roles: {
        mentor: { ...sheffield.roles.mentor, label: 'Fellow', plural: 'Fellows' },
        mentee: { ...sheffield.roles.mentee, label: 'Consultant', plural: 'Consultants' },
      },
      rules: { ...sheffield.rules, sessionLimitMinutes: 45 },
    }).join('\n')
    expect(rules).toContain('A session takes 45 minutes at most.')
    expect(rules).toContain('away from the office of the consultant')
    expect(rules).toContain('The consultant makes first contact')
    expect(rules).toContain('within 48 hours')
    expect(rules).toContain('the voice of all fellows')
    expect(rules).toMatch(/risk of harm.*must be passed on/)
    expect(rules).toContain('there is no sound recording')
    expect(rules).toContain('stop at any time without giving a reason')
    expect(rules).not.toMatch(/mentor|mentee/i)
  })

  test('name no office where people meet online, and no document where there is no interview', () => {
    const rules = groundRulesOf({
      ...sheffield,
      steps: sheffield.steps
        .filter(({ kind }) => kind !== 'interview')
        .map((step) => (step.kind === 'session' ? { ...step, mode: 'online' as const } : step)),
    }).join('\n')
    expect(rules).toContain('Join the call from a place where nobody can overhear you')
    expect(rules).not.toMatch(/office|document/)
  })

  test('are there without being stored, and follow a change of the limit', async () => {
    expect((await inForce()).groundRules).toBeUndefined()
    expect(await page()).toContain('A session takes 60 minutes at most.')
    await programme().save('/set-up/rules', { sessionLimitMinutes: '50' })
    expect(await page()).toContain('A session takes 50 minutes at most.')
  })
})

describe('a lead', () => {
  test('writes others, sees how people read them, and takes them back', async () => {
    const reply = await save('Be kind.\r\n\r\n  Listen first. \r\n')
    expect(reply.status).toBe(303)
    expect((await inForce()).groundRules).toEqual(['Be kind.', 'Listen first.'])
    const saved = decoded(
      await programme().page((reply.headers.get('location') ?? '').slice(programme().base.length)),
    )
    expect(saved).toContain('The ground rule “Be kind.” was added.')
    expect(saved).toContain('<li>Listen first.</li>')
    const { north, server } = world()
    const [form] = saved.match(/<form[^>]*set-up\/undo.*?<\/form>/s) ?? ['']
    const undone = await send(server, `${programme().base}/set-up/undo`, {
      ...{ as: north.people.lead, form: fieldsOn(form) },
    })
    expect(undone.status).toBe(303)
    expect((await inForce()).groundRules).toBeUndefined()
  })

  test('goes back to the usual ones with one button, whatever is typed', async () => {
    await save('Be kind.')
    await programme().save(path, { groundRules: '', usual: 'yes' })
    expect((await inForce()).groundRules).toBeUndefined()
    expect(await page()).not.toContain('Go back to the usual ones')
  })

  test('types the usual ones again, and they are the usual ones', async () => {
    await save('Be kind.')
    await save(usualGroundRules(await inForce()).join('\n'))
    expect((await inForce()).groundRules).toBeUndefined()
  })

  test.each([
    ['', 'Enter at least one ground rule'],
    [Array.from({ length: 21 }, (_, n) => `Rule ${n}`).join('\n'), 'there are 21'],
    [`Be kind.\n${'x'.repeat(401)}`, 'line 2 has 401'],
    ['Be kind.\nBe kind.', '“Be kind.” is there twice'],
  ])('is told what does not fit, and keeps what was typed', async (typed, sentence) => {
    const reply = await save(typed)
    expect(reply.status).toBe(422)
    const text = decoded(await reply.text())
    expect(text).toContain(sentence)
    expect(text).toContain('href="#groundRules"')
    expect(fieldsOn(text).groundRules?.trim()).toBe(typed)
    expect((await inForce()).groundRules).toBeUndefined()
  })

  test('finds them in the protocol in words, and among the tasks', async () => {
    await save('Be kind.')
    expect(await page('/protocol')).toContain('<li>Be kind.</li>')
    expect(await page('/set-up')).toContain('Ground rules')
    expect(await page('/set-up')).toContain('1 rule')
  })
})

test('who takes part reads them before there are pairs', async () => {
  const { server, north } = world()
  for (const as of [north.people.mentor, north.people.mentee])
    expect(await wordsAt(server, `/programmes/${north.home}/ground-rules`, as)).toContain(
      'A session takes 60 minutes at most.',
    )
})
