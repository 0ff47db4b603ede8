import { expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import { addDomain, changeDomain, moveDomain, removeDomain } from './domains.ts'
import { idsOf } from './new-id.ts'

const fields = { label: 'Wellbeing', open: ['How are they?'], clarifying: [] }

test('a domain is added last, with what the interview asks about it', () => {
  const { domains } = succeeded(addDomain(sheffield, fields))
  const prompts = { open: ['How are they?'], clarifying: [] }
  expect(domains.at(-1)).toEqual({ id: 'wellbeing', label: 'Wellbeing', prompts })
  expect(domains).toHaveLength(8)
})

test('a domain that is renamed keeps its id and its place', () => {
  const { domains } = succeeded(changeDomain(sheffield, 'strengths', fields))
  expect(idsOf(domains)).toEqual(idsOf(sheffield.domains))
  expect(domains.find(({ id }) => id === 'strengths')?.label).toBe('Wellbeing')
})

test('two domains with one name are refused, however it is written; the same name again is not', () => {
  const again = { ...fields, label: ' strengths ' }
  expect(addDomain(sheffield, again)).toMatchObject({ problem: { kind: 'label.taken' } })
  expect(changeDomain(sheffield, 'approachability', again)).toMatchObject({ ok: false })
  expect(changeDomain(sheffield, 'strengths', again)).toMatchObject({ ok: true })
})

test('a domain moves by one place, and not beyond the ends', () => {
  const order = (id: string, way: 'up' | 'down') =>
    idsOf(succeeded(moveDomain(sheffield, id, way)).domains)
  const [first, second, ...rest] = idsOf(sheffield.domains)
  expect(order('clinical_practice', 'up')).toEqual([second, first, ...rest])
  expect(order('use_of_technology', 'down')).toEqual([second, first, ...rest])
  expect(order('use_of_technology', 'up')).toEqual([first, second, ...rest])
  expect(order('areas_for_improvement', 'down')).toEqual([first, second, ...rest])
})

test('the last domain that there is stays', () => {
  const one = { ...sheffield, domains: sheffield.domains.slice(0, 1) }
  expect(removeDomain(one, 'use_of_technology')).toMatchObject({
    problem: { kind: 'domain.only_one' },
  })
  expect(idsOf(succeeded(removeDomain(sheffield, 'strengths')).domains)).not.toContain('strengths')
})

test.each([
  changeDomain(sheffield, 'courage', fields),
  moveDomain(sheffield, 'courage', 'up'),
  removeDomain(sheffield, 'courage'),
])('a domain that is not there is not changed', (result) => {
  expect(result).toEqual({ ok: false, problem: { kind: 'content.unknown', id: 'courage' } })
})
