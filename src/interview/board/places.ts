/**
 * Where a note stands among the notes of its cell: a fraction between 0 and 1, as text. Between any two there is always
 * another one, so that putting one note somewhere changes no other; chance keeps two screens that put a note between the
 * same two from choosing the same place. Places are compared sign by sign, as texts are.
 */

/** In the order in which texts are compared. */
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = signs.length

/** It never ends in the lowest sign: before such a place there would be no other. */
export const placePattern = /^[0-9A-Za-z]*[1-9A-Za-z]$/

const valueAt = (place: string, at: number): number => Math.max(0, signs.indexOf(place.charAt(at)))

/** Above everything where the place has ended. */
const limitAt = (place: string | null, at: number): number =>
  place === null || at >= place.length ? base : valueAt(place, at)

const between = (low: number, high: number, chance: () => number): number =>
  low + Math.floor(chance() * (high - low))

/** Signs of chance behind the one that decides: 62³ places in each gap. */
const tailOf = (chance: () => number): string =>
  [0, 0, 1].map((low) => signs.charAt(between(low, base, chance))).join('')

/**
 * @param before the place of the note above; null: there is none
 * @param after  the place of the note below; null, or not below: there is none
 * @param chance as `Math.random`
 */
export const placeBetween = (
  before: string | null,
  after: string | null,
  chance: () => number,
): string => {
  const low = before ?? ''
  let high = after !== null && low < after ? after : null
  let place = ''
  for (let at = 0; ; at += 1) {
    const [lowest, highest] = [valueAt(low, at), limitAt(high, at)]
    if (highest - lowest > 1)
      return place + signs.charAt(between(lowest + 1, highest, chance)) + tailOf(chance)
    place += signs.charAt(lowest)
    // From here on it is below whatever comes.
    if (lowest < highest) high = null
  }
}

/** So many places in order, each as far from the next as the others: what tells nothing of how they came about. */
export const evenPlaces = (count: number): readonly string[] => {
  const width = Math.max(1, Math.ceil(Math.log(count + 2) / Math.log(base)))
  const step = Math.floor(base ** width / (count + 1))
  return Array.from({ length: count }, (_, index) => `${fixedWidth((index + 1) * step, width)}V`)
}

const fixedWidth = (value: number, width: number): string =>
  Array.from({ length: width }, (_, at) =>
    signs.charAt(Math.floor(value / base ** (width - 1 - at)) % base),
  ).join('')
