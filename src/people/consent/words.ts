/** Words out of a protocol, to stand inside a sentence, and the sections made of them. */
import { type Protocol, type RoleId, roleIds } from '../../protocol/model.ts'
import { plural } from '../../protocol/wording/words.ts'
import type { ConsentSection } from './model.ts'

/** What the two groups are called. */
export const rolesOf = (protocol: Protocol) => ({
  mentors: plural(protocol, 'mentor'),
  mentees: plural(protocol, 'mentee'),
})

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

export const numberInWords = (n: number): string => small[n] ?? String(n)

/** `one questionnaire`, `four questionnaires`. */
export const countedNoun = (n: number, noun: string): string =>
  `${numberInWords(n)} ${noun}${n === 1 ? '' : 's'}`

export const sectionOf = (
  id: string,
  heading: string,
  paragraphs: readonly string[],
  roles: readonly RoleId[] = roleIds,
): ConsentSection => ({ id, heading, paragraphs: [...paragraphs], roles: [...roles] })
