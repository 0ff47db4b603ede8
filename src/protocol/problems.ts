/** What can be wrong with a protocol file, and the sentence that says so. */
import type { RoleId } from './model.ts'

/** One mistake in a protocol. `path` leads to it: `steps[3].asks.mentor.measures[1]`. */
export type ProtocolFault = { readonly path: string } & (
  | { readonly kind: 'missing'; readonly expected: string }
  | { readonly kind: 'unfit'; readonly expected: string; readonly found: string }
  | { readonly kind: 'unknown_field' }
  | { readonly kind: 'unknown_id'; readonly among: string; readonly id: string }
  | { readonly kind: 'repeated'; readonly value: string; readonly firstPath: string }
  | { readonly kind: 'reserved'; readonly id: string }
  | { readonly kind: 'not_greater'; readonly value: number; readonly than: number }
  | { readonly kind: 'item_not_for_role'; readonly item: string; readonly role: RoleId }
  | { readonly kind: 'unknown_stage'; readonly stage: number }
  | MeasureNotAsked
  | { readonly kind: 'willingness_without_mentors' }
  | { readonly kind: 'too_early'; readonly needs: string }
  | { readonly kind: 'both_capacities' }
)

type MeasureNotAsked = {
  readonly kind: 'measure_not_asked'
  readonly measure: string
  readonly role: RoleId
  readonly stage: number
}

export type ProtocolProblem =
  | { readonly kind: 'protocol.not_json'; readonly line: number; readonly column: number }
  | { readonly kind: 'protocol.faulty'; readonly faults: readonly ProtocolFault[] }

export type BuiltInProtocolProblem =
  | ProtocolProblem
  | { readonly kind: 'protocol.not_found'; readonly id: string }

const reasonOf = (fault: ProtocolFault): string => {
  switch (fault.kind) {
    case 'missing':
      return `is missing. Give ${fault.expected}.`
    case 'unfit':
      return `is ${fault.found}. Give ${fault.expected}.`
    case 'unknown_field':
      return 'is not a field of the format. Correct its name or remove it.'
    case 'unknown_id':
      return `names “${fault.id}”, which is not in ${fault.among}. Correct the id or add it there.`
    case 'repeated':
      return `repeats “${fault.value}” of ${fault.firstPath}. Keep one of them.`
    case 'reserved':
      return `is “${fault.id}”, a word that the study folder keeps for itself. Choose another id.`
    case 'not_greater':
      return `is ${fault.value}. Give more than ${fault.than}.`
    case 'item_not_for_role':
      return `asks the ${fault.role} “${fault.item}”, whose roles leave the ${fault.role} out. Add the role to the item or remove the item here.`
    case 'unknown_stage':
      return `is stage ${fault.stage}, but no step has that stage. Use the stage of a step.`
    case 'measure_not_asked':
      return `is stage ${fault.stage}, which does not ask the ${fault.role} “${fault.measure}”. Ask it there or choose another stage.`
    case 'willingness_without_mentors':
      return 'asks for willingness, but this step asks mentors nothing. Ask mentors here or set it to false.'
    case 'too_early':
      return `comes too early: it needs ${fault.needs} before it. Move the step.`
    case 'both_capacities':
      return 'stands beside rules.menteesPerMentor. Keep one of them: several mentees for a mentor, or several mentors for a mentee.'
  }
}

export const sentenceOfProtocolFault = (fault: ProtocolFault): string =>
  `${fault.path === '' ? 'The whole file' : fault.path} ${reasonOf(fault)}`

/** One sentence per mistake, one mistake per line. */
export const sentenceOfProtocolProblem = (problem: BuiltInProtocolProblem): string => {
  switch (problem.kind) {
    case 'protocol.not_json':
      return `The protocol is not JSON: it cannot be read from line ${problem.line}, column ${problem.column}. Look there and just before for a missing comma, quote or bracket.`
    case 'protocol.faulty':
      return problem.faults.map(sentenceOfProtocolFault).join('\n')
    case 'protocol.not_found':
      return `There is no built-in protocol “${problem.id}”. Use the name of a file in protocols/ without “.json”.`
  }
}
