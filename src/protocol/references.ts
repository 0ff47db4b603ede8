/** Does a protocol of the right shape also hold together? Every id must lead somewhere, every step have what it needs. */
import { overallDomain, type Protocol, roleIds, type Step, totalDomain } from './model.ts'
import type { ProtocolFault } from './problems.ts'

type Faults = readonly ProtocolFault[]

/** Columns of participants.csv that stand before the characteristics. */
const participantColumns = ['participant', 'role', 'supervisor', 'left_after_phase']
const summaryDomains = [overallDomain, totalDomain]

const repeated = (values: readonly string[], pathOf: (index: number) => string): Faults =>
  values.flatMap((value, index) => {
    const first = values.indexOf(value)
    if (first === index) return []
    return [{ kind: 'repeated', path: pathOf(index), value, firstPath: pathOf(first) }]
  })

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map((entry) => entry.id)

const collections = ['domains', 'scales', 'measures', 'items', 'characteristics', 'steps'] as const

const repeatedIds = (protocol: Protocol): Faults =>
  collections.flatMap((name) => repeated(idsOf(protocol[name]), (index) => `${name}[${index}].id`))

/** Measures and items of a step are told apart by their ids alone. */
const sharedIds = ({ measures, items }: Protocol): Faults =>
  items.flatMap(({ id }, index) => {
    const first = idsOf(measures).indexOf(id)
    if (first < 0) return []
    const firstPath = `measures[${first}].id`
    return [{ kind: 'repeated', path: `items[${index}].id`, value: id, firstPath }]
  })

const reservedIds = (
  name: 'domains' | 'characteristics',
  ids: readonly string[],
  reserved: readonly string[],
): Faults =>
  ids.flatMap((id, index) =>
    reserved.includes(id) ? [{ kind: 'reserved', path: `${name}[${index}].id`, id }] : [],
  )

const notGreater = (path: string, value: number, than: number): Faults =>
  value > than ? [] : [{ kind: 'not_greater', path, value, than }]

const ascending = (values: readonly number[], pathOf: (index: number) => string): Faults =>
  values.flatMap((value, index) => {
    const before = values[index - 1]
    return before === undefined ? [] : notGreater(pathOf(index), value, before)
  })

const scaleFaults = (protocol: Protocol): Faults =>
  protocol.scales.flatMap((scale, index) =>
    ascending(
      scale.anchors.map((anchor) => anchor.value),
      (anchor) => `scales[${index}].anchors[${anchor}].value`,
    ),
  )

const measureFaults = (protocol: Protocol): Faults => {
  const scales = idsOf(protocol.scales)
  return protocol.measures.flatMap(({ id, scale, retrospectiveOf }, index) => {
    const path = `measures[${index}]`
    const others = idsOf(protocol.measures).filter((other) => other !== id)
    const asked = retrospectiveOf === undefined ? [] : [retrospectiveOf]
    return [
      ...unknownIds([scale], { among: 'scales', known: scales, pathOf: () => `${path}.scale` }),
      ...unknownIds(asked, {
        among: 'measures',
        known: others,
        pathOf: () => `${path}.retrospectiveOf`,
      }),
    ]
  })
}

const choiceFaults = (protocol: Protocol): Faults =>
  (['items', 'characteristics'] as const).flatMap((name) =>
    protocol[name].flatMap((entry, index) =>
      'options' in entry
        ? repeated(
            entry.options.map((option) => option.value),
            (option) => `${name}[${index}].options[${option}].value`,
          )
        : [],
    ),
  )

const rangeFaults = (protocol: Protocol): Faults =>
  protocol.items.flatMap((item, index) =>
    item.kind === 'number' ? notGreater(`items[${index}].max`, item.max, item.min) : [],
  )

type Place = {
  readonly among: 'scales' | 'measures' | 'items'
  readonly known: readonly string[]
  readonly pathOf: (index: number) => string
}

const unknownIds = (ids: readonly string[], { among, known, pathOf }: Place): Faults =>
  ids.flatMap((id, index) =>
    known.includes(id) ? [] : [{ kind: 'unknown_id', path: pathOf(index), among, id }],
  )

