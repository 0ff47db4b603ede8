/** The value of what must have succeeded. */
import type { Result } from '../../src/lib/result.ts'

export const succeeded = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
