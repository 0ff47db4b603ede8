/** The facilitator's doors to released documents: the prompt sheet and the files. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../../web/route.ts'
import { documentFile, type FileForm, fileForms } from './document-file.ts'
import { loadReleased, type Released } from './load-released.ts'
import { PromptSheet } from './prompt-sheet.tsx'
import { NotReleasedPage } from './standing-pages.tsx'

const params = z.object({ programme: z.uuid(), mentee: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>

const addressOf = ({ params }: Context): string =>
  `/programmes/${params.programme}/documents/${params.mentee}`

const withReleased = async (
  context: Context,
  show: (released: Released) => Promise<Reply> | Reply,
): Promise<Reply> => {
  const { scope, params, read } = context
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  const released = await read((tx) => loadReleased(tx, { ...asked, menteeId: params.mentee }))
  if (released !== null) return show(released)
  const back = { label: 'Go to its sign-off', href: `${addressOf(context)}/sign-off` }
  const body = createElement(NotReleasedPage, { back })
  return { kind: 'page', title: 'This document is not released', body }
}

const promptSheet = (context: Context): Promise<Reply> =>
  withReleased(context, (released) => {
    const body = createElement(PromptSheet, { released, files: addressOf(context) })
    return { kind: 'page', title: 'Prompt sheet', body }
  })

const file =
  (form: FileForm) =>
  (context: Context): Promise<Reply> =>
    withReleased(context, (released) => documentFile(released, form, context.service.projectRoot))

const path = '/programmes/:programme/documents/:mentee'
const page = { method: 'GET', who: ['facilitator'], params, input: z.object({}) } as const

export const routes: readonly Route[] = [
  route({ ...page, path: `${path}/prompt-sheet`, handle: promptSheet }),
  ...fileForms.map((form) => route({ ...page, path: `${path}/file.${form}`, handle: file(form) })),
]
