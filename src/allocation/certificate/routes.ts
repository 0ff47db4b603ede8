/** The doors to the certificates of a programme: to read, to hand on, and for an auditor to the inputs behind them. */
import { createElement } from 'react'
import * as z from 'zod'
import { openProgramme } from '../../protocol/open-programme.ts'
import { kindsOf } from '../../web/access.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { findInputs } from '../procedure/draw-store.ts'
import { openInputs } from './actions.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { titleOf } from './certificate-words.ts'
import { type IssuedDraw, type LoadedCertificates, loadCertificates } from './load-certificates.ts'
import { CertificatePage, CertificatesPage, NoCertificatePage } from './pages.tsx'

const params = z.object({ programme: z.uuid() })
const drawParams = params.extend({
  draw: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
})
type Context = RouteContext<z.infer<typeof params>, unknown>
type DrawContext = RouteContext<z.infer<typeof drawParams>, unknown>

const load = ({ read, scope, params }: Context): Promise<LoadedCertificates | null> =>
  read((tx) =>
    loadCertificates(tx, { organisationId: scope.organisationId, programmeId: params.programme }),
  )

const is = (context: Context, kinds: readonly string[]): boolean =>
  kindsOf(context.person, context.params.programme).some((kind) => kinds.includes(kind))

/** Where the certificates of this person are listed. */
const listOf = (context: Context): string => {
  const allocation = `/programmes/${context.params.programme}/allocation`
  return is(context, ['auditor', 'researcher']) ? `${allocation}/certificates` : allocation
}

const list = async (context: Context): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  return { kind: 'page', title: 'Allocation', body: createElement(CertificatesPage, loaded) }
}

const noCertificate = (context: Context): Reply => {
  const body = createElement(NoCertificatePage, { back: listOf(context) })
  return { kind: 'page', title: 'There is no certificate here', body }
}

const withIssued = async (
  context: DrawContext,
  show: (loaded: LoadedCertificates, issued: IssuedDraw) => Promise<Reply> | Reply,
): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const issued = loaded.issued.find(({ draw }) => draw.number === context.params.draw)
  return issued === undefined ? noCertificate(context) : show(loaded, issued)
}

const show = (context: DrawContext): Promise<Reply> =>
  withIssued(context, ({ programme }, issued) => {
    const body = createElement(CertificatePage, {
      ...{ programme, issued, back: listOf(context) },
      inputsKey: is(context, ['auditor']) ? context.newKey() : null,
    })
    return { kind: 'page', title: titleOf(issued.certificate), body }
  })

const fileName = ({ draw }: IssuedDraw, rest: string): string => `draw-${draw.number}-${rest}`

const json = (context: DrawContext): Promise<Reply> =>
  withIssued(context, (_, issued) => {
    const name = fileName(issued, 'certificate.json')
    return { kind: 'file', body: issued.text, type: 'application/json', name }
  })

const pdf = (context: DrawContext): Promise<Reply> =>
  withIssued(context, async (loaded, issued) => {
    const body = await certificatePdf(loaded, issued, context.service.projectRoot)
    const name = fileName(issued, 'certificate.pdf')
    return { kind: 'file', body, type: 'application/pdf', name }
  })

/** Each time that the button is pressed is recorded, also of a page that was left open. */
const inputs = async (context: DrawContext): Promise<Reply> => {
  const { scope, params, read } = context
  const { programme: programmeId, draw: number } = params
  const opened = await openInputs({ ...scope, idempotencyKey: null }, { programmeId, number })
  if (!opened.ok) return noCertificate(context)
  const { organisationId, masterKey } = scope
  const text = await read(async (tx) => {
    const programme = await openProgramme(tx, { organisationId, masterKey, programmeId })
    return programme === null ? null : findInputs(tx, programme, number)
  })
  if (text === null) return noCertificate(context)
  return { kind: 'file', body: text, type: 'application/json', name: `draw-${number}-inputs.json` }
}

const path = '/programmes/:programme/allocation/certificates'
const readers = ['lead', 'facilitator', 'auditor', 'researcher'] as const
const nothing = z.object({})
const page = { method: 'GET', who: readers, params: drawParams, input: nothing } as const

export const routes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who: ['auditor', 'researcher'], params, input: nothing },
    ...{ navigation: 'Allocation', handle: list },
  }),
  route({ ...page, path: `${path}/:draw`, handle: show }),
  route({ ...page, path: `${path}/:draw/certificate.json`, handle: json }),
  route({ ...page, path: `${path}/:draw/certificate.pdf`, handle: pdf }),
  route({
    ...{ method: 'POST', path: `${path}/:draw/inputs`, who: ['auditor'], params: drawParams },
    ...{ input: z.object({ idempotencyKey: z.uuid() }), handle: inputs },
  }),
]
