/** A self-assessment from its form, and beside what the group says. */
import type { DocumentText } from '../../interview/documents/model.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { codePointLength } from '../../lib/text.ts'
import type { Protocol } from '../../protocol/model.ts'
import { anchors } from './anchors.ts'
import type { SelfAssessment, SelfView } from './model.ts'

export const longestSentence = 500

/** As it stands in the form, for each domain. */
export type TypedView = {
  readonly domain: string
  readonly label: string
  /** Empty: left out. */
  readonly rating: string
  readonly sentence: string
}

export const ratingField = (domain: string): string => `rating-${domain}`
export const sentenceField = (domain: string): string => `sentence-${domain}`

type Domains = Pick<Protocol, 'domains'>
type Sent = Readonly<Record<string, unknown>>

const textIn = (form: Sent, field: string): string => {
  const sent = form[field]
  return typeof sent === 'string' ? sent : ''
}

export const typedViews = ({ domains }: Domains, form: Sent): readonly TypedView[] =>
  domains.map(({ id, label }) => ({
    ...{ domain: id, label },
    rating: textIn(form, ratingField(id)),
    sentence: textIn(form, sentenceField(id)).trim(),
  }))

/** What was written before, or empty fields. */
export const viewsToType = (
  { domains }: Domains,
  before: SelfAssessment | null,
): readonly TypedView[] =>
  domains.map(({ id, label }) => {
    const view = before?.views.find(({ domain }) => domain === id)
    const rating = String(view?.rating ?? '')
    return { domain: id, label, rating, sentence: view?.sentence ?? '' }
  })

export type SelfAssessmentProblem =
  | { readonly kind: 'self_assessment.empty' }
  | {
      readonly kind: 'self_assessment.sentence_too_long'
      readonly domain: string
      readonly label: string
    }

export const decideSelfAssessment = (
  typed: readonly TypedView[],
): Result<SelfAssessment, SelfAssessmentProblem> => {
  const views = typed.map(viewOf)
  const long = views.find(({ sentence }) => codePointLength(sentence) > longestSentence)
  if (long !== undefined) {
    const { domain, label } = long
    return fail({ kind: 'self_assessment.sentence_too_long', domain, label })
  }
  const isEmpty = views.every(({ rating, sentence }) => rating === null && sentence === '')
  return isEmpty ? fail({ kind: 'self_assessment.empty' }) : ok({ views })
}

const viewOf = ({ rating, ...view }: TypedView): SelfView => ({
  ...view,
  rating: anchors.find(({ value }) => String(value) === rating)?.value ?? null,
})

/** One domain: what the mentee thought, and what the group says. */
export type SideBySide = {
  readonly label: string
  readonly rating: number | null
  readonly sentence: string
  /** Null: their document is not shown to them. */
  readonly points: readonly string[] | null
}

type Compared = {
  readonly protocol: Domains
  readonly assessment: SelfAssessment | null
  /** Null: it is not shown to them. */
  readonly document: DocumentText | null
}

/** In the protocol's order; what was said about domains that it had before comes last. */
export const sideBySide = ({ protocol, assessment, document }: Compared): readonly SideBySide[] => {
  const labels = new Map([
    ...protocol.domains.map(({ id, label }) => [id, label] as const),
    ...(assessment?.views ?? []).map(({ domain, label }) => [domain, label] as const),
    ...(document?.domains ?? []).map(({ domain, label }) => [domain, label] as const),
  ])
  return [...labels].map(([id, label]) => {
    const view = assessment?.views.find(({ domain }) => domain === id)
    const said = document?.domains.find(({ domain }) => domain === id)
    const [rating, sentence] = [view?.rating ?? null, view?.sentence ?? '']
    const points = document === null ? null : (said?.points ?? [])
    return { label, rating, sentence, points }
  })
}
