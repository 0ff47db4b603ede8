/** A new programme: its name, its protocol, its key. Whoever starts it is its lead. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { loadOrganisationKey } from '../../organisations/store.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
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
    const { tx, organisationId, actor } = context
    const { programmeId, name, site, source, projectRoot } = input
    const text = await textOfSource({ tx, organisationId, projectRoot }, source)
    if (!text.ok) return text
    await insertStarted(context, { programmeId, name, site, protocolText: text.value })
    if (actor.kind === 'staff' && actor.id !== null) {
      const lead = { programmeId, staffId: actor.id, role: 'lead' } as const
      await insertProgrammeStaff(tx, organisationId, [lead])
    }
    return ok({ value: { programmeId }, subject: programmeId, details: { from: source.kind } })
  },
)

type StartedFrom = ProgrammeName & {
  readonly programmeId: string
  readonly protocolText: string
  readonly followsProgrammeId?: string
}

/** With a key of its own, to be set up; nobody has a role in it yet. */
export const insertStarted = async (
  { tx, organisationId, masterKey }: ActionContext,
  started: StartedFrom,
): Promise<void> =>
  insertProgramme(tx, organisationId, {
    ...started,
    state: 'setting_up',
    organisationKey: await loadOrganisationKey(tx, organisationId, masterKey),
    programmeKey: newKey(),
  })

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
