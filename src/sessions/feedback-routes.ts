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

const params = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>

const title = 'Your feedback document'

/** In place of a document that is not shown stands one page, the same whatever the reason. */
const withShown = async (
  { person, scope, params, read }: Context,
  show: (released: Released) => Promise<Reply> | Reply,
): Promise<Reply> => {
  if (person.kind !== 'participant') return { kind: 'not_found' }
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const feedback = await read((tx) => loadFeedback(tx, { ...asked, menteeId: person.personId }))
  if (feedback === null) return { kind: 'not_found' }
  const { programme, shown } = feedback
  if (shown !== null) return show(shown)
  return { kind: 'page', title, body: createElement(NoFeedbackYetPage, { programme }) }
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
const page = { method: 'GET', who: ['mentee'], params, input: z.object({}) } as const

export const routes: readonly Route[] = [
  route({ ...page, path, navigation: 'Feedback', handle: show }),
  ...fileForms.map((form) => route({ ...page, path: `${path}/file.${form}`, handle: file(form) })),
]
