/** How long a session lasted, as everybody but the researcher sees it: exact minutes would tell which session it was. */
export const bands = ['under_30', 'from_30', 'from_45', 'over_60'] as const
export type Band = (typeof bands)[number]

/** The published programme asked for 45 to 60 minutes at most: both of them are in one band. */
export const bandOf = (minutes: number): Band => {
  if (minutes < 30) return 'under_30'
  if (minutes < 45) return 'from_30'
  return minutes <= 60 ? 'from_45' : 'over_60'
}

/** Inside a sentence. */
export const bandWords: Readonly<Record<Band, string>> = {
  under_30: 'less than 30 minutes',
  from_30: '30 to 44 minutes',
  from_45: '45 to 60 minutes',
  over_60: 'more than 60 minutes',
}

export const bandsInWords = bands.map((band) => bandWords[band]).join(', ')
