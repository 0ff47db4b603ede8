/**
 * What the open screens of a room hear. However many of them are at one server process, what has changed is looked up
 * once for all, and one look begins when the one before has been told: nobody hears of an older state after a newer one.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Live } from '../../platform/live.ts'
import type { ServerEvent } from '../../web/route.ts'
import type { Note } from '../model.ts'
import { readRoomMessage, topicOf } from './live-topic.ts'
import { type At, type Found, lookUp } from './look-up.ts'
import type { NoteNow } from './model.ts'

type Screen = (event: ServerEvent) => void

/** Since it was last looked up. */
type Changed = {
  readonly noteIds: Set<string>
  isRoomChanged: boolean
  /** Who has just come or may have missed something, and so is to hear everything. */
  unsure: ReadonlySet<Screen>
}

type Feed = {
  readonly at: At
  readonly screens: Set<Screen>
  changed: Changed
  isLooking: boolean
}

const nothing = (): Changed => ({ noteIds: new Set(), isRoomChanged: false, unsure: new Set() })

const isAnything = ({ noteIds, isRoomChanged, unsure }: Changed): boolean =>
  noteIds.size > 0 || isRoomChanged || unsure.size > 0

type Subscribed = { readonly feed: Feed; readonly unsubscribe: Promise<() => void> }

const feedsAt = new WeakMap<Live, Map<string, Subscribed>>()

/**
 * Sends the whole board, and from then on whatever changes.
 *
 * @returns what ends it
 */
export const joinBoard = async (live: Live, at: At, screen: Screen): Promise<() => void> => {
  const feeds = feedsAt.get(live) ?? new Map<string, Subscribed>()
  feedsAt.set(live, feeds)
  const key = `${at.organisationId}/${at.programmeId}`
  const subscribed = feeds.get(key) ?? startFeed(live, at)
  feeds.set(key, subscribed)
  const { feed } = subscribed
  feed.screens.add(screen)
  feed.changed.unsure = new Set([...feed.changed.unsure, screen])
  const unsubscribe = await subscribed.unsubscribe
  void lookWhileNeeded(feed)
  return () => {
    feed.screens.delete(screen)
    if (feed.screens.size > 0 || feeds.get(key) !== subscribed) return
    feeds.delete(key)
    unsubscribe()
  }
}

const startFeed = (live: Live, at: At): Subscribed => {
  const feed: Feed = { at, screens: new Set(), changed: nothing(), isLooking: false }
  const unsubscribe = live.subscribe(topicOf(at.programmeId), (text) => {
    take(feed, text)
    void lookWhileNeeded(feed)
  })
  return { feed, unsubscribe }
}

const take = (feed: Feed, text: string | null): void => {
  const message = readRoomMessage(text)
  if (message === null) feed.changed.unsure = new Set(feed.screens)
  else if (message.kind === 'room') feed.changed.isRoomChanged = true
  else if (message.kind === 'notes') for (const id of message.noteIds) feed.changed.noteIds.add(id)
}

const pauseMilliseconds = 500

/** While the database is away it is asked again and again; then everybody hears everything. */
const lookWhileNeeded = async (feed: Feed): Promise<void> => {
  if (feed.isLooking) return
  feed.isLooking = true
  while (feed.screens.size > 0 && isAnything(feed.changed)) {
    const isThere = await look(feed).then(
      () => true,
      () => false,
    )
    if (isThere) continue
    feed.changed.unsure = new Set(feed.screens)
    await wait(pauseMilliseconds, null, { ref: false })
  }
  feed.isLooking = false
}

const look = async (feed: Feed): Promise<void> => {
  const { changed } = feed
  feed.changed = nothing()
  const isWhole = changed.unsure.size > 0
  const found = await lookUp(feed.at, {
    noteIds: isWhole ? null : [...changed.noteIds],
    wantsRoom: isWhole || changed.isRoomChanged,
  })
  if (found === null) return
  const [whole, part] = [wholeBoard(found), partOfBoard(found, changed)]
  // Whoever has come meanwhile hears everything at the next look.
  const hearing = [...feed.screens].filter((screen) => !feed.changed.unsure.has(screen))
  for (const screen of hearing) (changed.unsure.has(screen) ? whole : part).forEach(screen)
}

const wholeBoard = ({ notes, room }: Found): readonly ServerEvent[] => [
  { name: 'board', data: { notes, room } },
]

const partOfBoard = (
  { notes, room }: Found,
  { noteIds, isRoomChanged }: Changed,
): readonly ServerEvent[] => {
  const found = new Map(notes.map((note) => [note.noteId, note]))
  const states = [...noteIds].map((noteId) => nowOf(noteId, found.get(noteId)))
  return [
    ...(states.length > 0 ? [{ name: 'notes', data: states }] : []),
    ...(isRoomChanged ? [{ name: 'room', data: room }] : []),
  ]
}

const nowOf = (noteId: string, note: Note | undefined): NoteNow => {
  if (note === undefined) return { noteId, state: null }
  const { menteeId, domain, place, text } = note
  return { noteId, state: { menteeId, domain, place, text } }
}
