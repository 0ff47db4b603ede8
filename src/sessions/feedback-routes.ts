/** A mentee's doors to their own document. */
import { createElement } from 'react'
import * as z from 'zod'
import {
  documentFile,
  type FileForm,
  fileForms,
} from '../interview/documents/released/document-file.ts'
import { FeedbackPage, NoFeedbackYetPage } from '../interview/documents/released/feedback-pages.tsx'
import type { Released } from '../interview/documents/released/load-released.ts'
import { type Reply, type Route, type RouteContext, route } from '../web/route.ts'
import { loadFeedback } from './load-feedback.ts'
import { openFeedback } from './open-feedback.ts'
import { listParts } from './pack/pack-store.ts'
import { BeforeReadingPage, Meanwhile } from './pack/pages/before-reading.tsx'

const params = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>

const title = 'Your feedback document'

/** In place of a document that is not shown stands one page, the same whatever the reason. */
const withShown = async (
  { person, scope, params, read, newKey }: Context,
  show: (released: Released) => Promise<Reply> | Reply,
): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const place = { organisationId, programmeId: params.programme }
  const { feedback, parts } = await read(async (tx) => ({
    feedback: await loadFeedback(tx, { ...place, masterKey, menteeId: person.personId }),
    parts: await listParts(tx, { ...place, participantId: person.personId }),
  }))
  if (feedback === null) return { kind: 'not_found' }
  const { programme, isDue, hasOpened, shown } = feedback
  if (shown !== null) return show(shown)
  const hasAssessed = parts.includes('self_assessment')
  if (!isDue) {
    const mayAssess = person.state === 'agreed' && !hasOpened
    const children = createElement(Meanwhile, { programme, mayAssess, hasAssessed })
    return { kind: 'page', title, body: createElement(NoFeedbackYetPage, { programme, children }) }
  }
  const props = { programme, hasAssessed, idempotencyKey: newKey() }
  return { kind: 'page', title, body: createElement(BeforeReadingPage, props) }
}

const show = (context: Context): Promise<Reply> =>
  withShown(context, (released) => ({
    kind: 'page',
    title,
    body: createElement(FeedbackPage, { released }),
  }))

const file =
  (form: FileForm) =>
  (context: Context): Promise<Reply> =>
    withShown(context, (released) => documentFile(released, form, context.service.projectRoot))

const path = '/programmes/:programme/feedback'

/** The page as it is then says whether it is shown. */
const open = async ({ person, params, scope }: Context): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  await openFeedback(scope, { programmeId: params.programme, menteeId: person.personId })
  return { kind: 'redirect', to: path.replace(':programme', params.programme) }
}

const page = { method: 'GET', who: ['mentee'], params, input: z.object({}) } as const
const form = z.object({ idempotencyKey: z.uuid() })

export const routes: readonly Route[] = [
  route({ ...page, path, navigation: 'Feedback', handle: show }),
  ...fileForms.map((form) => route({ ...page, path: `${path}/file.${form}`, handle: file(form) })),
  route({ ...page, method: 'POST', path: `${path}/open`, input: form, handle: open }),
]
