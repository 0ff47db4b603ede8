import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done, type RepeatedKeyProblem } from '../../platform/action.ts'
import { findProgramme } from '../store.ts'
import type { Governance } from './model.ts'
import { stampOfGovernance } from './rules.ts'
import { findGovernance, putGovernance } from './store.ts'

export type GovernanceRecord = {
  readonly programmeId: string
  /** The stamp of what the form was filled from. */
  readonly from: string
  readonly governance: Governance
}

export type GovernanceProblem = {
  readonly kind: 'programme.unknown' | 'governance.changed_meanwhile'
}

export const sentenceOfGovernanceProblem = ({
  kind,
}: GovernanceProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme does not exist any more. Go to the start page.'
    case 'governance.changed_meanwhile':
      return 'Somebody changed this while the page was open. Nothing was saved, and what you entered is still here. Open the page a second time to see what they entered, then save here.'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Nothing was saved: send it again.'
  }
}

/** Takes the place of what was recorded before. The audit entry names no contact. */
export const recordGovernance = action(
  'governance.recorded',
  async (context, input: GovernanceRecord): Promise<Result<Done<null>, GovernanceProblem>> => {
    const { tx, organisationId } = context
    const { programmeId, from, governance } = input
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const place = { organisationId, programmeId }
    const recorded = await findGovernance(tx, place)
    if (stampOfGovernance(recorded) !== from) return fail({ kind: 'governance.changed_meanwhile' })
    await putGovernance(tx, place, governance)
    return ok({ value: null, subject: programmeId })
  },
)
