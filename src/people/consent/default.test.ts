import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import { governanceSchema } from '../../protocol/governance/model.ts'
import { defaultConsentText } from './default.ts'
import { consentTextSchema, textFor } from './model.ts'
import { fieldsOf, readTextForm } from './text-form.ts'

const programme = { name: 'Gastroenterology', site: 'Northgate' }
const wordsOf = (value: unknown): string => JSON.stringify(value)

const protocols = readdirSync('protocols')
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ id: file.replace('.json', '') }))

describe('the first text', () => {
  test.each(protocols)('of $id is complete for both groups', ({ id }) => {
    const text = defaultConsentText(builtIn(id), programme)
    expect(consentTextSchema.parse(text)).toEqual(text)
    for (const role of ['mentor', 'mentee'] as const) {
      const own = textFor(text, role)
      expect(own.sections.length).toBeGreaterThan(8)
      expect(own.statements.filter(({ required }) => required).length).toBeGreaterThan(3)
    }
    expect(text.withdrawal.map(({ choice }) => choice)).toEqual(['stop', 'remove', 'unlink'])
    expect(wordsOf(text)).not.toMatch(/\bundefined\b|\bnull\b|please/i)
  })

  test.each(protocols)('of $id says anonymous only to say that it is not', ({ id }) => {
    const words = wordsOf(defaultConsentText(builtIn(id), programme))
    expect(words.match(/.{9}anonymous/gi)).toEqual([' are not anonymous'.slice(-18)])
  })

  test('calls the groups by their names', () => {
    const roles = {
      mentor: { label: 'Fellow', plural: 'Fellows', description: 'Juniors' },
      mentee: { label: 'Consultant', plural: 'Consultants', description: 'Seniors' },
    }
    const text = defaultConsentText({ ...sheffield, roles }, programme)
    const words = [
      ...text.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
      ...text.statements.map((one) => one.text),
    ].join(' ')
    expect(words).toContain('which of the consultants you would be willing')
    expect(words).toContain('interview with the other fellows')
    expect(words).not.toMatch(/\bmentees?\b|\bmentors\b/)
  })

  test('says what the protocol has, and not what it has not', () => {
    const withoutInterview = sheffield.steps.filter(({ kind }) => kind !== 'interview')
    const text = defaultConsentText({ ...sheffield, steps: withoutInterview }, programme)
    expect(wordsOf(text)).not.toContain('interview')
    const rules = { ...sheffield.rules, sessionsPerPair: 6, sessionLimitMinutes: 45 }
    const six = wordsOf(defaultConsentText({ ...sheffield, rules }, programme))
    expect(six).toContain('six times, face to face, for up to 45 minutes')
  })

  test('says on what footing the programme runs, where that was recorded', () => {
    const governance = governanceSchema.parse({
      kind: 'research',
      approvalBodies: 'the Health Research Authority',
      approvalReference: '26/NW/0101',
      lawfulBasis: 'public_task',
      guardianName: 'Mary Onyango',
      guardianEmail: 'speak.up@north.example',
      protectionOfficerName: 'Ian Wood',
      answersMonths: 60,
    })
    const words = wordsOf(defaultConsentText(sheffield, programme, governance))
    expect(words).toContain('It was approved by the Health Research Authority (26/NW/0101).')
    expect(words).toContain('a task carried out in the public interest')
    expect(words).toContain('Answers are kept for 5 years')
    expect(words).toContain('The guardian is Mary Onyango, speak.up@north.example.')
    expect(words).toContain('The data protection officer is Ian Wood.')
  })
})

describe('the form of the text', () => {
  const text = {
    ...defaultConsentText(sheffield, programme),
    contact: { name: 'Elin Price', email: 'elin@north.example', phone: '' },
  }

  test('gives back what it was filled with', () => {
    expect(readTextForm(fieldsOf(text))).toEqual({ text, errors: {} })
  })

  test('moves a section by its place, and takes out what was emptied', () => {
    const fields = {
      ...fieldsOf(text),
      'section-1-place': '2.5',
      'section-3-heading': '',
      'section-3-text': ' ',
    }
    const read = readTextForm(fields)
    expect(read.errors).toEqual({})
    const ids = text.sections.map(({ id }) => id)
    expect(read.text.sections.map(({ id }) => id)).toEqual([ids[1], ids[0], ...ids.slice(3)])
  })

  test('adds a section with an id of its own, its paragraphs set apart by empty lines', () => {
    const added = {
      ...fieldsOf(text),
      'section-40-heading': 'Travel',
      'section-40-text': 'We pay it.\r\nAll of it.\r\n \r\nAsk us.',
      'section-40-roles': 'mentee',
    }
    expect(readTextForm(added).text.sections.at(-1)).toEqual({
      id: 'section_1',
      heading: 'Travel',
      paragraphs: ['We pay it. All of it.', 'Ask us.'],
      roles: ['mentee'],
    })
  })

  test('says beside each field what is missing', () => {
    const { errors } = readTextForm({
      title: '',
      'section-1-heading': 'Travel',
      'section-1-text': '',
      withdrawal: 'stop',
      'effect-stop': '',
    })
    expect(Object.keys(errors).toSorted()).toEqual([
      'contact-email',
      'contact-name',
      'effect-stop',
      'section-1-text',
      'statement-1-text',
      'title',
    ])
  })

  test('needs a section and a required statement for each group', () => {
    const onlyMentors = {
      ...text,
      sections: text.sections.filter(({ id }) => id === 'asked_of_mentors'),
      statements: text.statements.map((one) => ({ ...one, required: false })),
    }
    expect(Object.keys(readTextForm(fieldsOf(onlyMentors)).errors).toSorted()).toEqual([
      'section-1-heading',
      'statement-1-text',
    ])
  })
})
