/** The draws of a programme. What went in and what came out is encrypted with the programme's key. */
import * as z from 'zod'
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { drawKinds } from '../certificate/certificate.ts'
import {
  type AllocationDraw,
  contributingRoles,
  type DrawnPair,
  drawModes,
  drawStates,
  type People,
  statesUnderWay,
} from './model.ts'

type SealedColumn = 'sealedPeople' | 'sealedInputs' | 'sealedPairs'

const contextOf = (column: SealedColumn, { programmeId }: Place, number: number): string =>
  `allocation_draws/${programmeId}/${number}/${column}`

const columns = [
  'number',
  'kind',
  'mode',
  'state',
  'reason',
  'askedByRole',
  'inputsSha256',
  'commitment',
  'certificate',
  'lockedAt',
  'drawnAt',
  'publishedAt',
] as const

const hexOrNull = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null

/** What stands in a column with a list of allowed words is one of them, or the table is not what we think. */
const known = z.object({
  kind: z.enum(drawKinds),
  mode: z.enum(drawModes),
  state: z.enum(drawStates),
  askedByRole: z.enum(contributingRoles),
})

const drawsOf = (tx: Transaction, { organisationId, programmeId }: Place) =>
  tx
    .selectFrom('allocationDraws')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)

/** The first draw first, also those that were reopened or replaced. */
export const listDraws = async (
  tx: Transaction,
  place: Place,
): Promise<readonly AllocationDraw[]> => {
  const rows = await drawsOf(tx, place).orderBy('number').execute()
  return rows.map((row) => ({
    ...row,
    ...known.parse(row),
    inputsSha256: hexOrNull(row.inputsSha256),
    commitment: hexOrNull(row.commitment),
  }))
}

/** From the moment that willingness is locked until it is opened again: what mentors have said is final. */
export const isLocked = async (tx: Transaction, place: Place): Promise<boolean> => {
  const row = await drawsOf(tx, place)
    .where('state', 'in', [...statesUnderWay, 'published'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type NewDraw = Pick<
  AllocationDraw,
  'number' | 'kind' | 'mode' | 'reason' | 'askedByRole'
> & {
  readonly lockedAt: Date
  readonly people: People
  /** The exact text; null: chosen by the coordinator. */
  readonly inputs: { readonly text: string; readonly sha256: string } | null
}

export const insertDraw = async (
  tx: Transaction,
  programme: OpenProgramme,
  { people, inputs, ...draw }: NewDraw,
): Promise<void> => {
  const { organisationId, programmeId } = programme
  await tx
    .insertInto('allocationDraws')
    .values({
      ...{ organisationId, programmeId, ...draw, state: 'locked' },
      sealedPeople: sealed(programme, draw.number, ['sealedPeople', JSON.stringify(people)]),
      sealedInputs:
        inputs === null ? null : sealed(programme, draw.number, ['sealedInputs', inputs.text]),
      inputsSha256: inputs === null ? null : Buffer.from(inputs.sha256, 'hex'),
    })
    .execute()
}

const sealed = (
  programme: OpenProgramme,
  number: number,
  [column, text]: readonly [SealedColumn, string],
): Buffer => seal(programme.programmeKey, text, contextOf(column, programme, number))

type Change = Partial<
  Pick<AllocationDraw, 'state' | 'certificate' | 'drawnAt' | 'publishedAt'> & {
    readonly commitment: string
    readonly pairs: readonly DrawnPair[]
  }
>

export const changeDraw = async (
  tx: Transaction,
  programme: OpenProgramme,
  { number, commitment, pairs, ...change }: Change & { readonly number: number },
): Promise<void> => {
  await tx
    .updateTable('allocationDraws')
    .set({
      ...change,
      ...(commitment === undefined ? {} : { commitment: Buffer.from(commitment, 'hex') }),
      ...(pairs === undefined
        ? {}
        : { sealedPairs: sealed(programme, number, ['sealedPairs', JSON.stringify(pairs)]) }),
    })
    .where('organisationId', '=', programme.organisationId)
    .where('programmeId', '=', programme.programmeId)
    .where('number', '=', number)
    .execute()
}

/** Who is in a draw, written anew. */
export const putPeople = async (
  tx: Transaction,
  programme: OpenProgramme,
  { number, people }: { readonly number: number; readonly people: People },
): Promise<void> => {
  await tx
    .updateTable('allocationDraws')
    .set({ sealedPeople: sealed(programme, number, ['sealedPeople', JSON.stringify(people)]) })
    .where('organisationId', '=', programme.organisationId)
    .where('programmeId', '=', programme.programmeId)
    .where('number', '=', number)
    .execute()
}

/** The willingness is open again: what it was when it was locked is nobody's business any more. */
export const reopenDraw = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  number: number,
): Promise<void> => {
  await tx
    .updateTable('allocationDraws')
    .set({ state: 'reopened', sealedPeople: null, sealedInputs: null, inputsSha256: null })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('number', '=', number)
    .execute()
}

const opened = async (
  tx: Transaction,
  programme: OpenProgramme,
  { number, column }: { readonly number: number; readonly column: SealedColumn },
): Promise<string | null> => {
  const row = await tx
    .selectFrom('allocationDraws')
    .select(column)
    .where('organisationId', '=', programme.organisationId)
    .where('programmeId', '=', programme.programmeId)
    .where('number', '=', number)
    .executeTakeFirst()
  const bytes = row?.[column] ?? null
  if (bytes === null) return null
  const context = contextOf(column, programme, number)
  return unseal(programme.programmeKey, bytes, context).toString('utf8')
}

/** The exact text whose hash is in the certificate; null: none is kept. */
export const findInputs = (
  tx: Transaction,
  programme: OpenProgramme,
  number: number,
): Promise<string | null> => opened(tx, programme, { number, column: 'sealedInputs' })

const peopleSchema = z.object({
  mentors: z.array(z.uuid().nullable()),
  mentees: z.array(z.uuid().nullable()),
})

export const findPeople = async (
  tx: Transaction,
  programme: OpenProgramme,
  number: number,
): Promise<People | null> => {
  const text = await opened(tx, programme, { number, column: 'sealedPeople' })
  return text === null ? null : peopleSchema.parse(JSON.parse(text))
}

const pairsSchema = z.array(z.object({ mentorId: z.uuid(), menteeId: z.uuid() }))

/** Null: not drawn, or it came with an imported study. */
export const findDrawnPairs = async (
  tx: Transaction,
  programme: OpenProgramme,
  number: number,
): Promise<readonly DrawnPair[] | null> => {
  const text = await opened(tx, programme, { number, column: 'sealedPairs' })
  return text === null ? null : pairsSchema.parse(JSON.parse(text))
}
