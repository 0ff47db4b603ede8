/** How long a mentee has been spoken about, to the second and without any limit. */
import type { RoomState } from '../sittings/room-state.ts'

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** `5 min 09 s`, `1 h 05 min 09 s`. */
export const elapsedInWords = (seconds: number): string => {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ]
  if (hours === 0) return `${minutes} min ${twoDigits(rest)} s`
  return `${hours} h ${twoDigits(minutes)} min ${twoDigits(rest)} s`
}

/** Time goes on for the mentee who is spoken about, while a sitting is open and nobody has a break. */
export const isTimed = (room: RoomState, menteeId: string): boolean =>
  room.sitting !== null && !room.isPaused && room.current?.menteeId === menteeId

/** @param since seconds since the state of the room was heard */
export const elapsedOf = (room: RoomState, menteeId: string, since: number): number => {
  const heard = room.secondsByMentee.find((one) => one.menteeId === menteeId)?.seconds ?? 0
  return isTimed(room, menteeId) ? heard + Math.floor(since) : heard
}
