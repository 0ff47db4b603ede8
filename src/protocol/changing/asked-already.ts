/**
 * What was asked once stays in the protocol: answers refer to it. A later version may reword and add, and may stop
 * asking; it may not take away what an answer needs in order to be read.
 */
import type { Protocol, Step } from '../model.ts'

export type TakenAway = { readonly id: string; readonly label: string }

const kept = ['domains', 'measures', 'items', 'characteristics'] as const

type Entry = Protocol[(typeof kept)[number]][number]

/** How an answer to it is to be read; where this changes, earlier answers would mean something else. */
const formOf = (entry: Entry): string => {
  if ('answered' in entry) return `${entry.answered} ${entry.scale}`
  return 'kind' in entry ? entry.kind : ''
}

const valuesOf = (entry: Entry): readonly string[] =>
  'options' in entry ? entry.options.map(({ value }) => value) : []

const isKept = (entry: Entry, next: readonly Entry[]): boolean => {
  const same = next.find(({ id }) => id === entry.id)
  if (same === undefined || formOf(same) !== formOf(entry)) return false
  const values = new Set(valuesOf(same))
  return valuesOf(entry).every((value) => values.has(value))
}

/** The first thing that answers may refer to and that is not there, or not in the same form, any more. */
export const firstTakenAway = (asked: Protocol, next: Protocol): TakenAway | null => {
  for (const collection of kept) {
    const gone = asked[collection].find((entry) => !isKept(entry, next[collection]))
    if (gone !== undefined) return { id: gone.id, label: gone.label }
  }
  return anchorTakenAway(asked, next) ?? stageTakenAway(asked, next)
}

const anchorTakenAway = (asked: Protocol, next: Protocol): TakenAway | null => {
  for (const { id, anchors } of asked.scales) {
    const values = next.scales.find((scale) => scale.id === id)?.anchors.map(({ value }) => value)
    const gone = anchors.find(({ value }) => values?.includes(value) !== true)
    if (gone !== undefined) return { id, label: gone.label }
  }
  return null
}

const stagesOf = ({ steps }: Protocol): readonly Extract<Step, { stage: number }>[] =>
  steps.filter((step) => 'stage' in step)

const stageTakenAway = (asked: Protocol, next: Protocol): TakenAway | null => {
  const gone = stagesOf(asked).find(
    (step) => !stagesOf(next).some(({ stage, id }) => stage === step.stage && id === step.id),
  )
  return gone === undefined ? null : { id: gone.id, label: gone.title }
}
