/** A screen of the board that is fed by events alone: it opens its stream again whenever that breaks. */
import { setTimeout as wait } from 'node:timers/promises'
import type { NoteNow } from '../../src/interview/board/model.ts'
import type { Note, NoteState } from '../../src/interview/model.ts'
import { type HeardEvent, hearEvents, type Stream } from './event-stream.ts'

export type Screen = {
  readonly notes: ReadonlyMap<string, NoteState>
  /** Whether it has heard the whole board since its stream was opened last. */
  readonly isLive: () => boolean
  /** How many messages it heard, and how many times it opened a stream. */
  readonly count: () => { readonly events: number; readonly streams: number }
  /** As when the network goes away. */
  readonly drop: () => void
  readonly close: () => Promise<void>
}

const pauseMilliseconds = 20

/** @param open asks for the stream; fails while the service is away */
export const openScreen = (open: () => Promise<Response>): Screen => {
  const notes = new Map<string, NoteState>()
  const now = { isOpen: true, isLive: false, events: 0, streams: 0 }
  const given: { stream?: Stream } = {}
  const hear = (event: HeardEvent) => {
    now.events += 1
    if (event.name === 'board') now.isLive = true
    put(notes, event)
  }
  const listen = async () => {
    while (now.isOpen) {
      const response = await open().catch(() => null)
      if (response?.status === 200 && now.isOpen) {
        now.streams += 1
        given.stream = hearEvents(response, hear)
        await given.stream.ended
      }
      now.isLive = false
      await wait(pauseMilliseconds)
    }
    await given.stream?.stop().catch(() => undefined)
  }
  const ended = listen()
  const drop = () => void given.stream?.stop().catch(() => undefined)
  const close = async () => {
    now.isOpen = false
    drop()
    await ended
  }
  const count = () => ({ events: now.events, streams: now.streams })
  return { notes, isLive: () => now.isLive, count, drop, close }
}

const put = (notes: Map<string, NoteState>, { name, data }: HeardEvent): void => {
  if (name === 'board') {
    notes.clear()
    for (const note of (data as { notes: readonly Note[] }).notes) {
      const { noteId, menteeId, domain, place, text } = note
      notes.set(noteId, { menteeId, domain, place, text })
    }
  }
  if (name !== 'notes') return
  for (const { noteId, state } of data as readonly NoteNow[]) {
    if (state === null) notes.delete(noteId)
    else notes.set(noteId, state)
  }
}
