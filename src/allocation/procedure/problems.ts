/** Why something could not be done with a draw, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { listed } from '../../protocol/wording/words.ts'
import type { InputsProblem, UnknownProgramme } from './actions.ts'
import type {
  AgainProblem,
  DrawingProblem,
  GivingProblem,
  Hindrance,
  LockProblem,
  ReopenProblem,
} from './rules.ts'
import { type ReasonProblem, reasonLength, type ValueProblem, valueLength } from './typed-texts.ts'

/** The draw is made once, so whoever presses says first that they mean it. */
export type UnconfirmedProblem = { readonly kind: 'allocation.not_confirmed' }

export type ProcedureProblem =
  | Hindrance
  | LockProblem
  | ReopenProblem
  | GivingProblem
  | ValueProblem
  | DrawingProblem
  | AgainProblem
  | ReasonProblem
  | InputsProblem
  | UnconfirmedProblem
  | UnknownProgramme
  | RepeatedKeyProblem

export const sentenceOfProcedureProblem = (problem: ProcedureProblem): string =>
  problem.kind === 'allocation.reason_names_somebody'
    ? `The reason stands in the certificate, so it must name nobody who takes part. Write it without ${listed(problem.words.map((word) => `“${word}”`))}`
    : sentences[problem.kind]

const sentences: Readonly<
  Record<Exclude<ProcedureProblem['kind'], 'allocation.reason_names_somebody'>, string>
> = {
  'programme.unknown': 'This programme does not exist any more. Go to the start page.',
  'programme.not_open':
    'The programme is not open yet, so nobody has said with whom they would be paired. Its lead opens it, and invites the people.',
  'programme.closed': 'The programme is closed. Nothing can be drawn any more.',
  'allocation.not_in_protocol':
    'The protocol of this programme has no allocation, so nothing is drawn here. Its lead can add the step on the page of the stages.',
  'allocation.imported':
    'The pairs of this programme came with the study that was imported. They were not drawn here, so there is no certificate.',
  'allocation.under_way': 'A draw is under way. Look at how far it is, and go on from there.',
  'allocation.published':
    'The pairs are published, and everybody knows their own partner. Another draw is only made after somebody has left or a pair has ended.',
  'allocation.no_mentors':
    'Nobody who would be asked for their willingness has agreed to take part yet. The lead invites people, and sees who has replied.',
  'allocation.no_mentees':
    'Nobody who would be paired with them has agreed to take part yet. The lead invites people, and sees who has replied.',
  'allocation.not_under_way':
    'This draw is not under way any more. Look at how the allocation stands, and go on from there.',
  'allocation.drawn_already': 'The draw has been made. Look at what to do next.',
  'allocation.lead_opens_again': 'The lead of the programme opens the willingness again.',
  'allocation.no_role':
    'Another draw is asked for by the lead or the facilitator of the programme. You are neither any more.',
  'allocation.not_your_role':
    'Choose whether you give the value as lead or as facilitator: a role that you have in this programme',
  'allocation.value_is_there':
    'Somebody has given this value a moment ago. Look at what is missing now.',
  'allocation.same_person':
    'You have given one of the two values already. The other one comes from another person.',
  'allocation.value_length': `The value must have ${valueLength.least} to ${valueLength.most} characters`,
  'allocation.value_characters':
    'The value must be one line of characters that can be seen: letters, digits, punctuation and spaces',
  'allocation.values_missing': 'Both values must be there before the draw can be made.',
  'allocation.not_all_can_be_paired':
    'Not everybody can be paired, so no value can be given. The lead opens the willingness again.',
  'allocation.somebody_left':
    'Somebody who is in this draw has left the programme, so it cannot be made. Open the willingness again and close it without them; of another draw, drop the request and ask for it anew.',
  'allocation.not_confirmed': 'Tick the box to say that you want to draw now',
  'allocation.nothing_drawn': 'Nothing has been drawn yet, so there is nothing to draw again.',
  'allocation.reason_length': `The reason must have ${reasonLength.least} to ${reasonLength.most} characters`,
  'allocation.reason_characters':
    'The reason must consist of characters that can be seen: letters, digits, punctuation and spaces',
  'request.key_used_otherwise':
    'This form was sent before with other content. Look at how the allocation stands, then send it again.',
}
