/** What is entered about the stages, and about one of them. */
import * as z from 'zod'
import { fail, type Result } from '../../lib/result.ts'
import { type ChangeProblem, unfit } from '../changing/change-problems.ts'
import { type Protocol, type QuestionnaireStep, roleId } from '../model.ts'
import { askAt, moveAsked, placesOf } from './asks.ts'
import { asChange, chosen, field } from './entered.ts'
import { chooseFollowUps, followUpMonths, followUpsOf } from './follow-ups.ts'
import { turnStageOff, turnStageOn } from './stages.ts'

export const stagesForm = z.object({
  act: z.enum(['off', 'on', 'follow_ups']),
  id: field,
  months: chosen,
})
export type StagesForm = z.infer<typeof stagesForm>

export const stagesFormOf = (protocol: Protocol): StagesForm => ({
  act: 'follow_ups',
  id: '',
  months: followUpsOf(protocol).map(String),
})

type Changed = Result<Protocol, ChangeProblem>

/** `origin`: the protocol it was made from, where stages that are off still stand. */
export const withStages = (protocol: Protocol, origin: Protocol, form: StagesForm): Changed => {
  switch (form.act) {
    case 'off':
      return asChange(turnStageOff(protocol, form.id))
    case 'on':
      return asChange(turnStageOn(protocol, origin, form.id))
    case 'follow_ups': {
      const months = followUpMonths.filter((each) => form.months.includes(String(each)))
      return asChange(chooseFollowUps(protocol, months))
    }
  }
}

export const stageForm = z.object({
  act: z.enum(['up', 'down', 'stop', 'ask']),
  role: roleId.default('mentor'),
  id: field,
})
export type StageForm = z.infer<typeof stageForm>

export const emptyStageForm: StageForm = { act: 'ask', role: 'mentor', id: '' }

export const withStage = (
  protocol: Protocol,
  step: QuestionnaireStep,
  { act, role, id }: StageForm,
): Changed => {
  const place = { step: step.id, role }
  const others = placesOf(protocol, id).filter(
    (each) => each.step !== place.step || each.role !== role,
  )
  switch (act) {
    case 'ask':
      if (id === '') return fail(unfit({ [`ask-${role}`]: 'Choose what is asked' }))
      return asChange(askAt(protocol, id, [...others, place]))
    case 'stop':
      return asChange(askAt(protocol, id, others))
    case 'up':
    case 'down':
      return asChange(moveAsked(protocol, { ...place, id }, act))
  }
}

/** What could be asked there and is not. */
export const notAskedAt = (
  protocol: Protocol,
  step: QuestionnaireStep,
  role: StageForm['role'],
): readonly { readonly value: string; readonly label: string }[] => {
  const { measures, items } = step.asks[role] ?? { measures: [], items: [] }
  return [
    ...protocol.measures.filter(({ id }) => !measures.includes(id)),
    ...protocol.items.filter(({ id, roles }) => roles.includes(role) && !items.includes(id)),
  ].map(({ id, label }) => ({ value: id, label }))
}
