/** What mentees share with the group of what they will change, sealed with the programme's key. */
import type { Place } from '../../people/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { Change } from './model.ts'

type SharedChange = Change & { readonly menteeId: string }

const contextOf = (changeId: string): string => `shared_changes/${changeId}`

/** Of everybody; in the order of their ids, which are chance. */
export const listSharedChanges = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
): Promise<readonly SharedChange[]> => {
  const rows = await tx
    .selectFrom('sharedChanges')
    .select(['changeId', 'participantId', 'sealedText'])
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .orderBy('changeId')
    .execute()
  return rows.map(({ changeId, participantId, sealedText }) => ({
    changeId,
    menteeId: participantId,
    text: unseal(programmeKey, sealedText, contextOf(changeId)).toString('utf8'),
  }))
}

/** All that a mentee shares, in place of what they shared before. */
export const putSharedChanges = async (
  tx: Transaction,
  programme: OpenProgramme,
  { menteeId, changes }: { readonly menteeId: string; readonly changes: readonly Change[] },
): Promise<void> => {
  const { organisationId, programmeId, programmeKey } = programme
  await deleteSharedChangesOf(tx, programme, menteeId)
  if (changes.length === 0) return
  const rows = changes.map(({ changeId, text }) => {
    const sealedText = seal(programmeKey, text, contextOf(changeId))
    return { organisationId, programmeId, changeId, participantId: menteeId, sealedText }
  })
  await tx.insertInto('sharedChanges').values(rows).execute()
}

export const deleteSharedChangesOf = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  menteeId: string,
): Promise<void> => {
  await tx
    .deleteFrom('sharedChanges')
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('participantId', '=', menteeId)
    .execute()
}
