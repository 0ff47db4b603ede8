/** For the lead: every questionnaire as participants will see it, before and after it opens. */
import { createElement } from 'react'
import * as z from 'zod'
import { roleId, roleIds } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import { findProgramme } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { stageParams } from './answering-context.ts'
import { PreviewListPage, PreviewPage } from './pages/preview.tsx'
import { questionnaireFor } from './questions.ts'

const programmeParams = z.object({ programme: z.uuid() })
const previewParams = stageParams.extend({ role: roleId })
const nothing = z.object({})

type Context<Params> = RouteContext<Params, unknown>

const programmeIn = ({ scope, params, read }: Context<z.infer<typeof programmeParams>>) =>
  read((tx) => findProgramme(tx, scope.organisationId, params.programme))

const showList = async (context: Context<z.infer<typeof programmeParams>>): Promise<Reply> => {
  const programme = await programmeIn(context)
  if (programme === null) return { kind: 'not_found' }
  const { protocol, programmeId, name } = programme
  const questionnaires = questionnairesOf(protocol).flatMap(({ stage }) =>
    roleIds
      .map((role) => questionnaireFor(protocol, { stage, role }))
      .filter((questionnaire) => questionnaire !== null)
      .filter(({ sections }) => sections.length > 0),
  )
  const props = { programmeId, programmeName: name, protocol, questionnaires }
  return { kind: 'page', title: 'Preview', body: createElement(PreviewListPage, props) }
}

const showPreview = async (context: Context<z.infer<typeof previewParams>>): Promise<Reply> => {
  const programme = await programmeIn(context)
  if (programme === null) return { kind: 'not_found' }
  const { protocol, programmeId } = programme
  const questionnaire = questionnaireFor(protocol, context.params)
  if (questionnaire === null) return { kind: 'not_found' }
  const body = createElement(PreviewPage, { programmeId, protocol, questionnaire })
  return { kind: 'page', title: `Preview: ${questionnaire.title}`, body }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/preview',
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    handle: showList,
  }),
  route({
    method: 'GET',
    path: '/programmes/:programme/preview/:stage/:role',
    who: ['lead'],
    params: previewParams,
    input: nothing,
    handle: showPreview,
  }),
]
