/** Strengths against areas for improvement: how many points and words stand where. */
import type { DocumentText } from '../model.ts'

type Side = 'strengths' | 'improvement' | 'other'

export type DomainBalance = {
  readonly label: string
  readonly side: Side
  readonly points: number
  readonly words: number
}

export type Balance = {
  readonly domains: readonly DomainBalance[]
  /** Points. Null: the protocol has no such domain. */
  readonly strengths: number | null
  readonly improvement: number | null
}

/** The protocol marks neither: they are known by what they are called. */
const sideOf = (domain: string, label: string): Side => {
  const named = `${domain} ${label}`
  if (/strength/i.test(named)) return 'strengths'
  return /improve/i.test(named) ? 'improvement' : 'other'
}

const wordsIn = (points: readonly string[]): number =>
  points.join(' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0

export const balanceOf = (text: DocumentText): Balance => {
  const domains = text.domains.map(({ domain, label, points }) => ({
    label,
    side: sideOf(domain, label),
    points: points.length,
    words: wordsIn(points),
  }))
  const pointsOf = (wanted: Side): number | null => {
    const own = domains.filter(({ side }) => side === wanted)
    return own.length === 0 ? null : own.reduce((sum, { points }) => sum + points, 0)
  }
  return { domains, strengths: pointsOf('strengths'), improvement: pointsOf('improvement') }
}

/** Null: the protocol has not both. */
export const balanceSentence = ({ strengths, improvement }: Balance): string | null => {
  if (strengths === null || improvement === null) return null
  if (strengths + improvement === 0)
    return 'There is no point yet about strengths or about what could be better.'
  const ratio = `Strengths to areas for improvement: ${strengths} to ${improvement}.`
  return `${ratio} ${adviceOn(strengths, improvement)}`
}

const adviceOn = (strengths: number, improvement: number): string => {
  if (strengths === 0) return 'Nothing says yet what goes well. Look in the notes for it.'
  if (improvement === 0) return 'Nothing says yet what could be better. Look in the notes for it.'
  if (improvement > 2 * strengths)
    return 'More than twice as much is about what could be better. Is what goes well said?'
  if (strengths > 2 * improvement)
    return 'More than twice as much is about what goes well. Is what could be better said?'
  return 'Both sides are heard.'
}
