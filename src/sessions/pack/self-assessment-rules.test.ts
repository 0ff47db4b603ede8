import { expect, test } from 'vitest'
import {
  decideSelfAssessment,
  longestSentence,
  sideBySide,
  typedViews,
  viewsToType,
} from './self-assessment-rules.ts'

const domains = ['strengths', 'approachability'].map((id) => ({
  ...{ id, label: id.toUpperCase() },
  prompts: { open: ['?'], clarifying: [] },
}))
const protocol = { domains }

const decide = (form: Readonly<Record<string, string>>) =>
  decideSelfAssessment(typedViews(protocol, form))

test('a domain may be left out, and a sentence alone is enough', () => {
  const decided = decide({ 'rating-strengths': '9', 'sentence-strengths': ' I listen. ' })
  const left = { rating: null, sentence: '' }
  expect(decided).toEqual({
    ok: true,
    value: {
      views: [
        { domain: 'strengths', label: 'STRENGTHS', rating: null, sentence: 'I listen.' },
        { domain: 'approachability', label: 'APPROACHABILITY', ...left },
      ],
    },
  })
})

test('a form without a word is refused', () => {
  const decided = decide({ 'rating-strengths': '', 'sentence-strengths': ' ' })
  expect(decided).toEqual({ ok: false, problem: { kind: 'self_assessment.empty' } })
})

test('a sentence that is too long is refused, with its domain', () => {
  const problem = {
    ...{ kind: 'self_assessment.sentence_too_long' },
    ...{ domain: 'approachability', label: 'APPROACHABILITY' },
  }
  const long = decide({ 'sentence-approachability': '🦔'.repeat(longestSentence + 1) })
  expect(long).toEqual({ ok: false, problem })
  expect(decide({ 'sentence-approachability': '🦔'.repeat(longestSentence) }).ok).toBe(true)
})

test('what was written comes back into the form', () => {
  const decided = decide({ 'rating-approachability': '4' })
  const before = decided.ok ? decided.value : null
  expect(viewsToType(protocol, before).map(({ rating }) => rating)).toEqual(['', '4'])
})

test('of a document that is not shown there are no points, not none', () => {
  const [row] = sideBySide({ protocol, assessment: null, document: null })
  expect(row?.points).toBeNull()
})

test('view and points stand side by side, also of domains that the protocol no longer has', () => {
  const view = { domain: 'gone', label: 'Gone', rating: 2, sentence: 'So.' }
  const document = { domains: [{ domain: 'strengths', label: 'Strengths', points: ['You ask.'] }] }
  expect(sideBySide({ protocol, assessment: { views: [view] }, document })).toEqual([
    { label: 'Strengths', rating: null, sentence: '', points: ['You ask.'] },
    { label: 'APPROACHABILITY', rating: null, sentence: '', points: [] },
    { label: 'Gone', rating: 2, sentence: 'So.', points: [] },
  ])
})
