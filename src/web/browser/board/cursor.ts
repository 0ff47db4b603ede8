/** Where the cursor belongs when others have changed the text around it. */

const sharedStart = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length += 1
  return length
}

const sharedEnd = (a: string, b: string, start: number): number => {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}

/** Before what changed it stays; behind it, it keeps its distance from the end. */
export const moveCursor = (before: string, after: string, position: number): number => {
  const start = sharedStart(before, after)
  if (position <= start) return position
  const end = sharedEnd(before, after, start)
  if (position >= before.length - end) return after.length - (before.length - position)
  return after.length - end
}
