import { describe, expect, test } from 'vitest'
import { builtIn, sheffield } from '../../../tests/support/protocols.ts'
import { succeeded } from '../../../tests/support/succeeded.ts'
import { differencesBetween } from '../differences/differences.ts'
import type { Protocol } from '../model.ts'
import { questionnairesOf, stageOf } from '../rules.ts'
import { chooseFollowUps } from './follow-ups.ts'
import { stagesThatAreOff, turnStageOff, turnStageOn } from './stages.ts'

const off = (id: string, protocol = sheffield) => succeeded(turnStageOff(protocol, id))
const stagesOf = ({ steps }: Protocol) => steps.flatMap((step) => stageOf(step) ?? [])
const willingAt = (protocol: Protocol) =>
  questionnairesOf(protocol).flatMap(({ id, willingness }) => (willingness ? [id] : []))

describe('a stage that is turned off', () => {
  test('leaves the numbers of the others, and comparisons that never looked at it', () => {
    const next = off('after_interview', off('interview'))
    expect(stagesOf(next)).toEqual([1, 4, 5])
    expect(next.comparisons).toEqual(sheffield.comparisons)
  })

  test('has its comparisons moved to the nearest stage, or dropped, and that is said', () => {
    const next = off('after_session')
    expect(next.comparisons).toEqual([
      { role: 'mentor', measure: 'confidence', from: 1, to: 4 },
      { role: 'mentor', measure: 'understanding', from: 1, to: 4 },
    ])
    expect(differencesBetween(sheffield, next)).toContain(
      'It is no longer planned to compare “Awareness of how juniors see you” of mentees from stage 4 to stage 5.',
    )
  })

  test('hands the question of willingness to another questionnaire before the draw', () => {
    expect(willingAt(off('before_interview'))).toEqual(['after_interview'])
  })

  test('stays where the draw needs it, where it is the only questionnaire, and where it is no option', () => {
    const edi = builtIn('reciprocal-edi')
    const steps = sheffield.steps.filter(({ id }) => ['interview', 'after_session'].includes(id))
    const little = { ...sheffield, steps, comparisons: [] }
    expect([
      turnStageOff(edi, 'before'),
      turnStageOff(little, 'after_session'),
      turnStageOff(sheffield, 'allocation'),
      turnStageOff(sheffield, 'session'),
    ]).toMatchObject([
      { problem: { kind: 'stage.willingness_needed' } },
      { problem: { kind: 'stage.only_questionnaire' } },
      { problem: { kind: 'stage.always_on' } },
      { problem: { kind: 'stage.always_on' } },
    ])
  })

  test.each(['before_interview', 'interview', 'after_interview', 'before_session'])(
    'comes back as it was: %s',
    (id) => {
      const without = off(id)
      expect(stagesThatAreOff(without, sheffield).map((step) => step.id)).toEqual([id])
      expect(succeeded(turnStageOn(without, sheffield, id)).steps).toEqual(sheffield.steps)
    },
  )

  test('comes back before the follow-ups, which are numbered on', () => {
    const without = succeeded(chooseFollowUps(off('after_session'), [6]))
    expect(stagesOf(without)).toEqual([1, 2, 3, 4, 5])
    const back = succeeded(turnStageOn(without, sheffield, 'after_session'))
    expect(back.steps.slice(0, -1)).toEqual(sheffield.steps)
    expect(stagesOf(back)).toEqual([1, 2, 3, 4, 5, 6])
  })
})
