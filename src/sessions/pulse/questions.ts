/**
 * What is asked after each session where a pair has several: so that somebody notices in time if sessions do not do what
 * they are for. On scales alone: with room for words, people would write about what was said.
 */
export const pulseQuestions = [
  { id: 'useful', statement: 'It was useful to me' },
  { id: 'said', statement: 'I could say what I wanted to say' },
  { id: 'safe', statement: 'I felt safe' },
] as const
export type PulseQuestion = (typeof pulseQuestions)[number]['id']

/** From 1 to 5. */
export const pulseScale = ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'] as const
