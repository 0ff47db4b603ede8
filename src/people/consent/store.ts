import type { Transaction } from '../../platform/database.ts'
import { type ParticipantState, type WithdrawalChoice, withdrawalChoices } from '../model.ts'
import type { Place } from '../store.ts'
import {
  agreedStatementsSchema,
  type Consent,
  type ConsentText,
  type ConsentTextVersion,
  consentTextSchema,
} from './model.ts'

const choiceOf = (text: string): WithdrawalChoice => {
  const choice = withdrawalChoices.find((known) => known === text)
  if (choice === undefined) throw new Error(`An unknown choice of withdrawal: ${text}`)
  return choice
}

/** The first first. */
export const listConsentTexts = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly ConsentTextVersion[]> => {
  const rows = await tx
    .selectFrom('consentTexts')
    .select(['version', 'text'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, text }) => ({
    version,
    text: consentTextSchema.parse(JSON.parse(text)),
  }))
}

/** The version in force, or the one named; null: none was saved yet. */
export const findConsentText = async (
  tx: Transaction,
  place: Place,
  version: number | null = null,
): Promise<ConsentTextVersion | null> => {
  const texts = await listConsentTexts(tx, place)
  if (version === null) return texts.at(-1) ?? null
  return texts.find((one) => one.version === version) ?? null
}

/** Replaces the version in force until somebody has agreed to it; then adds the next one. */
export const putConsentText = async (
  tx: Transaction,
  place: Place,
  text: ConsentText,
): Promise<number> => {
  const { organisationId, programmeId } = place
  const latest = (await findConsentText(tx, place))?.version ?? 1
  const isAgreedTo = (await countConsents(tx, place)).has(latest)
  const version = isAgreedTo ? latest + 1 : latest
  const written = JSON.stringify(text)
  await tx
    .insertInto('consentTexts')
    .values({ organisationId, programmeId, version, text: written })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'programmeId', 'version']).doUpdateSet({ text: written }),
    )
    .execute()
  return version
}

/** How many people agreed to each version; a version that nobody agreed to is absent. */
export const countConsents = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<ReadonlyMap<number, number>> => {
  const rows = await tx
    .selectFrom('consents')
    .select(({ fn }) => ['version', fn.countAll<string>().as('n')])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .groupBy('version')
    .execute()
  return new Map(rows.map(({ version, n }) => [version, Number(n)]))
}

const consentColumns = ['participantId', 'version', 'statements', 'withdrawal', 'agreedAt'] as const

type Row = Omit<Consent, 'statements' | 'withdrawal'> & {
  readonly statements: unknown
  readonly withdrawal: string
}

const consentOf = (row: Row): Consent => ({
  ...row,
  statements: agreedStatementsSchema.parse(row.statements),
  withdrawal: choiceOf(row.withdrawal),
})

/** The earliest version first. */
export const listConsents = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly Consent[]> => {
  const rows = await tx
    .selectFrom('consents')
    .select(consentColumns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('version')
    .execute()
  return rows.map(consentOf)
}

/** To the latest version that the person agreed to; null: none is recorded here. */
export const findConsent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<Consent | null> => {
  const row = await tx
    .selectFrom('consents')
    .select(consentColumns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : consentOf(row)
}

export const insertConsent = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { statements, ...consent }: Consent,
): Promise<void> => {
  await tx
    .insertInto('consents')
    .values({
      organisationId,
      programmeId,
      ...consent,
      statements: JSON.stringify(statements),
    })
    .execute()
}

/** `leftAfterPhase`: of somebody who withdraws. */
export const setParticipantState = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  change: {
    readonly participantId: string
    readonly state: ParticipantState
    readonly leftAfterPhase?: number
  },
): Promise<void> => {
  const { participantId, state, leftAfterPhase = null } = change
  await tx
    .updateTable('participants')
    .set({ state, leftAfterPhase })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}
