import { expect, test } from 'vitest'
import { Button, ButtonLink } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { Form } from './form.tsx'
import { Hint } from './hint.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'
import { Textarea } from './textarea.tsx'

const contacts = [
  { value: 'email', label: 'Email' },
  { value: 'phone', label: 'Phone' },
  { value: 'text', label: 'Text message' },
]

test.each([
  [
    'default',
    <TextInput
      key="1"
      name="example"
      label="What is your full name?"
      labelSize="l"
      isPageHeading
    />,
  ],
  [
    'width',
    <TextInput key="2" id="input-width" name="example" label="2 character width" width={2} />,
  ],
  [
    'with prefix and suffix',
    <TextInput
      key="3"
      id="with-prefix-suffix"
      name="example"
      label="Cost per item, in pounds"
      isPageHeading
      prefix="£"
      suffix="per item"
      width={5}
    />,
  ],
])('the text input is the published one: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('input', name))
})

test('the text input is the published one, with its error', () => {
  const element = (
    <TextInput
      id="with-error-message"
      name="example"
      label="What is your NHS number?"
      error="Enter NHS number"
      width={10}
      inputMode="numeric"
      spellCheck={false}
    />
  )
  const published = publishedMarkup('input', 'with error message, without heading')
  expect(markupOf(element)).toBe(published.replace(' nhsuk-input--code', ''))
})

test('the text area is the published one, with its hint and its error', () => {
  const element = (
    <Textarea
      id="with-hint-error"
      name="example"
      label="Can you provide more detail?"
      labelSize="l"
      isPageHeading
      hint="Do not include personal information like your name, date of birth or NHS number"
      error="You must provide an explanation"
    />
  )
  expect(markupOf(element)).toBe(publishedMarkup('textarea', 'with error message and hint'))
})

test('the select is the published one, with the option chosen before', () => {
  const element = (
    <Select
      id="with-value"
      name="example"
      label="Sort by"
      labelSize="l"
      isPageHeading
      value="updated"
      options={[
        { value: 'published', label: 'Recently published' },
        { value: 'updated', label: 'Recently updated' },
        { value: 'views', label: 'Most views' },
        { value: 'comments', label: 'Most comments' },
      ]}
    />
  )
  expect(markupOf(element)).toBe(publishedMarkup('select', 'with selected value'))
})

const contactQuestion = {
  name: 'example',
  label: 'How do you want to be contacted about this?',
  labelSize: 'l',
  isPageHeading: true,
  choices: contacts,
} as const

test.each([
  ['default', <Radios key="1" {...contactQuestion} />],
  [
    'with error message and hint',
    <Radios
      key="2"
      {...contactQuestion}
      id="with-hint-error"
      hint="Select 1 option"
      error="Select how you want to be contacted"
    />,
  ],
  [
    'with hints on items',
    <Radios
      key="3"
      id="with-hint-item"
      name="example"
      label="Do you have a mobile phone with signal?"
      labelSize="l"
      isPageHeading
      choices={[
        {
          value: 'mobile',
          label: 'Yes, I have a mobile phone with signal',
          hint: 'We will text you a 6 digit security code',
        },
        {
          value: 'landline',
          label: 'No, I want to use my landline',
          hint: 'We will call you to give you a 6 digit security code',
        },
      ]}
    />,
  ],
  [
    'inline',
    <Radios
      key="4"
      id="inline"
      name="example"
      label="Are you 18 or over?"
      labelSize="l"
      isPageHeading
      isInline
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />,
  ],
  [
    'with divider',
    <Radios
      key="5"
      id="with-divider"
      name="example"
      label="Do you know your NHS number?"
      labelSize="l"
      isPageHeading
      hint={
        <>
          This is a 10 digit number (like <span className="nhsuk-u-nowrap">999 123 4567</span>) that
          you can find on an NHS letter, prescription or in the NHS App
        </>
      }
      choices={[
        { value: 'yes', label: 'Yes, I know my NHS number' },
        { value: 'no', label: 'No, I do not know my NHS number' },
        { divider: 'or' },
        { value: 'not sure', label: "I'm not sure" },
      ]}
    />,
  ],
])('the radio buttons are the published ones: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('radios', name))
})

test('the checkboxes are the published ones, with their hint and their error', () => {
  const element = (
    <Checkboxes
      {...contactQuestion}
      choices={[...contacts.slice(0, 2), { value: 'text message', label: 'Text message' }]}
      id="with-hint-error"
      hint="Select all options that are relevant to you"
      error="Select how you want to be contacted"
    />
  )
  expect(markupOf(element)).toBe(publishedMarkup('checkboxes', 'with error message and hint'))
})

test('a choice made before is shown as made', () => {
  expect(markupOf(<Radios {...contactQuestion} value="phone" />)).toMatch(
    /checked="".*value="phone"/,
  )
  const boxes = markupOf(<Checkboxes {...contactQuestion} values={['email', 'text']} />)
  expect(boxes.match(/checked=""/g)).toHaveLength(2)
})

test('the fieldset is the published one', () => {
  const element = <Fieldset legend="What is your address?" legendSize="l" isPageHeading />
  expect(markupOf(element)).toBe(publishedMarkup('fieldset', 'default'))
})

test('the hint is the published one', () => {
  const element = (
    <Hint>Do not include personal information like your name, date of birth or NHS number</Hint>
  )
  expect(markupOf(element)).toBe(publishedMarkup('hint', 'default'))
})

test.each([
  ['default', <Button key="1">Save and continue</Button>],
  [
    'default, small',
    <Button key="2" isSmall>
      Save and continue
    </Button>,
  ],
  [
    'secondary',
    <Button key="3" variant="secondary">
      Find my location
    </Button>,
  ],
  [
    'warning',
    <Button key="4" variant="warning">
      Yes, delete this vaccine
    </Button>,
  ],
  [
    'secondary as a link',
    <ButtonLink key="5" variant="secondary" href="#">
      Find my location
    </ButtonLink>,
  ],
])('the button is the published one: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('button', name))
})

test.each([
  [
    'with multiple errors',
    [
      { text: 'Enter your first name', fieldId: 'example-first-name' },
      { text: 'Enter your last name', fieldId: 'example-last-name' },
    ],
  ],
  ['without error link', [{ text: 'Invalid username or password' }]],
])('the error summary is the published one: %s', (name, errors) => {
  expect(markupOf(<ErrorSummary errors={errors} />)).toBe(publishedMarkup('error-summary', name))
})

test('a page without errors has no error summary', () => {
  expect(markupOf(<ErrorSummary errors={[]} />)).toBe('')
})

test('the error summary points at the first choice of a group', () => {
  const radios = markupOf(<Radios {...contactQuestion} id="contact" error="Choose one" />)
  const summary = markupOf(<ErrorSummary errors={[{ text: 'Choose one', fieldId: 'contact' }]} />)
  expect(summary).toContain('href="#contact"')
  expect(radios).toContain('id="contact" name="example" type="radio"')
})

test('a form carries its key and leaves the checking to the server', () => {
  const form = markupOf(
    <Form action="/consent" idempotencyKey="8f7c">
      <Button>Agree</Button>
    </Form>,
  )
  expect(form).toContain('<form action="/consent" method="post" novalidate="">')
  expect(form).toContain('<input name="idempotencyKey" type="hidden" value="8f7c">')
})
