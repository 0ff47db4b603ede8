import { datesAndTimes } from './dates-and-times.ts'
import { fewSupporters } from './few-supporters.ts'
import { names } from './names.ts'
import { patients } from './patients.ts'
import { personNotBehaviour } from './person-not-behaviour.ts'
import { places } from './places.ts'
import { pointsToAMentor } from './points-to-a-mentor.ts'
import { quotations } from './quotations.ts'
import type { Surroundings, WarnedPoint, Warning, WarningRule } from './warning.ts'
import { wordsOfANote } from './words-of-a-note.ts'

/** What matters most first. */
const rules: readonly WarningRule[] = [
  fewSupporters,
  wordsOfANote,
  names,
  pointsToAMentor,
  patients,
  datesAndTimes,
  places,
  quotations,
  personNotBehaviour,
]

export const warningsOf = (point: WarnedPoint, around: Surroundings): readonly Warning[] =>
  rules.flatMap((rule) => rule(point, around))
