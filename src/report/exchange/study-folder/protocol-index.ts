/** The protocol made ready for looking things up row by row. */
import type {
  Characteristic,
  Item,
  Measure,
  Protocol,
  QuestionnaireStep,
  RoleId,
} from '../../../protocol/model.ts'
import { domainsOf, questionnairesOf, scaleOf } from '../../../protocol/rules.ts'

export type ScaleIndex = { readonly values: ReadonlySet<number>; readonly label: string }

export type ProtocolIndex = {
  readonly stages: readonly string[]
  readonly phases: readonly string[]
  readonly measures: ReadonlyMap<string, Measure>
  readonly measureIds: readonly string[]
  readonly items: ReadonlyMap<string, Item>
  readonly characteristics: readonly Characteristic[]
  readonly domainsOf: (measure: Measure) => readonly string[]
  readonly scaleOf: (measure: Measure) => ScaleIndex
  /** Whether a questionnaire of this stage asks this measure or item of this role. */
  readonly isAsked: (role: RoleId, stage: number, id: string) => boolean
}

export const indexProtocol = (protocol: Protocol): ProtocolIndex => {
  const questionnaires = questionnairesOf(protocol)
  const asked = new Set(questionnaires.flatMap(askedKeys))
  const scales = byMeasure(protocol, (measure) => indexScale(scaleOf(protocol, measure).anchors))
  const domains = byMeasure(protocol, (measure) => domainsOf(protocol, measure))
  return {
    stages: distinct(questionnaires.map((step) => String(step.stage))),
    phases: distinct(protocol.steps.map((step) => String(step.phase))),
    measures: new Map(protocol.measures.map((measure) => [measure.id, measure])),
    measureIds: protocol.measures.map((measure) => measure.id),
    items: new Map(protocol.items.map((item) => [item.id, item])),
    characteristics: protocol.characteristics,
    domainsOf: domains,
    scaleOf: scales,
    isAsked: (role, stage, id) => asked.has(keyOf(role, stage, id)),
  }
}

/** Looked up once per measure, not once per row. */
const byMeasure = <T>(protocol: Protocol, find: (measure: Measure) => T) => {
  const found = new Map(protocol.measures.map((measure) => [measure.id, find(measure)]))
  return (measure: Measure): T => found.get(measure.id) ?? find(measure)
}

const keyOf = (role: string, stage: number, id: string): string => `${role} ${stage} ${id}`

const askedKeys = (step: QuestionnaireStep): readonly string[] =>
  Object.entries(step.asks).flatMap(([role, { measures, items }]) =>
    [...measures, ...items].map((id) => keyOf(role, step.stage, id)),
  )

const indexScale = (anchors: readonly { readonly value: number }[]): ScaleIndex => {
  const values = anchors.map((anchor) => anchor.value)
  return { values: new Set(values), label: `${Math.min(...values)} to ${Math.max(...values)}` }
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]
