/**
 * Which mentors have taken their turn at a question, and what was said to it. No column joins the two.
 *
 * With every turn all rows of the question are written anew, the turns in the order of the people's ids, which are
 * chance, and the notes under new ids, in their order: its rows share one transaction and one order, and no row tells
 * which came last. The audit entry is the same whether something was said or nothing. Once the question is closed, both
 * are deleted. What remains is to compare two copies of the database made before and after a turn: who may make copies
 * is for the operator to say.
 */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'

type TurnOf = { readonly clarificationId: string; readonly participantId: string }

/** Of every question. */
export const listTurns = (
  tx: Transaction,
  { organisationId, programmeId }: Place,
): Promise<readonly TurnOf[]> =>
  tx
    .selectFrom('clarificationTurns')
    .select(['clarificationId', 'participantId'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .execute()

const contextOf = (noteId: string): string => `clarification_notes/${noteId}`

/** By their words: an order that tells nothing, and stays. */
export const listNotes = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  clarificationId: string,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('clarificationNotes')
    .select(['noteId', 'sealedText'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('clarificationId', '=', clarificationId)
    .execute()
  return rows
    .map(({ noteId, sealedText }) =>
      unseal(programmeKey, sealedText, contextOf(noteId)).toString('utf8'),
    )
    .toSorted()
}

/** @param turn `note` null: they have nothing to say */
export const insertTurn = async (
  tx: Transaction,
  programme: OpenProgramme,
  { clarificationId, participantId, note }: TurnOf & { readonly note: string | null },
): Promise<void> => {
  const earlier = await listNotes(tx, programme, clarificationId)
  const turns = (await listTurns(tx, programme)).filter(
    (turn) => turn.clarificationId === clarificationId,
  )
  await deleteTurns(tx, programme, clarificationId)
  const people = [...turns.map((turn) => turn.participantId), participantId]
  const { organisationId, programmeId } = programme
  await tx
    .insertInto('clarificationTurns')
    .values(
      people
        .toSorted()
        .map((one) => ({ organisationId, programmeId, clarificationId, participantId: one })),
    )
    .execute()
  await insertNotes(tx, programme, {
    clarificationId,
    notes: [...earlier, ...(note === null ? [] : [note])],
  })
}

const insertNotes = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  {
    clarificationId,
    notes,
  }: { readonly clarificationId: string; readonly notes: readonly string[] },
): Promise<void> => {
  if (notes.length === 0) return
  const rows = notes.map((text) => {
    const noteId = crypto.randomUUID()
    const sealedText = seal(programmeKey, text, contextOf(noteId))
    return { organisationId, programmeId, clarificationId, noteId, sealedText }
  })
  await tx
    .insertInto('clarificationNotes')
    .values(rows.toSorted((one, other) => (one.noteId < other.noteId ? -1 : 1)))
    .execute()
}

/** All turns at a question, and all that was said. */
export const deleteTurns = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  clarificationId: string,
): Promise<void> => {
  for (const table of ['clarificationTurns', 'clarificationNotes'] as const) {
    await tx
      .deleteFrom(table)
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .where('clarificationId', '=', clarificationId)
      .execute()
  }
}

/** Whoever leaves counts no longer. What they said cannot be told from what others said. */
export const deleteTurnsOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  mentorId: string,
): Promise<void> => {
  await tx
    .deleteFrom('clarificationTurns')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', mentorId)
    .execute()
}
