import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import type { Protocol } from '../model.ts'
import { rulesOf, withRules } from './programme-rules.ts'

const changed = (
  form: Partial<ReturnType<typeof rulesOf>>,
  protocol = sheffield,
  isAsked = false,
) => withRules(protocol, { ...rulesOf(protocol), ...form }, { isAsked })

const errorsOf = (result: ReturnType<typeof changed>) =>
  !result.ok && result.problem.kind === 'protocol.unfit_fields' ? result.problem.errors : {}

const rulesIn = (result: ReturnType<typeof changed>): Partial<Protocol['rules']> =>
  result.ok ? result.value.rules : {}

test.each(['sheffield-2022', 'sheffield-2022-online', 'reciprocal-edi'])(
  'sent as it came, %s stays as it is',
  (id) => {
    expect(changed({}, builtIn(id))).toEqual({ ok: true, value: builtIn(id) })
  },
)

test('what is entered becomes the rules', () => {
  const rules = rulesIn(
    changed({
      supervisor: 'avoid',
      minimumWilling: ' 2 ',
      anonymityFloor: '6',
      sessionsPerPair: '3',
      sessionLimitMinutes: '45',
      lateAnswers: 'until_next_stage',
      reminderDays: '2; 5 9',
    }),
  )
  expect(rules).toMatchObject({
    supervisor: 'avoid',
    minimumWilling: 2,
    anonymityFloor: 6,
    sessionsPerPair: 3,
    sessionLimitMinutes: 45,
    lateAnswers: 'until_next_stage',
    reminderDays: [2, 5, 9],
  })
})

describe('the anonymity floor', () => {
  test.each(['2', '1', '0', '-5', '', 'five', '4.5', '51', '1e1'])(
    'is never %j',
    (anonymityFloor) => {
      expect(errorsOf(changed({ anonymityFloor }))).toEqual({
        anonymityFloor:
          'Enter how many answers there are before anything is shown as a whole number from 3 to 50',
      })
    },
  )

  test('can be 3', () => {
    expect(rulesIn(changed({ anonymityFloor: '3' })).anonymityFloor).toBe(3)
  })

  test('once people have answered, can be raised and not lowered', () => {
    expect(rulesIn(changed({ anonymityFloor: '6' }, sheffield, true)).anonymityFloor).toBe(6)
    expect(errorsOf(changed({ anonymityFloor: '4' }, sheffield, true))).toEqual({
      anonymityFloor:
        'Enter 5 or more: people have answered, and were promised that fewer are never shown',
    })
  })
})

describe('reminders', () => {
  test('none are sent where the field is empty', () => {
    expect(rulesIn(changed({ reminderDays: ' ' })).reminderDays).toEqual([])
  })

  test.each(['7, 3', '3, 3', '0', '61', '1 2 3 4 5 6', 'weekly', '3.5'])(
    '%j is refused',
    (reminderDays) => {
      expect(Object.keys(errorsOf(changed({ reminderDays })))).toEqual(['reminderDays'])
    },
  )
})

describe('where people meet', () => {
  const modes = ({ steps }: Protocol) =>
    steps.flatMap((step) => ('mode' in step ? [`${step.kind} ${step.mode}`] : []))

  test('interview and session are chosen apart', () => {
    const result = changed({ interviewMode: 'online' })
    expect(result.ok && modes(result.value)).toEqual(['interview online', 'session face_to_face'])
  })

  test('steps that differ stay as they are until one mode is chosen for all', () => {
    const protocol = builtIn('reciprocal-edi')
    let isFirst = true
    const steps = protocol.steps.map((step) => {
      if (step.kind !== 'session' || !isFirst) return step
      isFirst = false
      return { ...step, mode: 'face_to_face' as const }
    })
    const mixed = { ...protocol, steps }
    expect(rulesOf(mixed).sessionMode).toBe('')
    expect(changed({}, mixed)).toEqual({ ok: true, value: mixed })
    const online = changed({ sessionMode: 'online' }, mixed)
    expect(online.ok && modes(online.value)).toEqual(['session online', 'session online'])
  })
})

describe('the rules about documents', () => {
  test('become those that are entered', () => {
    const entered = {
      signOff: 'all_who_answer',
      signOffDays: ' 7 ',
      documentShown: 'on_release',
    } as const
    expect(rulesIn(changed(entered))).toMatchObject({ ...entered, signOffDays: 7 })
  })

  test.each(['0', '91', '', 'soon', '1.5'])('never give %j days to answer', (signOffDays) => {
    expect(errorsOf(changed({ signOffDays }))).toEqual({
      signOffDays: 'Enter the days to answer as a whole number from 1 to 90',
    })
  })

  test('stay out of a protocol without an interview', () => {
    const { steps, ...rest } = sheffield
    const protocol = { ...rest, steps: steps.filter(({ kind }) => kind !== 'interview') }
    expect(rulesOf(protocol)).toMatchObject({ signOff: '', signOffDays: '', documentShown: '' })
    expect(changed({}, protocol)).toEqual({ ok: true, value: protocol })
  })
})

test('every field that does not fit is named at once', () => {
  const result = changed({ minimumWilling: '0', sessionsPerPair: '', reminderDays: 'x' })
  expect(Object.keys(errorsOf(result))).toEqual([
    'minimumWilling',
    'sessionsPerPair',
    'reminderDays',
  ])
})
