/**
 * The scale on which mentees say how they think that the group sees them. It is our own: the scales of the protocols ask
 * for importance, confidence or ability, and a view of somebody is none of these.
 */
export const anchors = [
  { value: 1, label: 'Very critically' },
  { value: 2, label: 'Rather critically' },
  { value: 3, label: 'In between' },
  { value: 4, label: 'Rather positively' },
  { value: 5, label: 'Very positively' },
] as const

/** `4 of 5: rather positively`. */
export const ratingInWords = (rating: number): string => {
  const anchor = anchors.find(({ value }) => value === rating)
  return `${rating} of ${anchors.length}${anchor === undefined ? '' : `: ${anchor.label.toLowerCase()}`}`
}

/** `●●●●○`. */
export const ratingAsDots = (rating: number): string =>
  anchors.map(({ value }) => (value <= rating ? '●' : '○')).join('')
