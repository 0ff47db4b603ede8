/** How far the group has come with each mentee. */
import type { Domain } from '../../protocol/model.ts'
import type { Mentee } from '../model.ts'
import type { RoomState } from './room-state.ts'

export type MenteeProgress = {
  readonly menteeId: string
  readonly name: string
  readonly seconds: number
  /** Ids of the domains that the group has spoken about. */
  readonly done: readonly string[]
  /** Labels of those it has not, in the protocol's order. */
  readonly left: readonly string[]
}

type Facts = {
  readonly mentees: readonly Mentee[]
  readonly room: Pick<RoomState, 'secondsByMentee' | 'done'>
}

export const progressOf = (
  { mentees, room }: Facts,
  domains: readonly Domain[],
): readonly MenteeProgress[] =>
  mentees.map(({ menteeId, name }) => {
    const done = room.done.filter((cell) => cell.menteeId === menteeId).map((cell) => cell.domain)
    return {
      menteeId,
      name,
      seconds: room.secondsByMentee.find((time) => time.menteeId === menteeId)?.seconds ?? 0,
      done,
      left: domains.filter(({ id }) => !done.includes(id)).map(({ label }) => label),
    }
  })

/** No time, and nothing done. */
export const isNotSpokenAbout = ({ seconds, done }: MenteeProgress): boolean =>
  seconds === 0 && done.length === 0
