/** The pages of the documents: all of them, the editor of one, and its preview. */
import { createElement } from 'react'
import { dayOf } from '../../../lib/dates.ts'
import type { Reply, RouteContext } from '../../../web/route.ts'
import { domainsOf, isStillSo, type Saved, type Typed } from './editor-view.ts'
import { type Draft, loadDocuments, loadDraft } from './load-documents.ts'
import { EditorPage } from './pages/editor.tsx'
import { DocumentListPage } from './pages/list.tsx'
import { NotThereBody, NotWrittenNow } from './pages/not-written.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { unsealChange } from './undo-seal.ts'

export type OfProgramme = { readonly programme: string }
export type OfDocument = OfProgramme & { readonly mentee: string }
type Context = RouteContext<OfDocument, unknown>

export const showList = async ({
  scope,
  params: { programme: programmeId },
  read,
}: RouteContext<OfProgramme, unknown>): Promise<Reply> => {
  const { organisationId, masterKey } = scope
  const documents = await read((tx) =>
    loadDocuments(tx, { organisationId, masterKey, programmeId }),
  )
  if (documents === null) return { kind: 'not_found' }
  const body = createElement(DocumentListPage, { documents })
  return { kind: 'page', title: 'Feedback documents', body }
}

const load = ({ scope, params, read }: Context): Promise<Draft | null> => {
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const today = dayOf(new Date())
  return read((tx) => loadDraft(tx, { ...asked, menteeId: params.mentee, today }))
}

const title = 'Feedback document'

const notThere = ({ params }: Context): Reply => ({
  kind: 'page',
  title,
  body: createElement(NotThereBody, { programmeId: params.programme }),
})

const isWritten = ({ programme, interview }: Draft): boolean =>
  programme.state === 'open' && interview !== 'not_started'

const savedIn = (draft: Draft, sealed: string | undefined): Saved | null => {
  if (sealed === undefined) return null
  const { programme, mentee } = draft
  const change = unsealChange(programme.programmeKey, mentee.menteeId, sealed)
  return change !== null && isStillSo(draft, change) ? { change, sealed } : null
}

type Shown = { readonly typed: Typed | null; readonly saved: string | undefined }

export const showEditor = async (context: Context, { typed, saved }: Shown): Promise<Reply> => {
  const draft = await load(context)
  if (draft === null) return notThere(context)
  if (!isWritten(draft))
    return { kind: 'page', title, body: createElement(NotWrittenNow, { draft }) }
  const domains = domainsOf(draft)
  const warnings = domains
    .flatMap(({ points }) => points)
    .reduce((sum, point) => sum + point.warnings.length, 0)
  const { newKey } = context
  const view = { draft, domains, warnings, typed, saved: savedIn(draft, saved), newKey }
  const body = createElement(EditorPage, { view })
  return { kind: 'page', title, body, status: typed === null ? 200 : 422 }
}

export const showPreview = async (context: Context): Promise<Reply> => {
  const draft = await load(context)
  if (draft === null) return notThere(context)
  const warnings = domainsOf(draft).flatMap(({ points }) => points.flatMap((one) => one.warnings))
  const asked = { today: dayOf(new Date()), idempotencyKey: context.newKey() }
  const body = createElement(PreviewPage, { draft, warnings: warnings.length, ...asked })
  return { kind: 'page', title: 'Preview of a feedback document', body }
}
