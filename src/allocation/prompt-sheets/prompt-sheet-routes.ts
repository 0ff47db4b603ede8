/** A mentor's doors to the document that they bring into their session. */
import { createElement } from 'react'
import * as z from 'zod'
import {
  documentFile,
  type FileForm,
  fileForms,
} from '../../interview/documents/released/document-file.ts'
import type { Released } from '../../interview/documents/released/load-released.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { loadPromptSheets } from './load-prompt-sheets.ts'
import { NoPromptSheetPage, PromptSheetsPage } from './prompt-sheet-pages.tsx'

const params = z.object({ programme: z.uuid() })
const fileParams = z.object({ programme: z.uuid(), mentee: z.uuid() })
type Context = RouteContext<z.infer<typeof params>, unknown>

const title = 'Prompt sheet'

const addressOf = ({ params }: Context): string => `/programmes/${params.programme}/prompt-sheet`

const load = async ({ person, scope, params, read }: Context): Promise<readonly Released[]> => {
  if (person.kind !== 'participant' || person.state !== 'agreed') return []
  const { organisationId, masterKey } = scope
  const asked = { organisationId, masterKey, programmeId: params.programme }
  return read((tx) => loadPromptSheets(tx, { ...asked, mentorId: person.personId }))
}

const none = (context: Context): Reply => {
  const home = `/programmes/${context.params.programme}`
  return { kind: 'page', title, body: createElement(NoPromptSheetPage, { home }) }
}

const show = async (context: Context): Promise<Reply> => {
  const sheets = await load(context)
  if (sheets.length === 0) return none(context)
  const body = createElement(PromptSheetsPage, { sheets, address: addressOf(context) })
  return { kind: 'page', title, body }
}

const file =
  (form: FileForm) =>
  async (context: RouteContext<z.infer<typeof fileParams>, unknown>): Promise<Reply> => {
    const sheets = await load(context)
    const released = sheets.find(({ menteeId }) => menteeId === context.params.mentee)
    if (released === undefined) return none(context)
    return documentFile(released, form, context.service.projectRoot)
  }

const path = '/programmes/:programme/prompt-sheet'
const page = { method: 'GET', who: ['mentor'], input: z.object({}) } as const

export const routes: readonly Route[] = [
  route({ ...page, path, params, handle: show }),
  ...fileForms.map((form) =>
    route({
      ...page,
      path: `${path}/:mentee/file.${form}`,
      params: fileParams,
      handle: file(form),
    }),
  ),
]
