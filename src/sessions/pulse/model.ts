import type { PulseQuestion } from './questions.ts'

/** `value`: 1 to 5. */
export type PulseAnswer = { readonly question: PulseQuestion; readonly value: number }

/** Who answered is known by a pseudonym, and is not needed here. `number`: of the session within its pair, from 1. */
export type StoredPulse = PulseAnswer & { readonly number: number }
