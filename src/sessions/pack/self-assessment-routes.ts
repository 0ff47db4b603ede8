/** A mentee's doors to what they think of themselves, before and after they read what the group says. */
import { createElement } from 'react'
import * as z from 'zod'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { type Reply, type Route, route } from '../../web/route.ts'
import { hasDocument } from '../preparation/preparation-words.ts'
import { writePart } from './actions.ts'
import { programmeAddress } from './addresses.ts'
import type { LoadedPack } from './load-pack.ts'
import { type PackContext, packParams, who, withPack } from './pack-context.ts'
import {
  NoDocumentPage,
  SelfAssessmentPage,
  selfAssessmentTitle,
} from './pages/self-assessment.tsx'
import { SideBySidePage, sideBySideTitle } from './pages/side-by-side.tsx'
import { ClosedPage } from './pages/standing.tsx'
import { sentenceOfPackProblem } from './problems.ts'
import {
  decideSelfAssessment,
  ratingField,
  type SelfAssessmentProblem,
  sentenceField,
  type TypedView,
  typedViews,
  viewsToType,
} from './self-assessment-rules.ts'

type Shown = { readonly views: readonly TypedView[]; readonly error: FieldError | null }

const formPage = (
  { newKey }: PackContext,
  { programme }: LoadedPack,
  { views, error }: Shown,
): Reply => {
  const props = { programme, views, error, idempotencyKey: newKey() }
  const body = createElement(SelfAssessmentPage, props)
  const status = error === null ? 200 : 422
  return { kind: 'page', title: selfAssessmentTitle, body, status }
}

const own = 'pack/self-assessment'

const show = (context: PackContext): Promise<Reply> =>
  withPack(context, (loaded) => {
    const { programme, pack, feedback, selfAssessment } = loaded
    const title = feedback.hasOpened ? sideBySideTitle : selfAssessmentTitle
    if (!hasDocument(programme.protocol)) {
      return { kind: 'page', title, body: createElement(NoDocumentPage, { programme }) }
    }
    if (pack.kind !== 'open') {
      const closed = { programme, title, kind: pack.kind, to: own }
      return { kind: 'page', title, body: createElement(ClosedPage, closed) }
    }
    if (feedback.hasOpened) {
      return { kind: 'page', title, body: createElement(SideBySidePage, { loaded }) }
    }
    const views = viewsToType(programme.protocol, selfAssessment)
    return formPage(context, loaded, { views, error: null })
  })

const errorOf = (problem: SelfAssessmentProblem, views: readonly TypedView[]): FieldError => {
  const text = sentenceOfPackProblem(problem)
  const first = views[0]?.domain ?? ''
  return problem.kind === 'self_assessment.empty'
    ? { text, fieldId: ratingField(first) }
    : { text, fieldId: sentenceField(problem.domain) }
}

/** A field for each domain's answer and one for its sentence. */
const sent = z.looseObject({ idempotencyKey: z.uuid() })

const save = (context: PackContext<z.infer<typeof sent>>): Promise<Reply> =>
  withPack(context, async (loaded) => {
    const { programme, owner, feedback } = loaded
    const onwards = (page: string): Reply => ({
      kind: 'redirect',
      to: programmeAddress(programme.programmeId, page),
    })
    const views = typedViews(programme.protocol, context.input)
    const decided = decideSelfAssessment(views)
    if (!decided.ok) {
      return formPage(context, loaded, { views, error: errorOf(decided.problem, views) })
    }
    const json = JSON.stringify(decided.value)
    const writing = { owner, token: context.signInToken, part: 'self_assessment', json } as const
    const saved = await writePart(context.scope, writing)
    if (saved.ok) return onwards(feedback.isDue ? 'feedback' : 'pack')
    if (saved.problem.kind === 'pack.document_opened') return onwards(own)
    return formPage(context, loaded, {
      views,
      error: { text: sentenceOfPackProblem(saved.problem) },
    })
  })

const common = { path: `/programmes/:programme/${own}`, who, params: packParams }

export const routes: readonly Route[] = [
  route({ ...common, method: 'GET', input: z.object({}), handle: show }),
  route({ ...common, method: 'POST', input: sent, handle: save }),
]
