/** What the tables hold of a recording, whoever looks. */
import { inject } from 'vitest'
import { withClient } from '../../src/platform/connections.ts'
import { connectionTo, type Database } from '../../src/platform/database.ts'

export type Rows = {
  readonly states: readonly string[]
  readonly keys: number
  readonly pieces: number
}

export const rowsOf = async (on: Database, recordingId: string): Promise<Rows> => {
  const place = { ...inject('administrator'), database: String(connectionTo(on).database) }
  return withClient(place, async (client) => {
    const recordings = await client.query(
      'select state, wrapped_key is not null as has_key from recordings where recording_id = $1',
      [recordingId],
    )
    const pieces = await client.query(
      'select count(*)::integer as n from recording_pieces where recording_id = $1',
      [recordingId],
    )
    return {
      states: recordings.rows.map(({ state }) => String(state)),
      keys: recordings.rows.filter(({ has_key }) => has_key === true).length,
      pieces: Number(pieces.rows[0]?.n),
    }
  })
}
