import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import { labelsOf, withLabels } from './labels.ts'

const changed = (form: Partial<ReturnType<typeof labelsOf>>, protocol = sheffield) =>
  withLabels(protocol, { ...labelsOf(protocol), ...form })

test.each(['sheffield-2022', 'reciprocal-edi'])('sent as it came, %s stays as it is', (id) => {
  expect(changed({}, builtIn(id))).toEqual({ ok: true, value: builtIn(id) })
})

test('a summary that comes with the line ends of a browser is the same summary', () => {
  const protocol = { ...sheffield, summary: 'One.\nTwo.' }
  expect(changed({ summary: 'One.\r\nTwo.\r\n' }, protocol)).toEqual({ ok: true, value: protocol })
})

test('new words take the place of the old, without the space around them', () => {
  const result = changed({ mentorLabel: ' Fellow ', mentorPlural: 'Fellows', title: 'Ours' })
  expect(result).toMatchObject({
    ok: true,
    value: { title: 'Ours', roles: { mentor: { label: 'Fellow', plural: 'Fellows' } } },
  })
})

describe('the word for the domains', () => {
  test('is kept only where it is another than the usual one', () => {
    const topics = changed({ domainSingular: 'Topic', domainPlural: 'Topics' })
    expect(topics).toMatchObject({ value: { domainNoun: { singular: 'Topic', plural: 'Topics' } } })
    const back = changed(
      { domainSingular: 'Domain', domainPlural: 'Domains' },
      builtIn('reciprocal-edi'),
    )
    expect(back.ok && 'domainNoun' in back.value).toBe(false)
  })
})

describe('refused are', () => {
  test.each([
    [{ title: ' ' }, { title: 'Enter a title' }],
    [{ title: 'x'.repeat(151) }, { title: 'Enter a title in 150 characters or fewer' }],
    [{ menteePlural: '' }, { menteePlural: 'Enter what several people of this group are called' }],
    [{ menteeLabel: 'mentor' }, { menteeLabel: 'Enter another word than for the first group' }],
  ])('%j', (form, errors) => {
    expect(changed(form)).toEqual({ ok: false, problem: { kind: 'protocol.unfit_fields', errors } })
  })
})
