import { describe, expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { defaultConsentText } from './default.ts'
import { type ConsentText, textFor } from './model.ts'
import { canAnswerInvitation, changesBetween, decideConsent, stampOfText } from './rules.ts'

const text = defaultConsentText(sheffield, { name: 'Gastroenterology', site: null })
const latest = { version: 3, text }
const required = textFor(text, 'mentor')
  .statements.filter((one) => one.required)
  .map(({ id }) => id)
const form = { version: 3, agreed: required, withdrawal: 'stop' } as const

describe('agreeing', () => {
  test('keeps each statement of the group with its reply, and the effect chosen', () => {
    const decided = decideConsent(latest, 'mentor', form)
    expect(decided).toMatchObject({ ok: true, value: { withdrawal: 'stop' } })
    if (!decided.ok) return
    expect(decided.value.statements).toMatchObject({ informed: true, group: true, results: false })
    expect(decided.value.statements).not.toHaveProperty('no_search')
  })

  test('names every required statement that is missing', () => {
    expect(decideConsent(latest, 'mentor', { ...form, agreed: ['informed', 'group'] })).toEqual({
      ok: false,
      problem: { kind: 'consent.statements_missing', ids: ['voluntary', 'answers', 'quotes'] },
    })
  })

  test('takes no effect that is not offered', () => {
    const two = { ...text, withdrawal: text.withdrawal.slice(0, 2) }
    const chosen = { ...form, withdrawal: 'unlink' } as const
    expect(decideConsent({ version: 3, text: two }, 'mentor', chosen)).toMatchObject({
      problem: { kind: 'consent.withdrawal_not_chosen' },
    })
  })

  test('is to the text that was read', () => {
    expect(decideConsent(latest, 'mentor', { ...form, version: 2 })).toMatchObject({
      problem: { kind: 'consent_text.changed_meanwhile' },
    })
  })
})

test.each([
  { state: 'invited', programmeState: 'open', outcome: null },
  { state: 'declined', programmeState: 'setting_up', outcome: null },
  { state: 'agreed', programmeState: 'open', outcome: 'consent.not_asked' },
  { state: 'withdrawn', programmeState: 'open', outcome: 'consent.not_asked' },
  { state: 'invited', programmeState: 'closed', outcome: 'programme.closed' },
] as const)('whoever is $state may answer while $programmeState: $outcome', (one) => {
  const allowed = canAnswerInvitation(one)
  expect(allowed.ok ? null : allowed.problem.kind).toBe(one.outcome)
})

describe('two versions', () => {
  const changed: ConsentText = {
    ...text,
    sections: [
      ...text.sections
        .slice(1)
        .map((one) => (one.id === 'risks' ? { ...one, paragraphs: ['None.'] } : one)),
      { id: 'section_1', heading: 'Travel', paragraphs: ['We pay it.'], roles: ['mentee'] },
    ],
  }

  test('differ in what was added, changed and taken out', () => {
    expect(changesBetween(text, changed).map(({ kind, what }) => [kind, what])).toEqual([
      ['changed', 'What may be difficult'],
      ['added', 'Travel'],
      ['taken_out', 'You are invited to take part'],
    ])
  })

  test('differ for a group only where that group reads it', () => {
    const kinds = changesBetween(textFor(text, 'mentor'), textFor(changed, 'mentor'))
    expect(kinds.map(({ what }) => what)).not.toContain('Travel')
  })

  test('that are the same do not differ, and the stamp tells versions apart', () => {
    expect(changesBetween(text, structuredClone(text))).toEqual([])
    expect(stampOfText({ version: 1, text })).not.toBe(stampOfText({ version: 2, text }))
    expect(stampOfText(null)).toBe('')
  })
})
