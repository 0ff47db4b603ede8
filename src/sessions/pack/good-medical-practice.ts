/** The domains of Good medical practice: General Medical Council, in force since 30 January 2024. */
export const practiceDomains = [
  { id: 'knowledge', label: 'Knowledge, skills and development' },
  { id: 'patients', label: 'Patients, partnership and communication' },
  { id: 'colleagues', label: 'Colleagues, culture and safety' },
  { id: 'trust', label: 'Trust and professionalism' },
] as const

/** In the order of the GMC; what is none of them is left out. */
export const practiceLabels = (tags: readonly string[]): readonly string[] =>
  practiceDomains.filter(({ id }) => tags.includes(id)).map(({ label }) => label)

/**
 * Why a pack is no GMC colleague feedback. What that asks for: GMC, Guidance on supporting information for revalidation,
 * “Colleague feedback”. How many answers it takes: 15 with the GMC's questionnaire (Wright et al., Academic Medicine
 * 2012;87:1668–78, doi 10.1097/ACM.0b013e3182724cc0).
 */
export const notColleagueFeedback =
  'This is not colleague feedback as the GMC asks for it for revalidation. That comes from colleagues in different roles across all of a doctor’s work, who are chosen impartially and answer one by one, wherever possible with a validated questionnaire that somebody independent collects; to be reliable it takes the answers of about 12 to 15 of them or more. Here a small group, all of one role, spoke as one.'
