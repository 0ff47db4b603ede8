/** Where open pages of a room hear that something of it has changed, and what they hear: what to look up, nothing of it. */
import * as z from 'zod'

export const topicOf = (programmeId: string): string => `interview/${programmeId}`

const roomMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notes'), noteIds: z.array(z.uuid()) }),
  z.object({ kind: z.literal('room') }),
  z.object({ kind: z.literal('phones') }),
])
export type RoomMessage = z.infer<typeof roomMessage>

/** Null: nobody knows what has changed; also where a later version of the program, beside this one, knows more. */
export const readRoomMessage = (text: string | null): RoomMessage | null =>
  text === null ? null : (roomMessage.safeParse(JSON.parse(text)).data ?? null)
