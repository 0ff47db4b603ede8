/** Why a change of a protocol was refused, in sentences. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import {
  type ProtocolProblem,
  sentenceOfProtocolFault,
  sentenceOfProtocolProblem,
} from '../problems.ts'

export type ChangeProblem =
  | ProtocolProblem
  | { readonly kind: 'programme.unknown' }
  /** Whoever changed it in the meantime: the form was made from a protocol that is no longer in force. */
  | { readonly kind: 'protocol.changed_meanwhile' }
  /** What people were asked stays: an id that answers may refer to cannot be taken away once a version is locked. */
  | { readonly kind: 'protocol.asked_already'; readonly id: string; readonly label: string }
  /** Progression criteria are set before the programme opens. */
  | { readonly kind: 'protocol.criteria_fixed' }
  /** The rules of a draw stay as they were when what people said in private was closed for it. */
  | { readonly kind: 'protocol.draw_begun' }
  /** Vetoes that were offered once are not taken back. */
  | { readonly kind: 'protocol.vetoes_promised'; readonly vetoes: number }
  /** Whoever answered was promised that counts of fewer people are not shown. */
  | { readonly kind: 'protocol.floor_promised'; readonly floor: number }
  /** The protocol was so already: nothing is stored, and no version is made. */
  | { readonly kind: 'protocol.unchanged' }
  /** What was typed does not fit: a sentence for each field, by its id. */
  | { readonly kind: 'protocol.unfit_fields'; readonly errors: FieldErrors }
  /** A rule of what is edited forbids it, and says why. */
  | { readonly kind: 'protocol.refused'; readonly sentence: string }

export type FieldErrors = Readonly<Record<string, string>>

export const unfit = (errors: FieldErrors) => ({ kind: 'protocol.unfit_fields', errors }) as const

export const refused = (sentence: string) => ({ kind: 'protocol.refused', sentence }) as const

export const sentencesOfChangeProblem = (
  problem: ChangeProblem | RepeatedKeyProblem,
): readonly string[] => {
  switch (problem.kind) {
    case 'protocol.unfit_fields':
      return Object.values(problem.errors)
    case 'protocol.refused':
      return [problem.sentence]
    case 'protocol.faulty':
      return problem.faults.map(sentenceOfProtocolFault)
    case 'protocol.not_json':
      return [sentenceOfProtocolProblem(problem)]
    default:
      return [sentenceOf(problem)]
  }
}

type Refusal = Exclude<
  ChangeProblem | RepeatedKeyProblem,
  { kind: 'protocol.unfit_fields' | 'protocol.refused' | 'protocol.faulty' | 'protocol.not_json' }
>

const sentenceOf = (problem: Refusal): string => {
  switch (problem.kind) {
    case 'programme.unknown':
      return 'This programme does not exist any more. Go to the start page.'
    case 'protocol.changed_meanwhile':
      return 'Somebody changed the protocol while this page was open. Nothing was saved. What you changed is still here, beside what they changed. Look at it, then save again.'
    case 'protocol.asked_already':
      return `“${problem.label}” has been asked, so it stays in the protocol. You can take it out of the stages that are still to come.`
    case 'protocol.criteria_fixed':
      return 'The progression criteria were fixed when the programme opened. They cannot be changed.'
    case 'protocol.floor_promised':
      return `People have answered under the promise that counts of fewer than ${problem.floor} are not shown. That number can be raised, not lowered.`
    case 'protocol.draw_begun':
      return 'The choices are closed for a draw, so the rules of the draw stay as they are. Before pairs are drawn, the choices can be opened again on the page “Allocation”.'
    case 'protocol.vetoes_promised':
      return `People were told that they can have up to ${vetoesInWords(problem.vetoes)}. That number can be raised, not lowered, whether anybody has one or not.`
    case 'protocol.unchanged':
      return 'Nothing was changed.'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Nothing was saved: send it again.'
  }
}

const vetoesInWords = (n: number): string => (n === 1 ? '1 veto' : `${n} vetoes`)
