type LatestUsed<T> = {
  readonly get: (key: string) => T | undefined
  /** Returns what it keeps. */
  readonly keep: (key: string, value: T) => T
}

/** Remembers the entries used last, up to a limit. */
export const latestUsed = <T>(limit: number): LatestUsed<T> => {
  const entries = new Map<string, T>()
  const keep = (key: string, value: T): T => {
    entries.delete(key)
    entries.set(key, value)
    const oldest = entries.keys().next().value
    if (entries.size > limit && oldest !== undefined) entries.delete(oldest)
    return value
  }
  const get = (key: string): T | undefined => {
    const value = entries.get(key)
    return value === undefined ? undefined : keep(key, value)
  }
  return { get, keep }
}
