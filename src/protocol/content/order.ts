/** The order in which things are asked. */
export const directions = ['up', 'down'] as const
export type Direction = (typeof directions)[number]

/** The entry changes places with its neighbour; the first stays first, the last last. */
export const moved = <T>(list: readonly T[], place: number, direction: Direction): T[] => {
  const other = direction === 'up' ? place - 1 : place + 1
  const [one, neighbour] = [list[place], list[other]]
  if (one === undefined || neighbour === undefined) return [...list]
  return list.map((entry, index) => {
    if (index === place) return neighbour
    return index === other ? one : entry
  })
}
