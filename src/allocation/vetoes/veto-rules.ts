/** When a mentee may say, in private, with which mentors they do not want to be paired, and with how many. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Participant, ParticipantState } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import type { Lock } from '../willingness/lock.ts'

/** `final`: see the lock for why. */
export type VetoStanding =
  | 'open'
  | 'not_open'
  | 'not_asked'
  | 'final'
  | Exclude<ParticipantState, 'agreed'>

type StandingFacts = {
  readonly mentee: ParticipantState
  readonly programme: ProgrammeState
  readonly rules: Protocol['rules']
  readonly lock: Lock | null
}

/** From the opening of the programme until what was said in private is closed for the draw. */
export const vetoStanding = ({ mentee, programme, rules, lock }: StandingFacts): VetoStanding => {
  if (rules.menteeVetoes === undefined) return 'not_asked'
  if (mentee !== 'agreed') return mentee
  if (lock !== null) return 'final'
  return programme === 'open' ? 'open' : 'not_open'
}

export type OfferedMentor = { readonly participantId: string; readonly name: string }

/** All mentors who may still take part, whether they have agreed or not; in the order given. */
export const offeredMentors = (participants: readonly Participant[]): readonly OfferedMentor[] =>
  participants
    .filter(({ role, state }) => role === 'mentor' && (state === 'invited' || state === 'agreed'))
    .map(({ participantId, name }) => ({ participantId, name }))

export type TooMany = {
  readonly kind: 'vetoes.too_many'
  readonly named: number
  readonly most: number
}

/** Nobody has to be named. Whoever is not offered was not chosen on the page and is left out. */
export const decideVetoes = (
  offered: readonly OfferedMentor[],
  chosen: readonly string[],
  most: number,
): Result<readonly string[], TooMany> => {
  const named = offered.map((one) => one.participantId).filter((id) => chosen.includes(id))
  return named.length > most
    ? fail({ kind: 'vetoes.too_many', named: named.length, most })
    : ok(named)
}
