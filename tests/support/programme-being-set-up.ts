/** A programme that the lead of the northern hospital has just started, and their hands on its set-up. */
import { enterOrganisation, read, type Transaction } from '../../src/platform/database.ts'
import {
  findProgramme,
  listProtocolVersions,
  lockProtocolVersion,
  type ProgrammeState,
  type ProgrammeWithProtocol,
  type ProtocolVersion,
  updateProgramme,
} from '../../src/protocol/store.ts'
import { type Fields, fieldsOn } from './page-forms.ts'
import { send, visit } from './visit.ts'
import type { World } from './world.ts'

export type BeingSetUp = {
  readonly programmeId: string
  /** The address of the programme. */
  readonly base: string
  /** Opens a page below the programme. */
  readonly page: (path: string) => Promise<string>
  /** The form on a page of the set-up as it comes. */
  readonly openForm: (path: string) => Promise<Fields>
  readonly sendForm: (path: string, form: Fields) => Promise<Response>
  /** Opens the page, fills something in, sends it. */
  readonly save: (path: string, form: Fields) => Promise<Response>
  readonly inForce: () => Promise<ProgrammeWithProtocol>
  readonly versions: () => Promise<readonly ProtocolVersion[]>
  /** As if somebody had answered under this version. */
  readonly lock: (version?: number) => Promise<void>
  readonly enter: (state: ProgrammeState) => Promise<void>
}

export const startProgrammeIn = async ({ server, database, north }: World): Promise<BeingSetUp> => {
  const { organisationId } = north
  const as = north.people.lead
  const started = await send(server, '/programmes/new', {
    as,
    form: { name: 'New', site: '', protocol: 'built_in:sheffield-2022' },
  })
  const programmeId = /[0-9a-f-]{36}/.exec(started.headers.get('location') ?? '')?.[0] ?? ''
  const [place, base] = [{ organisationId, programmeId }, `/programmes/${programmeId}`]
  const write = (work: (tx: Transaction) => Promise<void>): Promise<void> =>
    database.transaction().execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      await work(tx)
    })
  const page = async (path: string) => (await visit(server, `${base}${path}`, { as })).text()
  const openForm = async (path: string) => fieldsOn(await page(path))
  const sendForm = (path: string, form: Fields) => visit(server, `${base}${path}`, { as, form })
  return {
    programmeId,
    base,
    page,
    openForm,
    sendForm,
    save: async (path, form) => sendForm(path, { ...(await openForm(path)), ...form }),
    inForce: async () => {
      const found = await read(database, organisationId, (tx) =>
        findProgramme(tx, organisationId, programmeId),
      )
      if (found === null) throw new Error('The programme is gone.')
      return found
    },
    versions: () => read(database, organisationId, (tx) => listProtocolVersions(tx, place)),
    lock: (version = 1) => write((tx) => lockProtocolVersion(tx, place, version)),
    enter: (state) => write((tx) => updateProgramme(tx, place, { state })),
  }
}
