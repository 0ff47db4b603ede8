import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LikertGrid } from './likert-grid.tsx'

const options = [
  { value: '1', label: 'Not at all confident' },
  { value: '2', label: 'Very confident' },
  { value: 'prefer-not-to-say', label: 'Prefer not to say' },
]
const grid = (error?: string) =>
  renderToStaticMarkup(
    <LikertGrid
      id="confidence"
      question="How confident are you?"
      options={options}
      statements={[
        { name: 'confidence-technology', label: 'Use of technology', value: '2' },
        { name: 'confidence-strengths', label: 'Strengths <b>', error },
      ]}
    />,
  )
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([found]) => found)

test('every statement is a group of its own, named by the question and by itself', () => {
  const groups = all(grid(), /<div[^>]*role="radiogroup"[^>]*>/g)
  expect(groups).toHaveLength(2)
  expect(groups[0]).toContain(
    'aria-labelledby="confidence-question confidence-technology-statement"',
  )
  expect(grid()).toContain('id="confidence-question"')
  expect(grid()).toContain('id="confidence-technology-statement"')
})

test('every button stands in a label with the words of its anchor', () => {
  const labels = all(grid(), /<label[^>]*>[\s\S]*?<\/label>/g)
  expect(labels).toHaveLength(6)
  for (const [index, { value, label }] of options.entries()) {
    expect(labels[index]).toContain(`value="${value}"`)
    expect(labels[index]).toContain(label)
  }
})

test('the first button has the id to which the error summary leads, and no id occurs twice', () => {
  const ids = all(grid('Select an answer'), / id="[^"]+"/g)
  expect(ids).toContain(' id="confidence-strengths"')
  expect(new Set(ids).size).toBe(ids.length)
})

test('what was chosen before is chosen, and nothing else', () => {
  expect(all(grid(), /<input[^>]*checked[^>]*>/g)).toEqual([
    expect.stringMatching(/(?=.*name="confidence-technology")(?=.*value="2")/),
  ])
})

test('an error stands beside its statement and is read out with it', () => {
  const html = grid('Select an answer')
  expect(html).toContain('aria-describedby="confidence-strengths-error"')
  expect(all(html, /app-likert__row--error/g)).toHaveLength(1)
  expect(html).toMatch(/id="confidence-strengths-error"[\s\S]*Error: [\s\S]*Select an answer/)
  expect(grid()).not.toContain('aria-describedby')
})

test('the headings are for the eye alone, words are escaped, and nothing has a style of its own', () => {
  expect(grid()).toMatch(
    /app-likert__headings"[^>]*aria-hidden="true"|aria-hidden="true"[^>]*app-likert__headings/,
  )
  expect(grid()).toContain('Strengths &lt;b&gt;')
  expect(grid()).not.toContain('style=')
})
