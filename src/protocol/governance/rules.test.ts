import { expect, test } from 'vitest'
import { type Governance, governanceSchema } from './model.ts'
import { governanceGaps, stampOfGovernance } from './rules.ts'

const whole = governanceSchema.parse({
  kind: 'service_evaluation',
  toolOutcome: 'not_research',
  toolUsedOn: '2026-11-22',
  toolUsedBy: 'Jo Park, programme lead',
  registrationOffice: 'Clinical effectiveness',
  registrationNumber: 'CE-104',
  sponsor: 'Director of medical education',
  lawfulBasis: 'public_task',
  specialCondition: 'none_collected',
  guardianName: 'Sam Okafor',
  guardianPhone: '0114 496 0123',
  protectionOfficerName: 'Robin Hale',
  protectionOfficerEmail: 'robin.hale@northgate.example',
  patientSafetyRoute: 'Tell the nurse in charge and report it in the incident system.',
})

const fieldsMissing = (changes: Partial<Governance>): readonly string[] =>
  governanceGaps({ ...whole, ...changes }).map(({ field }) => field)

test('nothing is missing where everything was stated', () => {
  expect(fieldsMissing({})).toEqual([])
})

test('nothing was stated at first, and the usual periods stand', () => {
  const empty = governanceSchema.parse({})
  expect(governanceGaps(empty).map(({ field }) => field)).toEqual([
    ...['kind', 'toolOutcome', 'toolUsedOn', 'toolUsedBy', 'sponsor', 'lawfulBasis'],
    ...['specialCondition', 'guardianName', 'guardianEmail'],
    ...['protectionOfficerName', 'protectionOfficerEmail', 'patientSafetyRoute'],
  ])
  expect([empty.answersMonths, empty.contactMonths, empty.mailMonths, empty.auditMonths]).toEqual([
    60, 12, 6, 72,
  ])
})

test('research needs its approvals, service evaluation its registration', () => {
  expect(fieldsMissing({ kind: 'research', toolOutcome: 'research' })).toEqual([
    'approvalBodies',
    'approvalReference',
  ])
  expect(fieldsMissing({ registrationOffice: '', registrationNumber: '' })).toEqual([
    'registrationOffice',
    'registrationNumber',
  ])
})

test('what the tool calls research is not recorded as service evaluation without a word', () => {
  const [gap] = governanceGaps({ ...whole, toolOutcome: 'research' })
  expect(gap?.sentence).toContain('Ask your research office')
  expect(
    fieldsMissing({ kind: 'research', approvalBodies: 'HRA', approvalReference: '1' }),
  ).toEqual([])
})

test('another basis or condition is named', () => {
  expect(fieldsMissing({ lawfulBasis: 'other' })).toEqual(['lawfulBasisOther'])
  expect(fieldsMissing({ specialCondition: 'other' })).toEqual(['specialConditionOther'])
})

test('the guardian can be reached by email or by phone', () => {
  expect(fieldsMissing({ guardianPhone: '' })).toEqual(['guardianEmail'])
  expect(fieldsMissing({ guardianPhone: '', guardianEmail: 'g@northgate.example' })).toEqual([])
})

test.each([
  ['toolUsedOn', '2026-02-31'],
  ['toolUsedOn', 'last Monday'],
  ['guardianEmail', 'not an address'],
  ['answersMonths', ''],
  ['answersMonths', 'five'],
  ['answersMonths', '0.5'],
  ['answersMonths', '601'],
  ['kind', 'audit'],
  ['sponsor', 'x'.repeat(301)],
])('refuses %s %j', (field, value) => {
  const parsed = governanceSchema.safeParse({ [field]: value })
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path)).toEqual([[field]])
})

test('a stored record reads as it was written, and its stamp changes with every field', () => {
  const again = governanceSchema.parse(JSON.parse(JSON.stringify(whole)))
  expect(again).toEqual(whole)
  expect(stampOfGovernance(again)).toBe(stampOfGovernance(whole))
  expect(stampOfGovernance({ ...whole, mailMonths: 7 })).not.toBe(stampOfGovernance(whole))
})
