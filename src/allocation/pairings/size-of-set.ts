/** How many members a set has, written as the bits of a 32-bit number: `sizeOf(0b1011)` is 3. */
export const sizeOf = (set: number): number => {
  const pairs = set - ((set >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
