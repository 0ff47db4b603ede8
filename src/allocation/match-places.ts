/**
 * As many places as possible filled, each by a different one of its candidates.
 *
 * @param candidates  for each place the candidates who could fill it
 * @returns           for each place the candidate who fills it; null = the place stays empty
 * Method: augmenting paths, exact. Which of several maximum matchings is returned has no meaning.
 * Source: Kuhn, Naval Res Logist Q 1955;2:83–97, doi:10.1002/nav.3800020109.
 * @example matchPlaces([[0, 1], [0], [0]]) // [1, 0, null]
 */
export const matchPlaces = (candidates: readonly (readonly number[])[]): (number | null)[] => {
  const placeOf = new Map<number, number>()
  const fill = (place: number, tried: Set<number>): boolean =>
    (candidates[place] ?? []).some((candidate) => {
      if (tried.has(candidate)) return false
      tried.add(candidate)
      const other = placeOf.get(candidate)
      if (other !== undefined && !fill(other, tried)) return false
      placeOf.set(candidate, place)
      return true
    })
  for (const place of candidates.keys()) fill(place, new Set())
  const filledBy: (number | null)[] = candidates.map(() => null)
  for (const [candidate, place] of placeOf) filledBy[place] = candidate
  return filledBy
}
