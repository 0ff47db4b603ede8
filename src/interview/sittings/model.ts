/** The interview is held in sittings; a clock tells how long each mentee is spoken about. */

/** A mentor who was in the room and has not left the programme. */
export type Presence = {
  readonly participantId: string
  readonly name: string
  /** Asked, and said yes. */
  readonly agreesToRecording: boolean
}

/** `heldOn`: YYYY-MM-DD. */
export type Sitting = {
  readonly sitting: number
  readonly heldOn: string
  readonly state: 'open' | 'ended'
  readonly present: readonly Presence[]
}

/** Who is spoken about (by pseudonym) and since when; without `since` time stands still. */
export type Clock = {
  readonly mentee: string | null
  readonly domain: string | null
  readonly since: Date | null
}
