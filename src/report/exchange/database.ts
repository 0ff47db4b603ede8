/** What `import` and `export` do on the database. */
import { foundOrganisation } from '../../organisations/actions.ts'
import type { Organisation } from '../../organisations/model.ts'
import { operatorScope } from '../../organisations/set-up.ts'
import { listOrganisations } from '../../organisations/store.ts'
import { installationId, read } from '../../platform/database.ts'
import {
  type Installation,
  type Outcome,
  refusal,
  withInstallation,
} from '../../platform/installation.ts'
import { listProgrammes } from '../../protocol/store.ts'
import type { Study } from '../study.ts'
import { importStudy } from './import-study.ts'
import { type LoadedStudy, loadStudy } from './load-study.ts'

type Environment = Readonly<Record<string, string | undefined>>

export type ImportRequest = {
  readonly study: Study
  readonly organisation: string | null
  readonly name: string
}

export type Imported = {
  readonly programmeId: string
  readonly name: string
  readonly organisation: string
}

export const importIntoDatabase = (
  environment: Environment,
  { study, organisation, name }: ImportRequest,
): Promise<Outcome<Imported>> =>
  withInstallation(environment, async (installation) => {
    const target = await chooseOrganisation(installation, organisation)
    if (!target.ok) return target
    const scope = operatorScope(installation, target.value.organisationId)
    const programmeId = crypto.randomUUID()
    const nameOf = ({ participant }: { readonly participant: string }) => participant
    const imported = await importStudy(scope, { programmeId, name, study, nameOf })
    if (!imported.ok) return refusal(imported.problem.kind, 'The import was refused.')
    return { ok: true, value: { programmeId, name, organisation: target.value.name } }
  })

const usualName = 'My organisation'

/** The one named; without a name the only one there is, or a first one. */
const chooseOrganisation = async (
  installation: Installation,
  name: string | null,
): Promise<Outcome<Organisation>> => {
  const all = await read(installation.database, installationId, listOrganisations)
  const own = all.filter(({ kind }) => kind === 'own')
  const candidates = name === null ? own : own.filter((organisation) => organisation.name === name)
  const [only, ...others] = candidates
  if (others.length > 0) {
    const names = candidates.map((organisation) => organisation.name).join(', ')
    return refusal(
      'organisation.not_unique',
      `There are several organisations: ${names}. Say which one with --organisation NAME.`,
    )
  }
  if (only !== undefined) return { ok: true, value: only }
  return { ok: true, value: await makeOrganisation(installation, name ?? usualName) }
}

const makeOrganisation = async (
  installation: Installation,
  name: string,
): Promise<Organisation> => {
  const organisation = { organisationId: crypto.randomUUID(), kind: 'own', name } as const
  const made = await foundOrganisation(operatorScope(installation, installationId), organisation)
  if (!made.ok) throw new Error(`The organisation could not be made: ${made.problem.kind}`)
  return organisation
}

/** @param wanted a programme's id, or its name where only one has it */
export const readFromDatabase = (
  environment: Environment,
  wanted: string,
): Promise<Outcome<LoadedStudy>> =>
  withInstallation(environment, async (installation) => {
    const matches = await findProgrammes(installation, wanted)
    const [only, ...others] = matches
    if (only === undefined) {
      const sentence = `There is no programme ${wanted}. Give the id that the import printed, or the programme's name.`
      return refusal('programme.unknown', sentence)
    }
    if (others.length > 0) {
      const ids = matches.map(({ programmeId }) => programmeId).join(', ')
      const sentence = `${matches.length} programmes are called ${wanted}. Give the id of one: ${ids}.`
      return refusal('programme.not_unique', sentence)
    }
    const { database, masterKey } = installation
    const loaded = await read(database, only.organisationId, (tx) =>
      loadStudy(tx, { ...only, masterKey }),
    )
    if (loaded === null) throw new Error('A programme that was listed cannot be loaded.')
    return { ok: true, value: loaded }
  })

const findProgrammes = async ({ database }: Installation, wanted: string) => {
  const organisations = await read(database, installationId, listOrganisations)
  const found = await Promise.all(
    organisations.map(async ({ organisationId }) => {
      const programmes = await read(database, organisationId, (tx) =>
        listProgrammes(tx, organisationId),
      )
      return programmes
        .filter(({ programmeId, name }) => programmeId === wanted || name === wanted)
        .map(({ programmeId }) => ({ organisationId, programmeId }))
    }),
  )
  return found.flat()
}
