/** A person states their characteristics: kept under the pseudonym, and the audit log names nobody. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { respondentOf } from '../../platform/keys.ts'
import { openProgramme } from '../../protocol/open-programme.ts'
import { findParticipant } from '../store.ts'
import { characteristicsFor, type Entered, readCharacteristics } from './rules.ts'
import { replaceCharacteristics } from './store.ts'

export type CharacteristicsEntered = {
  readonly programmeId: string
  readonly participantId: string
  readonly entered: Entered
}

export type CharacteristicsProblem =
  | { readonly kind: 'programme.closed' }
  | { readonly kind: 'participant.takes_no_part' }
  | {
      readonly kind: 'characteristics.not_understood'
      readonly errors: Readonly<Record<string, string>>
    }

export const stateCharacteristics = action(
  'characteristics.stated',
  async (
    context: ActionContext,
    { programmeId, participantId, entered }: CharacteristicsEntered,
  ): Promise<Result<Done<null>, CharacteristicsProblem>> => {
    const { tx, organisationId, masterKey } = context
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    const participant = await findParticipant(tx, organisationId, participantId)
    if (programme === null || participant === null || participant.programmeId !== programmeId) {
      return fail({ kind: 'participant.takes_no_part' })
    }
    if (participant.state !== 'agreed') return fail({ kind: 'participant.takes_no_part' })
    if (programme.state === 'closed') return fail({ kind: 'programme.closed' })
    const asked = characteristicsFor(programme.protocol, participant.role)
    const { values, errors } = readCharacteristics(asked, entered)
    if (Object.keys(errors).length > 0)
      return fail({ kind: 'characteristics.not_understood', errors })
    const respondent = respondentOf(programme.programmeKey, participantId)
    const place = { organisationId, programmeId }
    await replaceCharacteristics(tx, place, { respondent, characteristics: values })
    return ok({ value: null })
  },
)
