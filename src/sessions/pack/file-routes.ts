/** A mentee's doors to the files of their reflection pack, while it is open. */
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from '../../web/route.ts'
import { type PackContext, packParams, who, withPack } from './pack-context.ts'
import { type PackFileForm, packFile } from './pack-file.ts'
import { overviewTitle } from './pages/overview.tsx'
import { ClosedPage } from './pages/standing.tsx'

const file =
  (form: PackFileForm) =>
  (context: PackContext): Promise<Reply> =>
    withPack(context, (loaded) => {
      const { programme, pack } = loaded
      if (pack.kind === 'open') return packFile(loaded, form, context.service.projectRoot)
      const title = overviewTitle
      const body = createElement(ClosedPage, { programme, title, kind: pack.kind, to: 'pack' })
      return { kind: 'page', title, body }
    })

const forms: readonly PackFileForm[] = ['pdf', 'docx']

export const routes: readonly Route[] = forms.map((form) =>
  route({
    ...{ method: 'GET', path: `/programmes/:programme/pack/file.${form}`, who },
    ...{ params: packParams, input: z.object({}), handle: file(form) },
  }),
)
