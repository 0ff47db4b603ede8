/** How many pairings were possible, for people to read: the number may have hundreds of digits. */

/** From so many digits on nobody counts them. */
const manyDigits = 13

/** `1,234,567`; `2,432,902,008,176,640,000 (about 2.4 × 10¹⁸)`. @param count a decimal number */
export const countInWords = (count: string): string => {
  const written = count.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return count.length < manyDigits ? written : `${written} (about ${powerOfTen(count)})`
}

const powerOfTen = (count: string): string => {
  const rounded = Number(`${count.slice(0, 1)}.${count.slice(1, 6)}`).toFixed(1)
  const exponent = count.length - 1
  return rounded === '10.0'
    ? `1.0 × 10${raised(exponent + 1)}`
    : `${rounded} × 10${raised(exponent)}`
}

const raised = (exponent: number): string =>
  Array.from(String(exponent), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')
