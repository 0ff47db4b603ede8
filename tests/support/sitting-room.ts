/** A programme whose interview a facilitator begins, holds and ends, form by form. */
import { loadRoomState, type RoomState } from '../../src/interview/sittings/room-state.ts'
import { listSittings } from '../../src/interview/sittings/sitting-store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { type Database, read, type Transaction } from '../../src/platform/database.ts'
import { type OpenProgramme, openProgramme } from '../../src/protocol/open-programme.ts'
import { masterKey } from './database.ts'
import type { Somebody } from './hospital.ts'
import { type Running, type RunningOptions, startRunning, writing } from './programme-under-way.ts'
import { visit } from './visit.ts'
import { type Server, usualUrl } from './world.ts'

/** Several values under one name, as ticked boxes send them. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type SittingRoom = Running & {
  readonly at: (path?: string) => string
  readonly get: (path?: string) => Promise<string>
  /** With a new idempotency key, unless one is among the fields; by the first facilitator unless told. */
  readonly post: (path: string, fields?: Fields, as?: Somebody) => Promise<Response>
  readonly begin: (present?: readonly Somebody[], fields?: Fields) => Promise<Response>
  readonly move: (mentee: Somebody, domain?: string) => Promise<Response>
  readonly room: () => Promise<RoomState>
  readonly secondsOf: (mentee: Somebody) => Promise<number | undefined>
  readonly sittings: () => ReturnType<typeof listSittings>
  readonly events: () => Promise<readonly string[]>
  readonly change: <T>(
    work: (tx: Transaction, programme: OpenProgramme) => Promise<T>,
  ) => Promise<T>
}

const bodyOf = (fields: Fields): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, String(one))
  }
  return body
}

const today = (): Fields => {
  const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
  })
    .format(new Date())
    .split('-')
  return { 'held-day': day, 'held-month': month, 'held-year': year }
}

export const idsOf = (people: readonly Somebody[]): readonly string[] =>
  people.map(({ personId }) => personId)

export const openSittingRoom = async (
  database: Database,
  server: Server,
  options: RunningOptions = {},
): Promise<SittingRoom> => {
  const running = await startRunning(database, options)
  const { facilitator, programmeId, scope } = running
  const { organisationId } = scope
  const at = (path = '') => `/programmes/${programmeId}/interview${path}`
  const post: SittingRoom['post'] = async (path, fields = {}, as = facilitator) =>
    server.request(`${usualUrl}${at(path)}`, {
      method: 'POST',
      headers: { cookie: `turnabout=${as.token}`, origin: usualUrl },
      body: bodyOf({ idempotencyKey: crypto.randomUUID(), ...fields }),
    })
  const change: SittingRoom['change'] = (work) =>
    writing(database, organisationId, async (tx) => {
      const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
      if (programme === null) throw new Error('The programme is not there.')
      return work(tx, programme)
    })
  const room = () => change((tx, programme) => loadRoomState(tx, programme, new Date()))
  return {
    ...running,
    at,
    post,
    change,
    room,
    get: async (path) => (await visit(server, at(path), { as: facilitator })).text(),
    begin: (present = running.mentors, fields = {}) =>
      post('/sittings/new', { ...today(), present: idsOf(present), ...fields }),
    move: (mentee, domain = 'strengths') => post('/move', { mentee: mentee.personId, domain }),
    secondsOf: async ({ personId }) =>
      (await room()).secondsByMentee.find(({ menteeId }) => menteeId === personId)?.seconds,
    sittings: () => change(listSittings),
    events: () =>
      read(database, organisationId, async (tx) =>
        (await listAuditEntries(tx, organisationId, 100)).map(({ event }) => event).toReversed(),
      ),
  }
}
