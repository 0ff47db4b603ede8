/** What exports call a respondent: M or C and digits of chance, so that a code says nothing about its place in a list. */
import type { Random } from '../../lib/random.ts'
import type { RoleId } from '../../protocol/model.ts'

const letters = { mentor: 'M', mentee: 'C' } as const
const fewestDigits = 3

/** One code for each role asked for, in the same order; none twice, none that is taken. At least half stay unused. */
export const drawCodes = (
  roles: readonly RoleId[],
  taken: readonly string[],
  random: Random,
): readonly string[] => {
  const needed = 2 * (roles.length + taken.length)
  const digits = Math.max(fewestDigits, Math.ceil(Math.log10(needed)))
  const used = new Set(taken)
  return roles.map((role) => {
    let code = ''
    do code = `${letters[role]}${String(random.below(10 ** digits)).padStart(digits, '0')}`
    while (used.has(code))
    used.add(code)
    return code
  })
}
