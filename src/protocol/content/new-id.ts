/** Ids of what a lead adds: made from its label, and never changed afterwards. */

/** Columns and summaries of the study folder, and a name that every object has. */
const reserved = [
  'overall',
  'total',
  'participant',
  'role',
  'supervisor',
  'left_after_phase',
  'constructor',
]
const longest = 40

/** Accents go, everything but letters and digits becomes a line, and a letter comes first. */
const slugOf = (label: string): string => {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, longest)
    .replaceAll(/^_+|_+$/g, '')
  if (words === '') return 'entry'
  return /^[a-z]/.test(words) ? words : `about_${words}`
}

/** @example newId('Time management', ['time_management']) // 'time_management_2' */
export const newId = (label: string, taken: readonly string[]): string => {
  const slug = slugOf(label)
  const isFree = (id: string) => !taken.includes(id) && !reserved.includes(id)
  if (isFree(slug)) return slug
  for (let number = 2; ; number += 1) {
    if (isFree(`${slug}_${number}`)) return `${slug}_${number}`
  }
}

export const idsOf = (entries: readonly { readonly id: string }[]): string[] =>
  entries.map(({ id }) => id)
