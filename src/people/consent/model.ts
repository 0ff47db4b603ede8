/** The information sheet with its consent statements: what a person reads before they agree, and what they agree to. */
import * as z from 'zod'
import { type RoleId, roleId } from '../../protocol/model.ts'
import { type WithdrawalChoice, withdrawalChoices } from '../model.ts'

const words = z.string().trim().min(1)
const roles = z.array(roleId).min(1)

const section = z.strictObject({
  id: words,
  heading: words,
  paragraphs: z.array(words).min(1),
  /** Whose sheet it stands in. */
  roles,
})

/** Agreed to by itself; without those that are required nobody can take part. */
const statement = z.strictObject({ id: words, text: words, required: z.boolean(), roles })

/** What becomes of what a person gave: offered to choose from before they agree, in these words. */
const withdrawal = z.strictObject({ choice: z.enum(withdrawalChoices), effect: words })

const contact = z.strictObject({
  name: words,
  email: z.string().trim(),
  phone: z.string().trim(),
})

export const consentTextSchema = z.strictObject({
  title: words,
  sections: z.array(section).min(1),
  statements: z.array(statement).min(1),
  withdrawal: z.array(withdrawal).min(1),
  contact,
})

export type ConsentText = z.infer<typeof consentTextSchema>
export type ConsentSection = ConsentText['sections'][number]
export type ConsentStatement = ConsentText['statements'][number]
export type WithdrawalOffer = ConsentText['withdrawal'][number]

/** `version`: the highest is in force. */
export type ConsentTextVersion = { readonly version: number; readonly text: ConsentText }

/** By the id of the statement, whether it was agreed to. */
export const agreedStatementsSchema = z.record(z.string(), z.boolean())
export type AgreedStatements = Readonly<Record<string, boolean>>

export type Consent = {
  readonly participantId: string
  readonly version: number
  readonly statements: AgreedStatements
  readonly withdrawal: WithdrawalChoice
  readonly agreedAt: Date
}

export const withdrawalLabels: Readonly<Record<WithdrawalChoice, string>> = {
  stop: 'Stop, and keep what I gave',
  remove: 'Stop, and delete what I gave',
  unlink: 'Stop, and cut the link between me and my scores',
}

/** The part of a text that one group reads. */
export const textFor = (text: ConsentText, role: RoleId): ConsentText => ({
  ...text,
  sections: text.sections.filter((one) => one.roles.includes(role)),
  statements: text.statements.filter((one) => one.roles.includes(role)),
})
