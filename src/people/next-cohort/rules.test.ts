import { expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { defaultConsentText } from '../consent/default.ts'
import { proposeName, textForCohort } from './rules.ts'

test.each([
  ['Gastroenterology', 'Gastroenterology, cohort 2'],
  ['Gastroenterology, cohort 2', 'Gastroenterology, cohort 3'],
  ['Cohort 9', 'Cohort 10'],
  ['Reverse mentoring 2026', 'Reverse mentoring 2027'],
  ['Mentoring 2019 at the Royal', 'Mentoring 2026 at the Royal'],
  ['Mentoring 2025 to 2026', 'Mentoring 2025 to 2027'],
  ['Ward 20261', 'Ward 20261, cohort 2'],
])('%s is followed by %s', (name, next) => {
  expect(proposeName(name, 2026)).toBe(next)
})

test('the information sheet stays word for word the same, but for the name of the programme it invites to', () => {
  const names = { from: 'Gastro 2026', to: 'Gastro $& 2027' }
  const old = defaultConsentText(sheffield, { name: names.from, site: null })
  const next = textForCohort(old, names)
  expect(next).toEqual(defaultConsentText(sheffield, { name: names.to, site: null }))
})
