/** The rules about the draw of pairs, as they stand in the form of the rules and in the protocol. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Protocol } from '../model.ts'
import type { Unfit } from './document-rules.ts'
import { wholeNumber } from './entered.ts'

export const preferenceRules = ['least_total', 'rank_maximal', 'fairest'] as const
export const departureRules = ['free_mentor', 'draw_again'] as const

/** Absent where the protocol draws no pairs: then the rules stay as they are. Numbers as they are chosen. */
export const allocationFields = {
  menteeVetoes: z.string().default(''),
  menteesPerMentor: z.string().default(''),
  mentorsPerMentee: z.string().default(''),
  preferences: z.enum(['', 'none', ...preferenceRules]).default(''),
  afterDeparture: z.enum(['', ...departureRules]).default(''),
} as const

const allocationForm = z.object(allocationFields)
type AllocationForm = z.infer<typeof allocationForm>

const nothing: AllocationForm = {
  ...{ menteeVetoes: '', menteesPerMentor: '', mentorsPerMentee: '' },
  ...{ preferences: '', afterDeparture: '' },
}

export const mostVetoes = 3
export const mostPartners = 5

const hasDraw = ({ steps }: Protocol): boolean => steps.some(({ kind }) => kind === 'allocation')

export const allocationRulesOf = (protocol: Protocol): AllocationForm => {
  if (!hasDraw(protocol)) return nothing
  const { menteeVetoes, menteesPerMentor, mentorsPerMentee, ...rules } = protocol.rules
  return {
    menteeVetoes: String(menteeVetoes ?? 0),
    menteesPerMentor: String(menteesPerMentor ?? 1),
    mentorsPerMentee: String(mentorsPerMentee ?? 1),
    preferences: rules.preferences ?? 'none',
    afterDeparture: rules.afterDeparture ?? 'free_mentor',
  }
}

type Rules = Protocol['rules']

/** @returns all rules: what goes back to the usual is left out again */
export const withAllocationRules = (
  protocol: Protocol,
  sent: AllocationForm,
): Result<Rules, Unfit> => {
  if (!hasDraw(protocol)) return ok(protocol.rules)
  const numbers = numbersIn(sent, protocol)
  if (!numbers.ok) return numbers
  const {
    menteeVetoes,
    menteesPerMentor,
    mentorsPerMentee,
    preferences,
    afterDeparture,
    ...rules
  } = protocol.rules
  const before = allocationRulesOf(protocol)
  const objective = sent.preferences === '' ? before.preferences : sent.preferences
  const departure = sent.afterDeparture === '' ? before.afterDeparture : sent.afterDeparture
  const isUsual = departure === 'free_mentor' && afterDeparture === undefined
  return ok({
    ...rules,
    ...numbers.value,
    ...(objective === '' || objective === 'none' ? {} : { preferences: objective }),
    ...(departure === '' || isUsual ? {} : { afterDeparture: departure }),
  })
}

type Numbers = Pick<Rules, 'menteeVetoes' | 'menteesPerMentor' | 'mentorsPerMentee'>

const both =
  'Choose several for one of the two groups, not for both: a draw gives each person of the other group one partner'

const numbersIn = (sent: AllocationForm, protocol: Protocol): Result<Numbers, Unfit> => {
  const before = allocationRulesOf(protocol)
  const read = (field: keyof Numbers) =>
    wholeNumber(sent[field] === '' ? before[field] : sent[field]) ?? -1
  const [vetoes, mentees, mentors] = [
    read('menteeVetoes'),
    read('menteesPerMentor'),
    read('mentorsPerMentee'),
  ]
  const errors = {
    ...(vetoes >= 0 && vetoes <= mostVetoes
      ? {}
      : { menteeVetoes: `Choose a number of vetoes from 0 to ${mostVetoes}` }),
    ...partnerErrors('menteesPerMentor', mentees),
    ...partnerErrors('mentorsPerMentee', mentors),
    ...(mentees > 1 && mentors > 1 ? { menteesPerMentor: both, mentorsPerMentee: both } : {}),
  }
  if (Object.keys(errors).length > 0) return fail({ kind: 'form.unfit', errors })
  return ok({
    ...(vetoes === 0 ? {} : { menteeVetoes: vetoes }),
    ...(mentees === 1 ? {} : { menteesPerMentor: mentees }),
    ...(mentors === 1 ? {} : { mentorsPerMentee: mentors }),
  })
}

const partnerErrors = (field: string, partners: number): Readonly<Record<string, string>> =>
  partners >= 1 && partners <= mostPartners
    ? {}
    : { [field]: `Choose a number of partners from 1 to ${mostPartners}` }
