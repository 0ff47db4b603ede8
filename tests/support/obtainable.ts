/** Every byte that somebody can obtain: each page, file and header their kinds of person may open, and the mails to them. */
import { loadOrganisationKey } from '../../src/organisations/store.ts'
import type { Database } from '../../src/platform/database.ts'
import { read } from '../../src/platform/database.ts'
import { openMail } from '../../src/platform/mail.ts'
import type { Kind, Route } from '../../src/web/route.ts'
import { masterKey } from './database.ts'
import type { Somebody } from './hospital.ts'
import { visit } from './visit.ts'
import { partsOf } from './word-file.ts'
import type { Server } from './world.ts'

export type Viewer = {
  readonly as: Somebody
  readonly kinds: readonly Kind[]
}

export type Looking = {
  readonly server: Server
  readonly database: Database
  readonly routes: readonly Route[]
  readonly programmeId: string
  /** Values of the parameters of addresses, each tried in turn. */
  readonly parameters: Readonly<Record<string, readonly string[]>>
}

const mayOpen = ({ who }: Route, kinds: readonly Kind[]): boolean =>
  typeof who === 'string' || who.some((kind) => kinds.includes(kind))

/** All addresses of a path, with every value of every parameter; none where a parameter has no value. */
const addressesOf = (path: string, parameters: Looking['parameters']): readonly string[] => {
  const [whole, name] = /:(\w+)/.exec(path) ?? []
  if (whole === undefined || name === undefined) return [path]
  return (parameters[name] ?? []).flatMap((value) =>
    addressesOf(path.replace(whole, value), parameters),
  )
}

/** What differs whenever anybody looks: nonces, keys of forms, times of day, and the hashes that hold those times. */
const withoutNonces = (text: string): string =>
  text
    .replaceAll(/nonce-[^' ]+/g, 'nonce-')
    .replaceAll(/nonce="[^"]+"/g, 'nonce')
    .replaceAll(/(name="idempotencyKey" value=)"[^"]+"/g, '$1')
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, 'time')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'hash')
    .replaceAll(/\b[0-9a-f]{12}…/g, 'hash')

const seenAt = async (server: Server, path: string, as: Somebody): Promise<string> => {
  const reply = await visit(server, path, { as })
  const headers = [...reply.headers].filter(([name]) => name !== 'date').toSorted()
  if (reply.headers.get('content-type')?.startsWith('text/event-stream')) {
    await reply.body?.cancel()
    return JSON.stringify([reply.status, headers])
  }
  const bytes = Buffer.from(await reply.arrayBuffer())
  return withoutNonces(JSON.stringify([reply.status, headers]) + contentOf(bytes))
}

/** Of an archive, as Word files are, what its parts hold; how well they are packed depends on the time of day in them. */
const contentOf = (bytes: Buffer): string =>
  bytes.subarray(0, 2).toString() === 'PK'
    ? JSON.stringify([...partsOf(bytes)])
    : bytes.toString('latin1')

const mailsTo = (database: Database, { organisationId, email }: Somebody) =>
  read(database, organisationId, async (tx) => {
    const key = await loadOrganisationKey(tx, organisationId, masterKey)
    const sealed = await tx
      .selectFrom('mails')
      .select(['mailId', 'sealed'])
      .where('organisationId', '=', organisationId)
      .orderBy('writtenAt')
      .execute()
    return sealed
      .map((mail) => openMail(key, mail))
      .filter(({ to }) => to === email)
      .map(({ subject, text }) => `${subject}\n${text}`)
  })

export const everythingObtainable = async (
  { server, database, routes, programmeId, parameters }: Looking,
  { as, kinds }: Viewer,
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  const known = { ...parameters, programme: [programmeId] }
  for (const route of routes) {
    if (route.method !== 'GET' || !mayOpen(route, kinds)) continue
    for (const path of addressesOf(route.path, known))
      found.set(path, await seenAt(server, path, as))
  }
  for (const [index, mail] of (await mailsTo(database, as)).entries())
    found.set(`mail ${index + 1}`, withoutNonces(mail))
  return found
}
