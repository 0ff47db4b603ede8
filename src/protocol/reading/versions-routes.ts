/** The doors to the protocol of a programme: its versions for reading, and each as the file that it is. */
import { createElement } from 'react'
import * as z from 'zod'
import { kindsOf } from '../../web/access.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { programmeParams } from '../changing/editing-routes.ts'
import { differencesBetween } from '../differences/differences.ts'
import type { Protocol } from '../model.ts'
import { parsedProtocol } from '../protocol-store.ts'
import { findProgramme, listProtocolVersions } from '../store.ts'
import { ProtocolPage, type ShownVersion } from './versions-pages.tsx'

type Params = z.infer<typeof programmeParams>
const nothing = z.object({})
const versionParams = programmeParams.extend({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
})

const loadVersions = (context: RouteContext<Params, unknown>) =>
  context.read(async (tx) => {
    const { organisationId } = context.scope
    const programmeId = context.params.programme
    const programme = await findProgramme(tx, organisationId, programmeId)
    const versions = await listProtocolVersions(tx, { organisationId, programmeId })
    const protocols: Protocol[] = []
    for (const { sha256 } of versions) {
      protocols.push(await parsedProtocol(tx, organisationId, Buffer.from(sha256, 'hex')))
    }
    return { programme, versions, protocols }
  })

const show = async (context: RouteContext<Params, unknown>): Promise<Reply> => {
  const { programme, versions, protocols } = await loadVersions(context)
  if (programme === null) return { kind: 'not_found' }
  const shown = versions.map((version, place): ShownVersion => {
    const [before, after] = [protocols[place - 1], protocols[place]]
    const isFirst = before === undefined || after === undefined
    return { ...version, differences: isFirst ? null : differencesBetween(before, after) }
  })
  const { person, params } = context
  const anywhere = kindsOf(person, null)
  const page = {
    programme,
    versions: shown.toReversed(),
    isLead: kindsOf(person, params.programme).includes('lead'),
    mayStart: anywhere.includes('lead') || anywhere.includes('administrator'),
  }
  return { kind: 'page', title: 'Protocol', body: createElement(ProtocolPage, page) }
}

/** The text as it was stored: what was imported comes out as it went in, to the byte. */
const download = async ({
  params,
  read,
  scope,
}: RouteContext<z.infer<typeof versionParams>, unknown>): Promise<Reply> => {
  const { programme: programmeId, version } = params
  const found = await read((tx) => findProgramme(tx, scope.organisationId, programmeId, version))
  if (found === null) return { kind: 'not_found' }
  return {
    kind: 'file',
    body: new TextEncoder().encode(found.protocolText),
    type: 'application/json',
    name: `${found.protocol.id}-v${version}.json`,
  }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/protocol',
    who: ['lead', 'researcher', 'auditor'],
    params: programmeParams,
    input: nothing,
    navigation: 'Protocol',
    handle: show,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/protocol/versions/:version',
    who: ['lead', 'researcher', 'auditor'],
    params: versionParams,
    input: nothing,
    handle: download,
  }),
]
