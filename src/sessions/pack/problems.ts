/** Why something about a reflection pack was not done, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import {
  longestPassphrase,
  type PassphraseProblem,
  shortestPassphrase,
} from './passphrase-rules.ts'
import { type ReflectionProblem, reflectionFields } from './reflection-rules.ts'
import { longestSentence, type SelfAssessmentProblem } from './self-assessment-rules.ts'
import { mostTries } from './tries.ts'

export type SecretName = 'current' | 'passphrase' | 'again' | 'code'

export type PackProblem = {
  readonly kind:
    | 'pack.not_taking_part'
    | 'pack.made_already'
    | 'pack.changed_meanwhile'
    | 'pack.deletion_not_ticked'
    | 'pack.not_open'
    | 'pack.document_opened'
}

/** What was typed does not open it. */
export type UnlockingProblem = {
  readonly kind: 'pack.wrong_passphrase' | 'pack.wrong_code' | 'pack.too_many_tries'
}

/** What can be wrong with a form that asks for a passphrase or a code. */
export type UnlockingFormProblem =
  | PackProblem
  | UnlockingProblem
  | PassphraseProblem
  | RepeatedKeyProblem

type AnyProblem = UnlockingFormProblem | SelfAssessmentProblem | ReflectionProblem

const plain = {
  'pack.not_taking_part': 'You can make a reflection pack while you take part in the programme',
  'pack.made_already': 'You have a reflection pack already. Open it with your passphrase',
  'pack.changed_meanwhile':
    'Your passphrase or your recovery code was changed since you opened this page. Type it again',
  'pack.deletion_not_ticked': 'Tick the box if you want to delete your reflection pack',
  'pack.not_open':
    'Your reflection pack was closed, so nothing was saved. Open it in another tab of this browser, then send this form again',
  'pack.document_opened':
    'You have opened your document, so your self-assessment stays as it is. Nothing was changed',
  'pack.wrong_passphrase': 'This is not your passphrase. Check capital letters and spaces',
  'pack.wrong_code':
    'This is not your recovery code. Compare it with what you kept, letter by letter',
  'pack.too_many_tries': `You have tried ${mostTries} times. Wait an hour, or use your recovery code`,
  'passphrase.missing': 'Enter a passphrase',
  'passphrase.too_short': `Enter a passphrase of at least ${shortestPassphrase} characters`,
  'passphrase.too_long': `Enter a passphrase of at most ${longestPassphrase} characters`,
  'passphrase.guessable':
    'Choose another passphrase: this one is easily guessed. Several words that do not belong together are good',
  'passphrase.not_repeated': 'Enter the same passphrase twice',
  'self_assessment.empty': 'Choose an answer or write a sentence, in at least one line',
  'reflection.empty': 'Write something in at least one of the fields',
  'request.key_used_otherwise': 'This form was sent before. Send it again',
} as const

export const sentenceOfPackProblem = (problem: AnyProblem): string => {
  switch (problem.kind) {
    case 'self_assessment.sentence_too_long':
      return `${problem.label}: write at most ${longestSentence} characters`
    case 'reflection.too_long': {
      const { label, longest } = reflectionFields[problem.field]
      return `${label} Write at most ${longest} characters`
    }
    default:
      return plain[problem.kind]
  }
}

/** Beside which field of such a form it stands. */
export const fieldOfProblem = ({ kind }: UnlockingFormProblem): SecretName => {
  if (kind === 'pack.wrong_code') return 'code'
  if (kind === 'passphrase.not_repeated') return 'again'
  return kind.startsWith('passphrase.') ? 'passphrase' : 'current'
}
