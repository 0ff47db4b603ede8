import type { Measure } from '../../../protocol/model.ts'
import type { Score } from '../../study.ts'
import { type Answering, type Known, onceOnly, readAnswering } from './answering.ts'
import { oneOf, wholeNumber } from './cells.ts'
import type { ProtocolIndex, ScaleIndex } from './protocol-index.ts'
import type { Cells, Table } from './table.ts'

export const scoreColumns = ['participant', 'role', 'stage', 'measure', 'domain', 'score'] as const

/** A question that was not answered has no row: an empty score is an error, not a missing value. */
export const readScores = (table: Table, known: Known): readonly Score[] => {
  const isNew = onceOnly('the score of this participant, stage, measure and domain')
  return table.read((cells) => {
    const answering = readAnswering(cells, known)
    const measure = readMeasure(cells, known.protocol)
    if (measure === null) return null
    const domain = oneOf(cells, 'domain', known.protocol.domainsOf(measure))
    const score = readScore(cells, known.protocol.scaleOf(measure))
    if (answering === null || domain === null) return null
    const isAsked = checkAsked(cells, answering, { measure, protocol: known.protocol })
    const { participant, stage } = answering
    const isFirst = isNew(cells, 'score', `${participant}\n${stage}\n${measure.id}\n${domain}`)
    if (score === null || !isAsked || !isFirst) return null
    return { ...answering, measure: measure.id, domain, score }
  })
}

const readMeasure = (cells: Cells, protocol: ProtocolIndex): Measure | null => {
  const id = oneOf(cells, 'measure', protocol.measureIds)
  return id === null ? null : (protocol.measures.get(id) ?? null)
}

const readScore = (cells: Cells, scale: ScaleIndex): number | null => {
  if (cells.at('score') === '') {
    return cells.wrong('score', 'the cell is empty; leave out the row of a question not answered')
  }
  const score = wholeNumber(cells, 'score')
  if (score === null || scale.values.has(score)) return score
  return cells.wrong('score', `${score} is not on the scale from ${scale.label}`)
}

const checkAsked = (
  cells: Cells,
  { role, stage }: Answering,
  { measure, protocol }: { readonly measure: Measure; readonly protocol: ProtocolIndex },
): boolean => {
  if (protocol.isAsked(role, stage, measure.id)) return true
  cells.wrong('measure', `${measure.id} is not asked of a ${role} at stage ${stage}`)
  return false
}
