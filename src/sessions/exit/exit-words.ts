/** What somebody reads before they end their pair. The same for mentors and mentees. */

export const exitOpening =
  'Either of you can end the pair at any time. It is nobody’s fault, you are not asked why, and it has no consequences for anybody.'

export const whatHappens = [
  'The pair ends at once. What you have planned together is cancelled, in your calendars too.',
  'Both of you get the same email. It says that a pair you were part of has ended. It does not say who asked for it, and gives no reason.',
  'The programme lead is told that a pair has ended, by its number and without names. Nobody is told which of you asked, and it is kept nowhere.',
  'What has been recorded stays: that you met, when, for how long and how. So does what you have answered.',
  'You both take part as before. If there is a new partner for you, you are told; the two of you are not paired again.',
] as const

export const nothingToEnd = {
  notOpen: 'The programme is not open, so there is no pair to end.',
  noPair: 'You have no partner at the moment, so there is no pair to end.',
} as const
