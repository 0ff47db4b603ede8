/** What a protocol calls its two groups, to stand inside a sentence. */
import type { Protocol, RoleId } from '../model.ts'

/** `Mentor` → `mentor`; `ST4 doctor` stays. */
export const insideSentence = (label: string): string =>
  /^\p{Lu}[\p{Ll} ]/u.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label

export const plural = (protocol: Protocol, role: RoleId): string =>
  insideSentence(protocol.roles[role].plural)

/** `1 mentor`, `6 mentors`. */
export const peopleOf = (protocol: Protocol, role: RoleId, n: number): string =>
  `${n} ${n === 1 ? insideSentence(protocol.roles[role].label) : plural(protocol, role)}`

/** `1 pair`, `5 pairs`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** `a, b and c`. */
export const listed = (entries: readonly string[]): string => list.format(entries)
