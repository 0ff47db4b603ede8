/** Who can withdraw, what then becomes of what they gave, and how far they took part. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import type { Consent } from '../consent/model.ts'
import type { ParticipantState, WithdrawalChoice } from '../model.ts'

export type WithdrawalProblem =
  | { readonly kind: 'participant.unknown' }
  | { readonly kind: 'withdrawal.not_agreed' }
  | { readonly kind: 'withdrawal.done_already' }
  | { readonly kind: 'withdrawal.not_confirmed' }
  | { readonly kind: 'withdrawal.phase_not_chosen' }

export const sentenceOfWithdrawalProblem = ({ kind }: WithdrawalProblem): string => {
  switch (kind) {
    case 'participant.unknown':
      return 'Nobody with this address is in the programme'
    case 'withdrawal.not_agreed':
      return 'Whoever has not agreed takes no part, so there is nothing to withdraw from'
    case 'withdrawal.done_already':
      return 'This has been recorded already'
    case 'withdrawal.not_confirmed':
      return 'Tick the box to confirm'
    case 'withdrawal.phase_not_chosen':
      return 'Choose the last phase'
  }
}

export const canWithdraw = (state: ParticipantState): Result<null, WithdrawalProblem> => {
  if (state === 'withdrawn') return fail({ kind: 'withdrawal.done_already' })
  return state === 'agreed' ? ok(null) : fail({ kind: 'withdrawal.not_agreed' })
}

/** As the consent promised. Where none is recorded here, nothing is deleted without having been promised. */
export const promisedEffect = (consent: Consent | null): WithdrawalChoice =>
  consent?.withdrawal ?? 'stop'

/** What happens, where the consent has no words for it. */
export const usualEffects: Readonly<Record<WithdrawalChoice, string>> = {
  stop: 'Nothing more is asked. What was given until now stays in the evaluation, under a code.',
  remove:
    'Nothing more is asked. Everything that was given is deleted. The sealed record of a draw that has been made stays, and no label in it leads to anybody any more.',
  unlink:
    'Nothing more is asked. Comments are deleted. Scores and choices stay as figures, under a new code that is drawn by chance. The sealed record of a draw that has been made stays, and no label in it leads to anybody any more.',
}

/** What the programme has come to: which stages have been open, and whether it is over. */
export type Progress = {
  readonly protocol: Protocol
  readonly openedStages: readonly number[]
  readonly isClosed: boolean
}

/**
 * The last phase in which anything was asked of a role, or 0. It follows from what was open and never from what
 * somebody answered: the record of a withdrawal must not tell who has.
 */
export const lastPhaseOf = (
  { protocol, openedStages, isClosed }: Progress,
  role: RoleId,
): number => {
  const phases = protocol.steps.flatMap((step) => {
    if (step.kind !== 'questionnaire' || step.asks[role] === undefined) return []
    return isClosed || openedStages.includes(step.stage) ? [step.phase] : []
  })
  return Math.max(0, ...phases)
}

export const progressOf = (
  { protocol, state }: { readonly protocol: Protocol; readonly state: string },
  windows: readonly { readonly stage: number; readonly state: string }[],
): Progress => ({
  protocol,
  openedStages: windows.filter((one) => one.state !== 'not_open').map(({ stage }) => stage),
  isClosed: state === 'closed',
})

/** From before the first phase to the last that the person can have taken part in. */
export const phasesToChoose = (last: number): readonly number[] =>
  Array.from({ length: last + 1 }, (_, phase) => phase)

export const phaseInWords = (phase: number): string =>
  phase === 0 ? 'None: before phase 1' : `Phase ${phase}`
