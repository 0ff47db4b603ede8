import { expect, test } from 'vitest'
import { PasswordInput } from './password-input.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'

const question = { label: 'Password', labelSize: 'l', isPageHeading: true } as const

test('the password input is the published one', () => {
  const element = <PasswordInput {...question} name="example" autoComplete="current-password" />
  expect(markupOf(element)).toBe(publishedMarkup('password-input', 'default'))
})

test('the password input is the published one, with its error', () => {
  const asked = { ...question, id: 'with-error-message', name: 'example' }
  const element = (
    <PasswordInput {...asked} error="Enter a password" autoComplete="current-password" />
  )
  expect(markupOf(element)).toBe(publishedMarkup('password-input', 'with error message'))
})
