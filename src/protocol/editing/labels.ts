/** What a programme calls itself, its two groups and its domains. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ChangeProblem, type FieldErrors, unfit } from '../changing/change-problems.ts'
import type { Protocol } from '../model.ts'
import { isUsualNoun, nounOfDomains } from '../wording/domain-noun.ts'
import { cleaned } from './entered.ts'

export const labelsForm = z.object({
  title: z.string(),
  summary: z.string(),
  mentorLabel: z.string(),
  mentorPlural: z.string(),
  mentorDescription: z.string(),
  menteeLabel: z.string(),
  menteePlural: z.string(),
  menteeDescription: z.string(),
  domainSingular: z.string(),
  domainPlural: z.string(),
})
export type LabelsForm = z.infer<typeof labelsForm>

export const labelsOf = (protocol: Protocol): LabelsForm => {
  const { title, summary, roles } = protocol
  const noun = nounOfDomains(protocol)
  return {
    title,
    summary,
    mentorLabel: roles.mentor.label,
    mentorPlural: roles.mentor.plural,
    mentorDescription: roles.mentor.description,
    menteeLabel: roles.mentee.label,
    menteePlural: roles.mentee.plural,
    menteeDescription: roles.mentee.description,
    domainSingular: noun.singular,
    domainPlural: noun.plural,
  }
}

export const withLabels = (
  protocol: Protocol,
  form: LabelsForm,
): Result<Protocol, ChangeProblem> => {
  const entered = cleanedLabels(form)
  const errors = errorsIn(entered)
  if (Object.keys(errors).length > 0) return fail(unfit(errors))
  const noun = { singular: entered.domainSingular, plural: entered.domainPlural }
  const { domainNoun: _, ...rest } = protocol
  return ok({
    ...rest,
    title: entered.title,
    summary: entered.summary,
    roles: {
      mentor: {
        label: entered.mentorLabel,
        plural: entered.mentorPlural,
        description: entered.mentorDescription,
      },
      mentee: {
        label: entered.menteeLabel,
        plural: entered.menteePlural,
        description: entered.menteeDescription,
      },
    },
    ...(isUsualNoun(noun) ? {} : { domainNoun: noun }),
  })
}

const cleanedLabels = (form: LabelsForm): LabelsForm =>
  labelsForm.parse(
    Object.fromEntries(Object.entries(form).map(([name, text]) => [name, cleaned(text)])),
  )

type Limit = { readonly what: string; readonly longest: number }

const limits: Readonly<Record<keyof LabelsForm, Limit>> = {
  title: { what: 'a title', longest: 150 },
  summary: { what: 'a summary', longest: 1000 },
  mentorLabel: { what: 'what one person of this group is called', longest: 50 },
  mentorPlural: { what: 'what several people of this group are called', longest: 50 },
  mentorDescription: { what: 'who they are', longest: 300 },
  menteeLabel: { what: 'what one person of this group is called', longest: 50 },
  menteePlural: { what: 'what several people of this group are called', longest: 50 },
  menteeDescription: { what: 'who they are', longest: 300 },
  domainSingular: { what: 'what one of them is called', longest: 50 },
  domainPlural: { what: 'what several of them are called', longest: 50 },
}

const errorsIn = (form: LabelsForm): FieldErrors => {
  const tooShortOrLong = labelsForm.keyof().options.flatMap((name) => {
    const { what, longest } = limits[name]
    if (form[name] === '') return [[name, `Enter ${what}`] as const]
    if (form[name].length > longest)
      return [[name, `Enter ${what} in ${longest} characters or fewer`] as const]
    return []
  })
  const isOneWord = form.mentorLabel.toLowerCase() === form.menteeLabel.toLowerCase()
  const alike = isOneWord ? { menteeLabel: 'Enter another word than for the first group' } : {}
  return { ...alike, ...Object.fromEntries(tooShortOrLong) }
}
