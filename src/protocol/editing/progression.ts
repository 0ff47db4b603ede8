/** Progression criteria: said before the start, so that nobody chooses them by the result. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ChangeProblem, type FieldErrors, unfit } from '../changing/change-problems.ts'
import { type Protocol, progressionCriteria } from '../model.ts'
import { wholeNumber } from './entered.ts'

export type CriterionName = (typeof progressionCriteria)[number]

/** Two fields for each criterion, in per cent; both empty: the criterion is not used. */
export const progressionForm = z.object({
  recruitmentGo: z.string(),
  recruitmentStop: z.string(),
  retentionGo: z.string(),
  retentionStop: z.string(),
  completionGo: z.string(),
  completionStop: z.string(),
  sessionsHeldGo: z.string(),
  sessionsHeldStop: z.string(),
})
export type ProgressionForm = z.infer<typeof progressionForm>

type Fields = { readonly go: keyof ProgressionForm; readonly stop: keyof ProgressionForm }

export const fieldsOf: Readonly<Record<CriterionName, Fields>> = {
  recruitment: { go: 'recruitmentGo', stop: 'recruitmentStop' },
  retention: { go: 'retentionGo', stop: 'retentionStop' },
  completion: { go: 'completionGo', stop: 'completionStop' },
  sessions_held: { go: 'sessionsHeldGo', stop: 'sessionsHeldStop' },
}

export const progressionOf = ({ progression = [] }: Protocol): ProgressionForm =>
  progressionForm.parse(
    Object.fromEntries(
      progressionCriteria.flatMap((name) => {
        const { go, stop } = fieldsOf[name]
        const set = progression.find(({ criterion }) => criterion === name)
        return [
          [go, String(set?.go ?? '')],
          [stop, String(set?.stop ?? '')],
        ]
      }),
    ),
  )

export const withProgression = (
  protocol: Protocol,
  form: ProgressionForm,
): Result<Protocol, ChangeProblem> => {
  const criteria = progressionCriteria.map((name) => readCriterion(name, form))
  const errors = Object.assign({}, ...criteria.map((read) => read.errors))
  if (Object.keys(errors).length > 0) return fail(unfit(errors))
  const progression = criteria.flatMap(({ set }) => (set === null ? [] : [set]))
  const { progression: _, ...rest } = protocol
  return ok(progression.length === 0 ? rest : { ...rest, progression })
}

type Read = {
  readonly errors: FieldErrors
  readonly set: {
    readonly criterion: CriterionName
    readonly go: number
    readonly stop: number
  } | null
}

const readCriterion = (criterion: CriterionName, form: ProgressionForm): Read => {
  const fields = fieldsOf[criterion]
  const [typedGo, typedStop] = [form[fields.go].trim(), form[fields.stop].trim()]
  if (typedGo === '' && typedStop === '') return { errors: {}, set: null }
  const [go, stop] = [percent(typedGo, 1, 100), percent(typedStop, 0, 99)]
  if (go === null || stop === null) {
    const goError = go === null ? { [fields.go]: 'Enter a whole number from 1 to 100' } : {}
    const stopError = stop === null ? { [fields.stop]: 'Enter a whole number from 0 to 99' } : {}
    return { errors: { ...goError, ...stopError }, set: null }
  }
  if (stop > go) {
    return {
      errors: { [fields.stop]: `Enter ${go} or less: not more than for going on` },
      set: null,
    }
  }
  return { errors: {}, set: { criterion, go, stop } }
}

/** With or without the sign. */
const percent = (text: string, least: number, most: number): number | null => {
  const value = wholeNumber(text.replace(/%$/, ''))
  return value !== null && value >= least && value <= most ? value : null
}
