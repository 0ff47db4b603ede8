/** A connection that is opened again when it is lost, for as long as it is wanted. */
import type pg from 'pg'

export type KeptConnection = { readonly end: () => Promise<void> }

/** @param open waits until the database is there; what it throws later on ends the process: nothing works without */
export const keepConnection = async (open: () => Promise<pg.Client>): Promise<KeptConnection> => {
  let isEnding = false
  let client = await open()
  const watch = (): void => {
    client.once('end', () => {
      if (!isEnding) void reopen()
    })
  }
  const reopen = async (): Promise<void> => {
    client = await open()
    if (isEnding) await client.end()
    watch()
  }
  watch()
  return {
    end: async () => {
      isEnding = true
      await client.end()
    },
  }
}
