/** A mentor’s doors to their certificate. */
import { createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import { makePdf } from '../../platform/pdf.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import {
  type CertificateFacts,
  certificateEnd,
  certificateIntroduction,
  certificateTitle,
  practisedIn,
  rowsOf,
} from './certificate-words.ts'
import { loadCertificate } from './load-certificate.ts'
import { CertificatePage, NoCertificatePage, practisedHeading } from './pages.tsx'

const params = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>

type Issued = { readonly programme: OpenProgramme; readonly facts: CertificateFacts }

/** Until there is a certificate the page says so, in place of the file too. */
const withCertificate = async (
  { person, scope, params, read }: Context,
  show: (issued: Issued) => Promise<Reply> | Reply,
): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const loaded = await read((tx) =>
    loadCertificate(tx, { ...asked, participantId: person.personId }),
  )
  if (loaded === null) return { kind: 'not_found' }
  const { programme, facts } = loaded
  if (facts === null) {
    const body = createElement(NoCertificatePage, { programme })
    return { kind: 'page', title: certificateTitle, body }
  }
  const issued = { organisation: person.organisationName, issuedOn: dayOf(new Date()) }
  return show({ programme, facts: { ...facts, ...issued } })
}

const show = (context: Context): Promise<Reply> =>
  withCertificate(context, (issued) => ({
    kind: 'page',
    title: certificateTitle,
    body: createElement(CertificatePage, issued),
  }))

const template = 'src/sessions/mentor-certificate/certificate.typ'

const file = (context: Context): Promise<Reply> =>
  withCertificate(context, async ({ facts }) => ({
    kind: 'file',
    type: 'application/pdf',
    name: 'certificate-of-reverse-mentoring.pdf',
    body: await makePdf(
      { projectRoot: context.service.projectRoot, file: template },
      {
        ...{ title: certificateTitle, introduction: certificateIntroduction },
        ...{ rows: rowsOf(facts), practisedHeading, practised: practisedIn(facts) },
        end: certificateEnd,
      },
    ),
  }))

const path = '/programmes/:programme/mentor-certificate'
const page = { method: 'GET', who: ['mentor'], params, input: z.object({}) } as const

export const routes: readonly Route[] = [
  route({ ...page, path, handle: show }),
  route({ ...page, path: `${path}/certificate.pdf`, handle: file }),
]
