/** That somebody agreed to ground rules for one of their pairs. `rulesSha256`: 64 hexadecimal digits. `agreedOn`: YYYY-MM-DD. */
export type Agreement = {
  readonly pairId: string
  readonly participantId: string
  readonly rulesSha256: string
  readonly agreedOn: string
}

/** One pair of somebody, as both of it may know it. */
export type PairAgreement = {
  readonly pairId: string
  readonly partner: { readonly participantId: string; readonly name: string }
  /** `others`: they agreed, and the ground rules have been changed since. */
  readonly own: 'none' | 'others' | 'agreed'
  /** When they did; null: never. */
  readonly agreedOn: string | null
  /** To the ground rules of now. */
  readonly hasPartnerAgreed: boolean
}
