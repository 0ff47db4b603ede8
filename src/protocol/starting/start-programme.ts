/** A new programme: its name, its protocol, its key. Whoever starts it is its lead. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { loadOrganisationKey } from '../../organisations/store.ts'
import { action, type Done } from '../../platform/action.ts'
import { newKey } from '../../platform/keys.ts'
import { findProgramme, insertProgramme, insertProgrammeStaff, updateProgramme } from '../store.ts'
import type { ProgrammeName } from './programme-name.ts'
import { type ProtocolSource, type SourceProblem, textOfSource } from './protocol-source.ts'

export type NewProgramme = ProgrammeName & {
  readonly programmeId: string
  readonly source: ProtocolSource
  readonly projectRoot: string
}

export type Started = { readonly programmeId: string }

export const startProgramme = action(
  'programme.started',
  async (context, input: NewProgramme): Promise<Result<Done<Started>, SourceProblem>> => {
    const { tx, organisationId, masterKey, actor } = context
    const { programmeId, name, site, source, projectRoot } = input
    const text = await textOfSource({ tx, organisationId, projectRoot }, source)
    if (!text.ok) return text
    await insertProgramme(tx, organisationId, {
      programmeId,
      name,
      site,
      state: 'setting_up',
      protocolText: text.value,
      organisationKey: await loadOrganisationKey(tx, organisationId, masterKey),
      programmeKey: newKey(),
    })
    if (actor.kind === 'staff' && actor.id !== null) {
      const lead = { programmeId, staffId: actor.id, role: 'lead' } as const
      await insertProgrammeStaff(tx, organisationId, [lead])
    }
    return ok({ value: { programmeId }, subject: programmeId, details: { from: source.kind } })
  },
)

export type RenamedProgramme = ProgrammeName & { readonly programmeId: string }
export type RenameProblem = { readonly kind: 'programme.unknown' }

export const renameProgramme = action(
  'programme.renamed',
  async (context, input: RenamedProgramme): Promise<Result<Done<null>, RenameProblem>> => {
    const { tx, organisationId } = context
    const { programmeId, name, site } = input
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    await updateProgramme(tx, { organisationId, programmeId }, { name, site })
    return ok({ value: null, subject: programmeId })
  },
)
