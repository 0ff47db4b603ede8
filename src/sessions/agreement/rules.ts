/** When both of a pair are asked to agree to the ground rules, to what exactly, and how far they have come. */
import { sha256 } from '../../allocation/certificate/hash.ts'
import type { OwnPairs, Partner } from '../../allocation/publishing/partners.ts'
import type { StoredPair } from '../../allocation/store.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ParticipantState } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import { groundRulesOf } from '../../protocol/wording/ground-rules.ts'
import type { Agreement, PairAgreement } from './model.ts'

/** Of the rules, one line each, so that `sha256sum` gives the same. */
export const rulesHashOf = (protocol: Protocol): string =>
  sha256(
    groundRulesOf(protocol)
      .map((rule) => `${rule}\n`)
      .join(''),
  )

export type AgreementStanding =
  | 'asked'
  | 'over'
  | 'not_published'
  | 'no_partner'
  | 'ended'
  | Exclude<ParticipantState, 'agreed'>

type StandingFacts = {
  readonly participant: ParticipantState
  readonly programme: ProgrammeState
  readonly own: OwnPairs
}

export const agreementStanding = ({
  participant,
  programme,
  own,
}: StandingFacts): AgreementStanding => {
  if (participant !== 'agreed') return participant
  if (programme === 'closed') return 'over'
  if (!own.isPublished) return 'not_published'
  if (own.partners.length > 0) return 'asked'
  return own.hadOthers ? 'ended' : 'no_partner'
}

export type PairFacts = {
  readonly participantId: string
  readonly partners: readonly Partner[]
  readonly pairs: readonly StoredPair[]
  readonly agreements: readonly Agreement[]
  /** Of the ground rules of now. */
  readonly rulesSha256: string
}

/** The pairs of now, in the order of the partners. */
export const pairAgreements = (facts: PairFacts): readonly PairAgreement[] =>
  facts.partners.flatMap((partner) =>
    facts.pairs
      .filter((pair) => !pair.hasEnded && isOf(pair, partner) && isOf(pair, facts))
      .map(({ pairId }) => pairAgreement(facts, pairId, partner)),
  )

type Person = { readonly participantId: string }

const isOf = ({ mentorId, menteeId }: StoredPair, { participantId }: Person): boolean =>
  [mentorId, menteeId].includes(participantId)

const pairAgreement = (facts: PairFacts, pairId: string, partner: Partner): PairAgreement => {
  const of = (person: Person): Agreement | undefined =>
    facts.agreements.find(
      (one) => one.pairId === pairId && one.participantId === person.participantId,
    )
  const own = of(facts)
  return {
    pairId,
    partner,
    own: ownState(own, facts.rulesSha256),
    agreedOn: own?.agreedOn ?? null,
    hasPartnerAgreed: of(partner)?.rulesSha256 === facts.rulesSha256,
  }
}

const ownState = (own: Agreement | undefined, rulesSha256: string): PairAgreement['own'] => {
  if (own === undefined) return 'none'
  return own.rulesSha256 === rulesSha256 ? 'agreed' : 'others'
}

/** What a form says. */
export type GivenAgreement = {
  readonly partnerId: string
  /** Of the rules that stood beside the box. */
  readonly rulesSha256: string
  readonly isTicked: boolean
}

export type AgreementProblem = {
  readonly kind:
    | 'agreement.not_asked'
    | 'agreement.no_such_pair'
    | 'agreement.given_already'
    | 'agreement.rules_changed'
    | 'agreement.not_ticked'
}

type Asked = {
  readonly standing: AgreementStanding
  readonly pairs: readonly PairAgreement[]
  readonly rulesSha256: string
}

/** @returns the pair that is agreed for */
export const decideAgreement = (
  { standing, pairs, rulesSha256 }: Asked,
  given: GivenAgreement,
): Result<PairAgreement, AgreementProblem> => {
  if (standing !== 'asked') return fail({ kind: 'agreement.not_asked' })
  const pair = pairs.find(({ partner }) => partner.participantId === given.partnerId)
  if (pair === undefined) return fail({ kind: 'agreement.no_such_pair' })
  if (pair.own === 'agreed') return fail({ kind: 'agreement.given_already' })
  if (given.rulesSha256 !== rulesSha256) return fail({ kind: 'agreement.rules_changed' })
  return given.isTicked ? ok(pair) : fail({ kind: 'agreement.not_ticked' })
}

/** In how many of the pairs of now both have agreed to the rules of now. Which they are, nobody else is told. */
export type AgreementCount = { readonly pairs: number; readonly agreed: number }

export const countAgreed = (
  pairs: readonly StoredPair[],
  agreements: readonly Agreement[],
  rulesSha256: string,
): AgreementCount => {
  const current = pairs.filter(({ hasEnded }) => !hasEnded)
  const valid = new Set(
    agreements
      .filter((one) => one.rulesSha256 === rulesSha256)
      .map(({ pairId, participantId }) => `${pairId} ${participantId}`),
  )
  const agreed = current.filter(({ pairId, mentorId, menteeId }) =>
    [mentorId, menteeId].every((id) => valid.has(`${pairId} ${id}`)),
  )
  return { pairs: current.length, agreed: agreed.length }
}
