/** Why a consent is not taken, each in one sentence that says what to do. */
export type ConsentProblem =
  | { readonly kind: 'programme.closed' }
  | { readonly kind: 'participant.unknown' }
  /** They have agreed, or withdrawn, already. */
  | { readonly kind: 'consent.not_asked' }
  | { readonly kind: 'consent_text.absent' }
  | { readonly kind: 'consent_text.changed_meanwhile' }
  | { readonly kind: 'consent.statements_missing'; readonly ids: readonly string[] }
  | { readonly kind: 'consent.withdrawal_not_chosen' }

export const sentenceOfConsentProblem = ({ kind }: ConsentProblem): string => {
  switch (kind) {
    case 'programme.closed':
      return 'The programme is closed. Nobody can join it any more'
    case 'participant.unknown':
      return 'You are not on the list of this programme. Ask the programme lead'
    case 'consent.not_asked':
      return 'You have answered this before. Reload the page to see what is recorded'
    case 'consent_text.absent':
      return 'The information sheet is not ready. Come back when the programme lead tells you'
    case 'consent_text.changed_meanwhile':
      return 'The information sheet was changed while you were reading. Read it again, then answer'
    case 'consent.statements_missing':
      return 'Tick this statement if you agree. You cannot take part without it'
    case 'consent.withdrawal_not_chosen':
      return 'Choose what becomes of what you gave, should you withdraw'
  }
}

/** Why the text is not saved. */
export type ConsentTextProblem =
  | { readonly kind: 'programme.unknown' }
  | { readonly kind: 'consent_text.changed_meanwhile' }

export const sentenceOfConsentTextProblem = ({ kind }: ConsentTextProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme is no longer there'
    case 'consent_text.changed_meanwhile':
      return 'Somebody saved another text while this page was open. Nothing was saved, and what you entered is still here. Open the page a second time to see theirs, then save here'
  }
}
