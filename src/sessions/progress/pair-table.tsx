/** A row for each pair: how far it has come on its way, by its label alone. */
import type { ReactNode } from 'react'
import { ResponsiveTable } from '../../web/components/responsive-table.tsx'
import { Tag, type TagColour } from '../../web/components/tag.tsx'
import type { PairPoint, PairProgress } from './model.ts'

type Look = readonly [text: string, colour: TagColour]

const agreements = {
  both: ['Both agreed', 'green'],
  not_yet: ['Not yet', 'grey'],
  not_asked: ['Not asked', 'white'],
} as const satisfies Record<PairProgress['agreement'], Look>

const plannings = {
  none: ['No times yet', 'grey'],
  proposed: ['Times proposed', 'blue'],
  planned: ['Planned', 'green'],
  passed: ['Was planned, not recorded yet', 'orange'],
} as const satisfies Record<PairProgress['planning'], Look>

const points = {
  agree: ['To agree', 'blue'],
  plan: ['To plan', 'blue'],
  meet: ['To meet', 'blue'],
  record: ['To record', 'orange'],
  done: ['Done', 'green'],
  ended: ['Ended', 'white'],
} as const satisfies Record<PairPoint, Look>

const tag = ([text, colour]: Look): ReactNode => <Tag colour={colour}>{text}</Tag>

type Props = { readonly progress: readonly PairProgress[]; readonly sessionsPerPair: number }

export const PairTable = ({ progress, sessionsPerPair }: Props) => (
  <ResponsiveTable
    caption="Where each pair is"
    headers={['Pair', 'Ground rules', 'Next session', 'Sessions held', 'Now']}
    rows={progress.map((pair) => [pair.label, ...cells(pair, sessionsPerPair)])}
  />
)

/** Of a pair that has ended nothing more is shown. */
const cells = (
  { point, agreement, planning, held }: PairProgress,
  sessionsPerPair: number,
): readonly ReactNode[] => {
  if (point === 'ended') return ['–', '–', '–', tag(points.ended)]
  const next = point === 'done' ? '–' : tag(plannings[planning])
  return [tag(agreements[agreement]), next, `${held} of ${sessionsPerPair}`, tag(points[point])]
}
