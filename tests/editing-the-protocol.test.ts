/** Labels, rules and criteria are edited, by one person or by two at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { everythingStored } from './support/everything-stored.ts'
import { decoded, fieldsOn } from './support/page-forms.ts'
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

const pages = ['/set-up/labels', '/set-up/rules', '/set-up/progression'] as const

describe('a form sent as it came', () => {
  test.each(pages)('%s leads back to the set-up and stores nothing at all', async (path) => {
    const form = await programme().openForm(path)
    const before = await stored()
    const reply = await programme().sendForm(path, form)
    expect([reply.status, reply.headers.get('location')]).toEqual([
      303,
      `${programme().base}/set-up`,
    ])
    expect(await stored()).toEqual(before)
    await programme().lock()
    await programme().sendForm(path, form)
    expect(await programme().versions()).toHaveLength(1)
  })
})

describe('before anybody has answered', () => {
  test('a change takes the place of what was there, as version 1', async () => {
    await programme().save('/set-up/labels', { mentorLabel: 'Fellow', mentorPlural: 'Fellows' })
    await programme().save('/set-up/rules', { minimumWilling: '3', sessionMode: 'online' })
    await programme().save('/set-up/progression', { recruitmentGo: '70', recruitmentStop: '50' })
    const { version, protocol } = await programme().inForce()
    expect(version).toBe(1)
    expect(protocol.roles.mentor.label).toBe('Fellow')
    expect(protocol.rules.minimumWilling).toBe(3)
    expect(protocol.steps.find(({ kind }) => kind === 'session')).toMatchObject({ mode: 'online' })
    expect(protocol.progression).toEqual([{ criterion: 'recruitment', go: 70, stop: 50 }])
  })

  test('the protocol can be replaced, and the page says what is lost', async () => {
    await programme().save('/set-up/labels', { mentorLabel: 'Fellow', mentorPlural: 'Fellows' })
    const page = await visit(world().server, `${programme().base}/set-up/protocol`, { as: lead() })
    expect(decoded(await page.text())).toContain(
      '“Mentors” are now called “Fellows”, one of them “Fellow”.',
    )
    const reply = await programme().save('/set-up/protocol', {
      protocol: 'built_in:reciprocal-edi',
    })
    expect(reply.status).toBe(303)
    expect((await programme().inForce()).protocol.id).toBe('reciprocal-edi')
    expect(await programme().versions()).toHaveLength(1)
  })

  test('it is not replaced where it was changed in the meantime', async () => {
    const form = await programme().openForm('/set-up/protocol')
    await programme().save('/set-up/labels', { title: 'Ours' })
    const reply = await programme().sendForm('/set-up/protocol', {
      ...form,
      protocol: 'built_in:reciprocal-edi',
    })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Somebody changed the protocol while this page was open.')
    expect((await programme().inForce()).protocol.title).toBe('Ours')
  })
})

describe('a number below what is allowed', () => {
  test.each(['2', '0', '-1', ''])(
    '%j people behind a count are refused, and the rest of the form is kept',
    async (k) => {
      const before = await stored()
      const reply = await programme().save('/set-up/rules', {
        anonymityFloor: k,
        sessionsPerPair: '4',
      })
      const page = await reply.text()
      expect(reply.status).toBe(422)
      expect(page.match(/as a whole number from 3 to 50/g)).toHaveLength(2)
      expect(page).toContain('href="#anonymityFloor"')
      expect(fieldsOn(page)).toMatchObject({ anonymityFloor: k, sessionsPerPair: '4' })
      expect(await stored()).toEqual(before)
    },
  )
})

describe('two people at once', () => {
  test('the second is told what the first changed, keeps what they entered, and saves it beside that', async () => {
    const [one, other] = [
      await programme().openForm('/set-up/labels'),
      await programme().openForm('/set-up/labels'),
    ]
    await programme().sendForm('/set-up/labels', { ...one, title: 'Title of the first' })
    const refused = await programme().sendForm('/set-up/labels', {
      ...other,
      summary: 'Summary of the second',
    })
    const page = decoded(await refused.text())
    expect(refused.status).toBe(422)
    expect(page).toContain(
      'Somebody changed the protocol while this page was open. Nothing was saved',
    )
    expect(page).toContain(`The title was “${other.title}” and is “Title of the first”.`)
    expect((await programme().inForce()).protocol.summary).toBe(other.summary)
    const again = fieldsOn(page)
    expect(again.summary).toBe('Summary of the second')
    expect((await programme().sendForm('/set-up/labels', again)).status).toBe(303)
    const { protocol } = await programme().inForce()
    expect([protocol.title, protocol.summary]).toEqual([
      'Title of the first',
      'Summary of the second',
    ])
  })

  test('on two pages of the set-up, the second does not undo the first', async () => {
    const [labels, rules] = [
      await programme().openForm('/set-up/labels'),
      await programme().openForm('/set-up/rules'),
    ]
    await programme().sendForm('/set-up/labels', { ...labels, title: 'Ours' })
    const refused = await programme().sendForm('/set-up/rules', { ...rules, minimumWilling: '4' })
    expect(refused.status).toBe(422)
    expect(
      (await programme().sendForm('/set-up/rules', fieldsOn(await refused.text()))).status,
    ).toBe(303)
    const { protocol } = await programme().inForce()
    expect([protocol.title, protocol.rules.minimumWilling]).toEqual(['Ours', 4])
  })

  test('many at the same moment: one is saved, the others are told', async () => {
    const form = await programme().openForm('/set-up/labels')
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        programme().sendForm('/set-up/labels', {
          ...form,
          title: `Title ${index}`,
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    )
    const statuses = replies.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([303, ...Array.from({ length: 7 }, () => 422)])
  })

  test('a double click saves once, and both replies lead on', async () => {
    await programme().lock()
    const form = { ...(await programme().openForm('/set-up/labels')), title: 'Clicked twice' }
    const replies = await Promise.all([
      programme().sendForm('/set-up/labels', form),
      programme().sendForm('/set-up/labels', form),
    ])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect(await programme().versions()).toHaveLength(2)
  })

  test('the page gone back to and sent with other words is not taken for the form before', async () => {
    const form = await programme().openForm('/set-up/labels')
    await programme().sendForm('/set-up/labels', { ...form, title: 'First' })
    const reply = await programme().sendForm('/set-up/labels', { ...form, title: 'Second' })
    expect(reply.status).toBe(422)
    expect(fieldsOn(await reply.text()).title).toBe('Second')
  })
})

describe('progression criteria', () => {
  test('are fixed when the programme opens: the page shows them, and an old form is refused', async () => {
    await programme().save('/set-up/progression', { recruitmentGo: '70', recruitmentStop: '50' })
    const form = await programme().openForm('/set-up/progression')
    await programme().enter('open')
    const page = await programme().page('/set-up/progression')
    expect(page).toContain('They were fixed when the programme opened')
    expect(page).not.toContain('name="recruitmentGo"')
    const reply = await programme().sendForm('/set-up/progression', {
      ...form,
      recruitmentGo: '60',
    })
    expect(reply.status).toBe(422)
    expect(decoded(await reply.text())).toContain(
      'The progression criteria were fixed when the programme opened.',
    )
    expect((await programme().inForce()).protocol.progression).toEqual([
      { criterion: 'recruitment', go: 70, stop: 50 },
    ])
  })
})
