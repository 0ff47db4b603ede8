/** Where the pages of a questionnaire are. */
export type AtAddress = { readonly programmeId: string; readonly stage: number }

export const addressOf = (
  { programmeId, stage }: AtAddress,
  page: 'start' | 'all' | 'check' | 'draft' | 'receipt' | 'paper' = 'start',
): string => {
  const start = `/programmes/${programmeId}/questionnaires/${stage}`
  return page === 'start' ? start : `${start}/${page}`
}

export const addressOfSection = (at: AtAddress, place: number): string =>
  `${addressOf(at)}/sections/${place}`
