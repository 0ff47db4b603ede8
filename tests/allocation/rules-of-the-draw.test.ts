/** The rules of the draw on the lead's pages: chosen, explained, and fixed when the choices are closed. */
import { afterAll, describe, expect, test } from 'vitest'
import { defaultConsentText } from '../../src/people/consent/default.ts'
import { whatIsAsked } from '../../src/people/impact-assessment/asked.ts'
import { rulesOf } from '../../src/protocol/editing/programme-rules.ts'
import type { Protocol } from '../../src/protocol/model.ts'
import { findProgramme, updateProgramme } from '../../src/protocol/store.ts'
import { testDatabase } from '../support/database.ts'
import { type AskedInPrivate, askInPrivate } from '../support/private-answers.ts'
import { sheffield } from '../support/protocols.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const ask = (rules: Partial<Protocol['rules']> = {}) => askInPrivate(database, server, { rules })

const programmeOf = async ({ change, scope, programmeId }: AskedInPrivate) => {
  const found = await change((tx) => findProgramme(tx, scope.organisationId, programmeId))
  if (found === null) throw new Error('The programme is not there.')
  return found
}

/** Sends the form as it stands, but for what is changed. */
const save = async (asked: AskedInPrivate, change: Record<string, string>) => {
  const { protocol, sha256: from } = await programmeOf(asked)
  return asked.sendTo(asked.lead, '/set-up/rules', { ...rulesOf(protocol), from, ...change })
}

describe('the rules of the draw', () => {
  test('are explained in a sentence each, and saved', async () => {
    const asked = await ask()
    const page = await asked.pageOf(asked.lead, '/set-up/rules')
    for (const words of [
      'How many mentors a mentee may refuse',
      'the lowest sum wins',
      'the pairings with the most first choices',
      'The lowest choice that anybody gets is as high as it can be',
      'all possible pairings are equally likely',
      'Pairs that have met stay together',
    ])
      expect(page).toContain(words)
    const chosen = { menteeVetoes: '1', menteesPerMentor: '2', preferences: 'rank_maximal' }
    expect((await save(asked, chosen)).status).toBe(303)
    expect((await programmeOf(asked)).protocol.rules).toMatchObject({
      ...{ menteeVetoes: 1, menteesPerMentor: 2, preferences: 'rank_maximal' },
    })
  })

  test('come back where both groups are to have several partners, with what was chosen', async () => {
    const asked = await ask()
    const reply = await save(asked, { menteesPerMentor: '2', mentorsPerMentee: '3' })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    for (const field of ['menteesPerMentor', 'mentorsPerMentee'])
      expect(page).toContain(`href="#${field}"`)
    expect(page).toContain('<option value="3" selected="">')
  })

  test('stay as they are once the choices are closed, until they are opened again', async () => {
    const asked = await ask()
    await asked.lock()
    const reply = await save(asked, { preferences: 'fairest' })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('so the rules of the draw stay as they are')
    expect(
      (await save(asked, { afterDeparture: 'draw_again', sessionLimitMinutes: '45' })).status,
    ).toBe(303)
    await asked.reopen()
    expect((await save(asked, { preferences: 'fairest' })).status).toBe(303)
  })

  test('take back no veto that was offered, whether anybody has one or not', async () => {
    const asked = await ask({ menteeVetoes: 2 })
    expect((await save(asked, { menteeVetoes: '3' })).status).toBe(303)
    const reply = await save(asked, { menteeVetoes: '1' })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('they can have up to 3 vetoes')
    const { organisationId } = asked.scope
    const place = { organisationId, programmeId: asked.programmeId }
    await asked.change((tx) => updateProgramme(tx, place, { state: 'setting_up' }))
    expect((await save(asked, { menteeVetoes: '0' })).status).toBe(303)
  })
})

describe('what people read beforehand', () => {
  test('the lead sees the pages as they will be asked', async () => {
    const asked = await ask({ menteeVetoes: 2, preferences: 'fairest', menteesPerMentor: 2 })
    expect(await asked.pageOf(asked.lead, '/preview')).toContain('preview/mentee/pages/vetoes')
    const vetoes = await asked.pageOf(asked.lead, '/preview/mentee/pages/vetoes')
    expect(vetoes).toContain('nothing is saved')
    expect(vetoes).toContain('Dr Mentor 1')
    const willing = await asked.pageOf(asked.lead, '/preview/mentor/pages/willing')
    expect(willing).toContain('1st choice')
    expect(willing).toContain('How many mentees would you mentor at most?')
    const plain = await ask()
    expect(await plain.pageOf(plain.lead, '/preview')).not.toContain('pages/vetoes')
  })

  test('the information sheet says what is asked, and how many partners there may be', () => {
    const rules = { ...sheffield.rules, menteeVetoes: 2, mentorsPerMentee: 2 }
    const place = { name: 'Gastroenterology', site: null }
    const words = JSON.stringify(defaultConsentText({ ...sheffield, rules }, place))
    expect(words).toContain('do not want to be paired: two at most')
    expect(words).toContain('Meet up to two of the')
    expect(JSON.stringify(defaultConsentText(sheffield, place))).not.toContain('to be paired')
  })

  test('the impact assessment says what is asked in private', () => {
    const change = { menteeVetoes: 2, preferences: 'fairest', menteesPerMentor: 3 } as const
    const asking = (rules: Protocol['rules']) =>
      JSON.stringify(whatIsAsked({ ...sheffield, rules }))
    const words = asking({ ...sheffield.rules, ...change })
    expect(words).toContain('in private: up to 2 of the mentors')
    expect(words).toContain('in which order they would like them; how many')
    expect(asking(sheffield.rules)).not.toContain('in private: up to')
  })
})
