/** The set-up of a programme as its lead sees and changes it, through the pages, as a browser without scripts does. */
import { expect } from 'vitest'
import { read } from '../../src/platform/database.ts'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { startProgramme } from '../../src/protocol/starting/start-programme.ts'
import { findProgramme, type ProgrammeWithProtocol } from '../../src/protocol/store.ts'
import { masterKey } from './database.ts'
import { visit } from './visit.ts'
import { usualUrl, type World } from './world.ts'

/** A list is a group of checkboxes. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type SetUp = {
  readonly now: () => Promise<ProgrammeWithProtocol>
  /** A page, by its path below the set-up or from the root. */
  readonly look: (path: string) => Promise<string>
  /** Sends a form, made from the protocol as it is unless `from` is told. */
  readonly post: (path: string, fields: Fields) => Promise<Response>
  /** Sends a form that is accepted, and gives the page that follows. */
  readonly save: (path: string, fields: Fields) => Promise<string>
}

export const setUpOf = ({ server, database, north }: World, programmeId: string): SetUp => {
  const root = `/programmes/${programmeId}/set-up`
  const { lead } = north.people
  const now = async () => {
    const { organisationId } = lead
    const programme = await read(database, organisationId, (tx) =>
      findProgramme(tx, organisationId, programmeId),
    )
    if (programme === null) throw new Error(`There is no programme ${programmeId}.`)
    return programme
  }
  const look = async (path: string) => {
    const address = path.startsWith('/programmes/') ? path : `${root}${path}`
    return (await visit(server, address, { as: lead })).text()
  }
  const post = async (path: string, fields: Fields) => {
    const from = fields.from ?? (await now()).sha256
    const all: Fields = { idempotencyKey: crypto.randomUUID(), ...fields, from }
    const pairs = Object.entries(all).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    )
    return server.request(`${usualUrl}${root}${path}`, {
      method: 'POST',
      headers: { cookie: `turnabout=${lead.token}`, origin: usualUrl },
      body: new URLSearchParams(pairs),
    })
  }
  const save = async (path: string, fields: Fields) => {
    const reply = await post(path, fields)
    expect([path, reply.status]).toEqual([path, 303])
    return look(reply.headers.get('location') ?? '')
  }
  return { now, look, post, save }
}

/** A new programme made from the published protocol, and its set-up. */
export const newSetUp = async (world: World): Promise<SetUp> => {
  const { database, north } = world
  const { organisationId, personId } = north.people.lead
  const actor = { kind: 'staff', id: personId } as const
  const scope = { database, masterKey, organisationId, actor, idempotencyKey: null }
  const programmeId = crypto.randomUUID()
  const source = { kind: 'built_in', id: 'sheffield-2022' } as const
  const facts = { programmeId, name: 'Endoscopy', site: null, projectRoot: findProjectRoot() }
  await startProgramme(scope, { ...facts, source })
  return setUpOf(world, programmeId)
}
