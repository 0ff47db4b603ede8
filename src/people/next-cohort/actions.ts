/** The next cohort of a programme: all that was set up once is there again, and nobody takes part in it yet. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { findGovernance, putGovernance } from '../../protocol/governance/store.ts'
import type { ProgrammeName } from '../../protocol/starting/programme-name.ts'
import { insertStarted, type Started } from '../../protocol/starting/start-programme.ts'
import {
  findProgramme,
  insertProgrammeStaff,
  listProgrammeStaff,
  type Programme,
} from '../../protocol/store.ts'
import { findConsentText, putConsentText } from '../consent/store.ts'
import { textForCohort } from './rules.ts'

export type NextCohort = ProgrammeName & {
  readonly programmeId: string
  /** The programme that it follows. */
  readonly follows: string
}

export type NextCohortProblem = { readonly kind: 'programme.unknown' }

export const startNextCohort = action(
  'programme.started',
  async (context, input: NextCohort): Promise<Result<Done<Started>, NextCohortProblem>> => {
    const { tx, organisationId } = context
    const { follows, ...named } = input
    const model = await findProgramme(tx, organisationId, follows)
    if (model === null) return fail({ kind: 'programme.unknown' })
    const { protocolText } = model
    await insertStarted(context, { ...named, protocolText, followsProgrammeId: follows })
    await takeOver(context, model, named)
    const { programmeId } = named
    return ok({
      value: { programmeId },
      subject: programmeId,
      details: { from: 'cohort', follows },
    })
  },
)

/** Its footing, its information sheet and its staff; the protocol brings the ground rules. */
const takeOver = async (
  { tx, organisationId }: ActionContext,
  model: Programme,
  { programmeId, name }: Programme,
): Promise<void> => {
  const [from, to] = [
    { organisationId, programmeId: model.programmeId },
    { organisationId, programmeId },
  ]
  await putGovernance(tx, to, await findGovernance(tx, from))
  const sheet = await findConsentText(tx, from)
  if (sheet !== null)
    await putConsentText(tx, to, textForCohort(sheet.text, { from: model.name, to: name }))
  const staff = (await listProgrammeStaff(tx, organisationId)).filter(
    (one) => one.programmeId === model.programmeId,
  )
  await insertProgrammeStaff(
    tx,
    organisationId,
    staff.map((one) => ({ ...one, programmeId })),
  )
}
