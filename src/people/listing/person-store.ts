import type { Transaction } from '../../platform/database.ts'
import type { Participant } from '../model.ts'
import type { Place } from '../store.ts'

type Changed = Pick<Participant, 'participantId' | 'name' | 'email' | 'permanentId'>

export const updatePerson = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { participantId, ...changes }: Changed,
): Promise<void> => {
  await tx
    .updateTable('participants')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', participantId)
    .execute()
}

/** @param menteeId null: nobody supervises the mentor here */
export const replaceSupervisor = async (
  tx: Transaction,
  place: Place,
  { mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string | null },
): Promise<void> => {
  await tx
    .deleteFrom('supervisions')
    .where('organisationId', '=', place.organisationId)
    .where('programmeId', '=', place.programmeId)
    .where('mentorId', '=', mentorId)
    .execute()
  if (menteeId === null) return
  await tx
    .insertInto('supervisions')
    .values({ ...place, mentorId, menteeId })
    .execute()
}

type ByBothNames = { readonly participantId: string; readonly respondent: string }

/** Somebody who has answered nothing: what was sent to them, who they are, and their pseudonym. */
export const deletePerson = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { participantId, respondent }: ByBothNames,
): Promise<void> => {
  await tx
    .deleteFrom('supervisions')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where((its) =>
      its.or([its('mentorId', '=', participantId), its('menteeId', '=', participantId)]),
    )
    .execute()
  for (const table of ['reminders', 'invitations', 'participants'] as const) {
    await tx
      .deleteFrom(table)
      .where('organisationId', '=', organisationId)
      .where('programmeId', '=', programmeId)
      .where('participantId', '=', participantId)
      .execute()
  }
  await tx
    .deleteFrom('respondents')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('respondent', '=', respondent)
    .execute()
}
