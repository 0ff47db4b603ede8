/** What of a study is shown to people who took part, or who think about it: nothing that rests on fewer than k people. */
import type { RoleId, Step } from '../../protocol/model.ts'
import type { Comparison, ItemSummary, TallyEntry } from '../analysis.ts'
import type { Reported } from '../reported.ts'
import { isWhole } from '../words.ts'
import { type MergedCells, mergeSmallCells } from './merge-small-cells.ts'

/** A planned comparison of a group: its total or overall score, and the domains below it. */
export type ShownComparison = {
  readonly whole: Comparison
  /** From the last stage to a follow-up: whether what changed has lasted. */
  readonly isFollowUp: boolean
  readonly domains: readonly Comparison[]
}

/** A choice asked after the session. `cells`: null where the answers were too mixed to tell any of them. */
export type ShownItem = Pick<ItemSummary, 'role' | 'stage' | 'item' | 'n'> & {
  readonly cells: MergedCells | null
}

export type ShownResults = {
  readonly k: number
  readonly groups: readonly { readonly role: RoleId; readonly n: number }[]
  /** `n`: sessions. Null: fewer than k pairs met and said for how long. */
  readonly sessions: { readonly n: number; readonly median: number } | null
  readonly comparisons: readonly ShownComparison[]
  readonly items: readonly ShownItem[]
  readonly themes: readonly TallyEntry[]
}

export const shownResults = (reported: Reported, k: number): ShownResults => ({
  k,
  groups: Object.values(reported.analysis.participants).filter(({ n }) => n >= k),
  sessions: shownSessions(reported, k),
  comparisons: shownComparisons(reported, k),
  items: shownItems(reported, k),
  themes: reported.analysis.tally.filter(({ people }) => people >= k),
})

/** There is something that was found out, and not only who took part. */
export const hasFindings = ({ sessions, comparisons, items, themes }: ShownResults): boolean =>
  sessions !== null || comparisons.length + items.length + themes.length > 0

/** A pair that met several times is two people all the same: pairs count, and not sessions. */
const shownSessions = ({ study, analysis }: Reported, k: number): ShownResults['sessions'] => {
  const timed = study.sessions.filter(({ durationMinutes }) => durationMinutes !== null)
  const pairs = new Set(timed.map(({ pair }) => pair)).size
  const { n, median } = analysis.sessions
  return pairs < k || median === null ? null : { n, median }
}

const shownComparisons = ({ study, analysis }: Reported, k: number): readonly ShownComparison[] => {
  const lines = analysis.comparisons.filter(({ pairs }) => pairs >= k)
  return lines
    .filter(({ domain }) => isWhole(domain))
    .map((whole) => ({
      whole,
      isFollowUp: study.protocol.steps.some(
        (step) => isFollowUp(step) && 'stage' in step && step.stage === whole.to,
      ),
      domains: lines.filter((line) => !isWhole(line.domain) && isSamePlan(line, whole)),
    }))
}

const isSamePlan = (one: Comparison, other: Comparison): boolean =>
  one.role === other.role &&
  one.measure === other.measure &&
  one.from === other.from &&
  one.to === other.to

/** What is said in a follow-up has a page of its own, since more can be told from it than from other answers. */
const isFollowUp = (step: Step): boolean =>
  step.kind === 'questionnaire' && step.followUpMonths !== undefined

/** Where the protocol has no session, nothing is asked after it. */
const shownItems = ({ study, analysis }: Reported, k: number): readonly ShownItem[] => {
  const { steps } = study.protocol
  const session = steps.findIndex(({ kind }) => kind === 'session')
  if (session === -1) return []
  const after = steps
    .slice(session)
    .flatMap((step) => ('stage' in step && !isFollowUp(step) ? [step.stage] : []))
  return analysis.items.flatMap((item) => {
    if (item.kind !== 'single_choice' || item.n < k || !after.includes(item.stage)) return []
    const { role, stage, item: id, n, options } = item
    return [{ role, stage, item: id, n, cells: mergeSmallCells(options, k) }]
  })
}
