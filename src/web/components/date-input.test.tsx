import { expect, test } from 'vitest'
import { DateInput } from './date-input.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'

const question = {
  id: 'example',
  name: 'example',
  label: 'What is your date of birth?',
  labelSize: 'l',
  isPageHeading: true,
  hint: 'For example, 31 3 1980',
} as const
const empty = { day: '', month: '', year: '' }

/** The fields belong to different questions on one page, so that their names say to which; a fieldset is a group unsaid. */
const published = (name: string): string =>
  publishedMarkup('date-input', name)
    .replace(' role="group"', '')
    .replaceAll(/ name="(day|month|year)"/g, ' name="example-$1"')

test('a date is three fields in a group, as the design system has it', () => {
  const value = { day: '5', month: '8', year: '2024' }
  expect(markupOf(<DateInput {...question} value={value} />)).toBe(published('with values'))
})

test('a date that is wrong is marked in the group and in each field', () => {
  const element = <DateInput {...question} value={empty} error="Enter your date of birth" />
  expect(markupOf(element)).toBe(published('with error message and hint'))
})
