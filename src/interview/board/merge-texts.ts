/**
 * Two texts that came from one, made into one: word by word where they changed different words, else one below the
 * other. Nothing that somebody wrote is lost. Made again, it changes nothing.
 */

/**
 * @param stored what the one became
 * @param from   what both were
 * @param to     what the other became
 */
export const mergeTexts = (stored: string, from: string, to: string): string => {
  if (stored === from || to === from) return stored === from ? to : stored
  if (stored === '' || to === '') return stored + to
  if (hasLines(stored, to)) return stored
  const woven = weave(stored, from, to)
  // Where words repeat, what was woven may not be recognised the next time.
  if (woven !== null && weave(woven, from, to) === woven) return woven
  return joined(stored, from, to)
}

const joined = (stored: string, from: string, to: string): string => {
  if (stored.startsWith(to)) return stored
  if (to.startsWith(stored)) return to
  const both = `${to}\n${stored}`
  return both === from ? `${stored}\n${to}` : both
}

const hasLines = (text: string, lines: string): boolean => `\n${text}\n`.includes(`\n${lines}\n`)

const wordsOf = (text: string): readonly string[] => text.match(/\s|[^\s]+/g) ?? []

/** Words of one text times words of the other: two of 5,000 signs as people write them. */
const mostCompared = 4_000_000

/** Null: both changed the same words, or there are too many to compare. */
const weave = (stored: string, from: string, to: string): string | null => {
  const [base, ours, theirs] = [wordsOf(from), wordsOf(stored), wordsOf(to)]
  if (base.length * Math.max(ours.length, theirs.length) > mostCompared) return null
  const [inOurs, inTheirs] = [alike(base, ours), alike(base, theirs)]
  const anchors = [...base.keys(), base.length].flatMap((at) => {
    const [our, their] = [inOurs.get(at), inTheirs.get(at)]
    return our === undefined || their === undefined ? [] : [{ at, our, their }]
  })
  const parts: string[] = []
  let last = { at: -1, our: -1, their: -1 }
  for (const next of anchors) {
    const part = changedOnce({
      base: base.slice(last.at + 1, next.at).join(''),
      our: ours.slice(last.our + 1, next.our).join(''),
      their: theirs.slice(last.their + 1, next.their).join(''),
    })
    if (part === null) return null
    parts.push(part, base[next.at] ?? '')
    last = next
  }
  return parts.join('')
}

type Stretch = { readonly base: string; readonly our: string; readonly their: string }

/** Between two words that nobody changed. Null: both changed something, and not the same. */
const changedOnce = ({ base, our, their }: Stretch): string | null => {
  if (their === base || their === our) return our
  return our === base ? their : null
}

/**
 * For each word of `base` that is in `other` too, where: as many of them as there can be, in their order, and the end
 * of the one with the end of the other. Method: longest common subsequence.
 */
const alike = (base: readonly string[], other: readonly string[]): ReadonlyMap<number, number> => {
  const lengths = commonLengths(base, other)
  const found = new Map<number, number>()
  let [at, to] = [0, 0]
  while (at < base.length && to < other.length) {
    if (base[at] === other[to]) found.set(at++, to++)
    else if ((lengths[at + 1]?.[to] ?? 0) >= (lengths[at]?.[to + 1] ?? 0)) at += 1
    else to += 1
  }
  return found.set(base.length, other.length)
}

/** How many words what is left of both has in common, from each place on. */
const commonLengths = (
  base: readonly string[],
  other: readonly string[],
): readonly Uint16Array[] => {
  let below = new Uint16Array(other.length + 1)
  const rows = [below]
  for (const word of base.toReversed()) {
    below = rowAbove(below, word, other)
    rows.push(below)
  }
  return rows.toReversed()
}

const rowAbove = (below: Uint16Array, word: string, other: readonly string[]) => {
  const row = new Uint16Array(other.length + 1)
  for (let to = other.length - 1; to >= 0; to -= 1) {
    const [one, down, right] = [below[to + 1] ?? 0, below[to] ?? 0, row[to + 1] ?? 0]
    row[to] = other[to] === word ? one + 1 : Math.max(down, right)
  }
  return row
}