/** What one step asks: known ids, each once, items only of the roles they are for. */
const askingFaults = (protocol: Protocol, step: Step, stepPath: string): Faults => {
  if (step.kind !== 'questionnaire') return []
  return roleIds.flatMap((role) => {
    const asked = step.asks[role] ?? { measures: [], items: [] }
    const path = `${stepPath}.asks.${role}`
    const misplaced = asked.items.flatMap((id, index): Faults => {
      const item = protocol.items.find((each) => each.id === id)
      if (item === undefined || item.roles.includes(role)) return []
      return [{ kind: 'item_not_for_role', path: `${path}.items[${index}]`, item: id, role }]
    })
    const listed = (['measures', 'items'] as const).flatMap((among) => {
      const pathOf = (index: number) => `${path}.${among}[${index}]`
      const known = idsOf(protocol[among])
      return [
        ...unknownIds(asked[among], { among, known, pathOf }),
        ...repeated(asked[among], pathOf),
      ]
    })
    return [...listed, ...misplaced]
  })
}

const needOf = (step: Step, earlier: readonly Step[]): string | null => {
  const isAsked = earlier.some((each) => each.kind === 'questionnaire' && each.willingness)
  if (step.kind === 'allocation' && !isAsked) return 'a questionnaire that asks for willingness'
  const isDrawn = earlier.some((each) => each.kind === 'allocation')
  return step.kind === 'session' && !isDrawn ? 'an allocation' : null
}

const stepFaults = (protocol: Protocol): Faults =>
  protocol.steps.flatMap((step, index) => {
    const path = `steps[${index}]`
    const needs = needOf(step, protocol.steps.slice(0, index))
    const early: Faults = needs === null ? [] : [{ kind: 'too_early', path, needs }]
    const asksNobody = step.kind === 'questionnaire' && step.willingness && !step.asks.mentor
    const unasked: Faults = asksNobody
      ? [{ kind: 'willingness_without_mentors', path: `${path}.willingness` }]
      : []
    return [...early, ...unasked, ...askingFaults(protocol, step, path)]
  })

const stageFaults = (protocol: Protocol): Faults => {
  const staged = protocol.steps.flatMap((step, index) =>
    'stage' in step ? [{ stage: step.stage, path: `steps[${index}].stage` }] : [],
  )
  const pathOf = (index: number) => staged[index]?.path ?? ''
  const once = repeated(
    staged.map(({ stage }) => String(stage)),
    pathOf,
  )
  if (once.length > 0) return once
  return ascending(
    staged.map(({ stage }) => stage),
    pathOf,
  )
}

type Comparison = Protocol['comparisons'][number]

/** A planned comparison needs the same measure, asked of the same people, at both of its stages. */
const comparedStageFaults = (
  protocol: Protocol,
  { role, measure, ...stages }: Comparison,
  path: string,
): Faults =>
  (['from', 'to'] as const).flatMap((end): Faults => {
    const stage = stages[end]
    const step = protocol.steps.find((each) => 'stage' in each && each.stage === stage)
    if (!step) return [{ kind: 'unknown_stage', path: `${path}.${end}`, stage }]
    const asked = step.kind === 'questionnaire' ? step.asks[role]?.measures : []
    if (asked?.includes(measure)) return []
    return [{ kind: 'measure_not_asked', path: `${path}.${end}`, measure, role, stage }]
  })

const comparisonFaults = (protocol: Protocol): Faults => {
  const known = idsOf(protocol.measures)
  return protocol.comparisons.flatMap((comparison, index) => {
    const path = `comparisons[${index}]`
    const pathOf = () => `${path}.measure`
    const unknown = unknownIds([comparison.measure], { among: 'measures', known, pathOf })
    if (unknown.length > 0) return unknown
    return [
      ...comparedStageFaults(protocol, comparison, path),
      ...notGreater(`${path}.to`, comparison.to, comparison.from),
    ]
  })
}

const repeatedComparisons = (protocol: Protocol): Faults =>
  repeated(
    protocol.comparisons.map(({ role, measure, from, to }) => `${role} ${measure} ${from}–${to}`),
    (index) => `comparisons[${index}]`,
  )

/** Either one mentor has several mentees, or the reverse: with both, a pair is no unit that could be drawn. */
const capacityFaults = ({ rules }: Protocol): Faults =>
  rules.menteesPerMentor === undefined || rules.mentorsPerMentee === undefined
    ? []
    : [{ kind: 'both_capacities', path: 'rules.mentorsPerMentee' }]

const checks: readonly ((protocol: Protocol) => Faults)[] = [
  repeatedIds,
  sharedIds,
  ({ domains }) => reservedIds('domains', idsOf(domains), summaryDomains),
  ({ characteristics }) =>
    reservedIds('characteristics', idsOf(characteristics), participantColumns),
  scaleFaults,
  measureFaults,
  choiceFaults,
  rangeFaults,
  stageFaults,
  stepFaults,
  comparisonFaults,
  repeatedComparisons,
  capacityFaults,
]

export const referenceFaults = (protocol: Protocol): Faults =>
  checks.flatMap((check) => check(protocol))
