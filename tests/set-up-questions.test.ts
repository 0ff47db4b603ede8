/** What a lead edits about domains, questions and characteristics, page by page. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findItem, findMeasure } from '../src/protocol/rules.ts'
import { newSetUp, type SetUp } from './support/set-up.ts'
import { buildWorld, type World } from './support/world.ts'

const given: { world?: World; setUp?: SetUp } = {}
const world = (): World => given.world as World
beforeAll(async () => {
  given.world = await buildWorld()
})
afterAll(() => given.world?.drop())

beforeEach(async () => {
  given.setUp = await newSetUp(world())
})
const here = (): SetUp => given.setUp as SetUp

describe('domains', () => {
  const wellbeing = {
    act: 'add',
    label: 'Wellbeing',
    open: 'How are they?\n\nAnd you?',
    clarifying: '',
  }

  test('are added, renamed, moved and removed', async () => {
    const { save, now } = here()
    expect(await save('/domains', wellbeing)).toContain('8. Wellbeing')
    const renamed = { label: 'Health at work', open: 'How are they?', clarifying: 'Since when?' }
    expect(await save('/domains/wellbeing', renamed)).toContain('8. Health at work')
    expect(await save('/domains', { act: 'up', id: 'wellbeing' })).toContain('7. Health at work')
    expect(await save('/domains', { act: 'remove', id: 'strengths' })).toContain(
      '6. Health at work',
    )
    const { protocol } = await now()
    expect(protocol.domains.map(({ id }) => id).slice(4)).toEqual([
      'approachability',
      'wellbeing',
      'areas_for_improvement',
    ])
  })

  test('without a name or an open question come back as they were typed', async () => {
    const { post, now } = here()
    const before = await now()
    const reply = await post('/domains', { ...wellbeing, label: ' ', open: '', clarifying: 'Why?' })
    const page = await reply.text()
    expect(reply.status).toBe(422)
    expect(page).toContain('href="#label">Enter a name')
    expect(page).toContain('Enter 1 to 20 open questions, one on each line')
    expect(page).toContain('Why?</textarea>')
    expect(await now()).toEqual(before)
  })

  test('of which one has the name already are refused beside the field', async () => {
    const reply = await here().post('/domains', { ...wellbeing, label: 'strengths' })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('There is another one called “strengths”')
  })
})

const trust = {
  label: 'Trust',
  question: 'How much do you trust each other?',
  answered: 'overall',
  anchors: 'Not at all\nSlightly\nModerately\nVery much\nCompletely',
  required: 'yes',
  places: ['before_session.mentor', 'after_session.mentor', 'after_session.mentee'],
}

describe('a scale', () => {
  test('is added where it is asked, changed and removed', async () => {
    const { save, now } = here()
    expect(await save('/questions/new-measure', trust)).toContain(
      'Asked of mentors at stages 4 and 5; of mentees at stage 5',
    )
    const wanted = { ...trust, label: 'Mutual trust', required: '', preferNotToSay: 'yes' }
    await save('/questions/measures/trust', { ...wanted, places: 'after_session.mentee' })
    const { protocol } = await now()
    expect(findMeasure(protocol, 'trust')).toMatchObject({
      label: 'Mutual trust',
      required: false,
      preferNotToSay: true,
    })
    expect(await save('/questions', { act: 'remove', id: 'trust' })).not.toContain(
      'Mutual trust</h3>',
    )
  })

  test('that could be misread is saved, and its page says how', async () => {
    const question = 'How useful and enjoyable are talks that are always open?'
    const page = await here().save('/questions/new-measure', { ...trust, question })
    expect(page).toContain('It joins two things by “useful and enjoyable”')
    expect(page).toContain('“always” is hardly ever true')
    expect(page).toContain('AMEE Guide No. 87')
  })

  test('gets a then-test by a tick and loses it without', async () => {
    const { save, look, now } = here()
    await save('/questions/new-measure', { ...trust, thenTest: 'yes' })
    expect(findMeasure((await now()).protocol, 'trust_then')).toMatchObject({
      retrospectiveOf: 'trust',
    })
    const page = await look('/questions/measures/trust_then')
    expect(page).toContain('It asks afterwards how')
    expect(page).not.toContain('name="anchors"')
    const reworded = {
      label: 'Trust, then',
      question: 'And back then?',
      places: 'after_session.mentor',
    }
    await save('/questions/measures/trust_then', reworded)
    await save('/questions/measures/trust', trust)
    expect(findMeasure((await now()).protocol, 'trust_then')).toBeUndefined()
  })

  test('without answers to choose from, or with a then-test of what is asked nowhere, is refused', async () => {
    const { post } = here()
    const few = await post('/questions/new-measure', { ...trust, anchors: 'Only one' })
    expect([few.status, await few.text()]).toEqual([
      422,
      expect.stringContaining('Enter 2 to 10 answers, one on each line'),
    ])
    const nowhere = await post('/questions/new-measure', { ...trust, places: [], thenTest: 'yes' })
    expect([nowhere.status, await nowhere.text()]).toEqual([
      422,
      expect.stringContaining('“Trust” is not asked anywhere yet'),
    ])
  })
})

describe('a single question', () => {
  const travel = {
    kind: 'number',
    label: 'Travel',
    question: 'How long was your way to the session?',
    unit: 'minutes',
    min: '0',
    max: '240',
    places: 'after_session.mentee',
  }

  test('is added for those of whom it is asked, changed and removed', async () => {
    const { save, now } = here()
    expect(await save('/questions/new-item', travel)).toContain(
      'A number of minutes, from 0 to 240',
    )
    expect(findItem((await now()).protocol, 'travel')).toMatchObject({ roles: ['mentee'] })
    const both = ['after_session.mentor', 'after_session.mentee']
    await save('/questions/items/travel', { ...travel, max: '90.5', required: 'yes', places: both })
    expect(findItem((await now()).protocol, 'travel')).toMatchObject({
      roles: ['mentor', 'mentee'],
      max: 90.5,
      required: true,
    })
    await save('/questions', { act: 'remove', id: 'travel' })
    expect(findItem((await now()).protocol, 'travel')).toBeUndefined()
  })

  test('keeps the values of its options when they are reworded', async () => {
    const { save, now } = here()
    const options = 'Much too short\nAbout right\nMuch too long'
    const fields = { kind: 'single_choice', label: 'Time devoted', question: 'How was the time?' }
    await save('/questions/items/time_rating', {
      ...fields,
      options,
      places: 'after_session.mentor',
    })
    const item = findItem((await now()).protocol, 'time_rating')
    expect(item?.kind === 'single_choice' && item.options.map(({ value }) => value)).toEqual([
      'too_short',
      'about_right',
      'too_long',
    ])
  })

  test.each([
    [{ max: '0' }, 'Enter a number greater than the least'],
    [{ min: 'few' }, 'Enter the least number that makes sense'],
    [{ kind: 'single_choice', options: 'Yes\nYes' }, '“Yes” stands there twice. Enter each once'],
    [{ places: [] }, 'Choose where the question is asked'],
  ])('with %j is refused', async (wrong, sentence) => {
    const reply = await here().post('/questions/new-item', { ...travel, ...wrong })
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining(sentence)])
  })
})

describe('characteristics', () => {
  test('are added, changed and removed; a sensitive one without a way out is doubted', async () => {
    const { save, now } = here()
    const ethnicity = {
      act: 'add',
      kind: 'choice',
      label: 'Ethnic group',
      roles: ['mentor', 'mentee'],
    }
    const page = await save('/characteristics', {
      ...ethnicity,
      options: 'Asian\nBlack\nMixed\nWhite',
    })
    expect(page).toContain('“Ethnic group” is a sensitive matter')
    const options = 'Asian\nBlack\nMixed\nWhite\nPrefer not to say'
    const changed = await save('/characteristics/ethnic_group', { ...ethnicity, options })
    expect(changed).not.toContain('is a sensitive matter')
    await save('/characteristics', { act: 'remove', id: 'ethnic_group' })
    expect((await now()).protocol.characteristics.map(({ id }) => id)).not.toContain('ethnic_group')
  })

  test('that nobody states are refused', async () => {
    const fields = { act: 'add', kind: 'number', label: 'Years here', unit: 'years' }
    const reply = await here().post('/characteristics', fields)
    expect([reply.status, await reply.text()]).toEqual([
      422,
      expect.stringContaining('Choose who states it'),
    ])
  })
})
