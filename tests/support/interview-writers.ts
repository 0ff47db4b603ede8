/**
 * Many people who write on one board at the same time, over connections that break and to servers that go away. Every
 * edit writes a word that nobody else writes, so that whatever is lost is missed.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Change } from '../../src/interview/board/model.ts'
import { listNotes } from '../../src/interview/board/note-store.ts'
import { placeBetween } from '../../src/interview/board/places.ts'
import type { NoteChange, NoteState } from '../../src/interview/model.ts'
import { listMentees } from '../../src/interview/store.ts'
import { createRandom, type Random } from '../../src/lib/random.ts'
import { read } from '../../src/platform/database.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { openScreen, type Screen } from './board-screen.ts'
import type { LiveRoom } from './live-room.ts'

/** A request of one writer to one of the servers; fails when that is away, or the answer is lost. */
export type Ask = (asked: {
  readonly writer: number
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
}) => Promise<Response>

export type Writing = {
  readonly room: LiveRoom
  readonly ask: Ask
  readonly writers: number
  readonly edits: number
  readonly seed: string
  /** Told after each edit how many there were. */
  readonly after?: (edits: number) => void
}

export type Written = {
  readonly acknowledged: number
  readonly retries: number
  readonly streams: number
  /** Words that were acknowledged, that nobody took out, and that are not on the board. */
  readonly lost: readonly string[]
  /** Screens that do not show what is stored. */
  readonly differing: number
  readonly notes: number
}

/** What all of them have done. */
type Tally = {
  readonly acknowledged: Set<string>
  readonly takenOut: Set<string>
  edits: number
  retries: number
}

export const writeTogether = async (writing: Writing): Promise<Written> => {
  const tally: Tally = { acknowledged: new Set(), takenOut: new Set(), edits: 0, retries: 0 }
  const path = `/programmes/${writing.room.programmeId}/interview/events`
  const screens = Array.from({ length: writing.writers }, (_, writer) =>
    openScreen(() => writing.ask({ writer, path })),
  )
  await Promise.all(screens.map((screen, writer) => write(writing, tally, { screen, writer })))
  const stored = await storedBoard(writing.room)
  const differing = await countDiffering(screens, stored)
  await Promise.all(screens.map((screen) => screen.close()))
  const words = new Set([...stored.values()].flatMap(({ text }) => wordsOf(text)))
  const lost = [...tally.acknowledged].filter(
    (word) => !words.has(word) && !tally.takenOut.has(word),
  )
  return {
    acknowledged: tally.acknowledged.size,
    retries: tally.retries,
    streams: screens.reduce((sum, screen) => sum + screen.count().streams, 0),
    lost,
    differing,
    notes: stored.size,
  }
}

const wordsOf = (text: string): readonly string[] => text.match(/\S+/g) ?? []

type Writer = { readonly screen: Screen; readonly writer: number }

const write = async (writing: Writing, tally: Tally, { screen, writer }: Writer): Promise<void> => {
  const random = createRandom(`${writing.seed} ${writer}`)
  for (let edit = 1; edit <= writing.edits; edit += 1) {
    // Who has just lost the connection writes on, on what was there before.
    if (screen.count().events === 0) await until(() => screen.isLive())
    const word = `w${writer}e${edit}`
    const changes = editOf(writing.room, screen.notes, { word, random })
    await send(writing, tally, { writer, changes })
    tally.acknowledged.add(word)
    tally.edits += 1
    writing.after?.(tally.edits)
    if (random.below(20) === 0) screen.drop()
    await wait(random.below(10))
  }
}

/** Tried again under the same id until the answer comes. Words are taken out as soon as that is tried. */
const send = async (
  { room, ask }: Writing,
  tally: Tally,
  { writer, changes }: { readonly writer: number; readonly changes: readonly NoteChange[] },
): Promise<void> => {
  const kept = new Set(changes.flatMap(({ to }) => wordsOf(to?.text ?? '')))
  for (const word of changes.flatMap(({ from }) => wordsOf(from?.text ?? ''))) {
    if (!kept.has(word)) tally.takenOut.add(word)
  }
  const change: Change = { changeId: crypto.randomUUID(), changes }
  const path = `/programmes/${room.programmeId}/interview/changes`
  for (;;) {
    const form = { idempotencyKey: crypto.randomUUID(), changes: JSON.stringify([change]) }
    const reply = await ask({ writer, path, form }).catch(() => null)
    const state = reply?.status === 200 ? (await answerOf(reply)).state : 'away'
    if (state === 'saved') return
    if (state !== 'away') throw new Error(`A change was answered with: ${state}`)
    tally.retries += 1
    await wait(100)
  }
}

/** An answer that breaks off is none. */
const answerOf = (reply: Response): Promise<{ readonly state: string }> =>
  reply.json().then(
    (answer) => answer as { readonly state: string },
    () => ({ state: 'away' }),
  )

type Edit = { readonly word: string; readonly random: Random }
type Notes = ReadonlyMap<string, NoteState>

const fewNotes = 5
const manyNotes = 60
const longText = 250

/** More new notes while there are few; else everything else that one can do with notes. */
const editOf = (room: LiveRoom, notes: Notes, edit: Edit): readonly NoteChange[] => {
  const known = [...notes].map(([noteId, from]) => ({ noteId, from }))
  const pick = () => known[edit.random.below(known.length)] ?? known[0]
  const [one, other] = known.length < fewNotes ? [] : [pick(), pick()]
  const kind = edit.random.below(100)
  if (one === undefined || (kind < 15 && known.length < manyNotes)) return [newNote(room, edit)]
  const { noteId, from } = one
  if (kind < 25) return [{ noteId, from, to: null }, newNote(room, edit)]
  if (kind < 35)
    return [{ noteId, from, to: { ...from, ...placeIn(room, edit), text: grown(from, edit) } }]
  if (kind < 45 && other !== undefined && other.noteId !== noteId) return merged([one, other], edit)
  return [{ noteId, from, to: { ...from, text: grown(from, edit) } }]
}

const newNote = (room: LiveRoom, edit: Edit): NoteChange => ({
  noteId: crypto.randomUUID(),
  from: null,
  to: { ...placeIn(room, edit), text: edit.word },
})

const placeIn = ({ menteeIds, domains }: LiveRoom, { random }: Edit) => ({
  menteeId: menteeIds[random.below(menteeIds.length)] ?? '',
  domain: domains[random.below(domains.length)] ?? '',
  place: placeBetween(null, null, Math.random),
})

/** At the beginning, in the middle or at the end; what has become long is begun anew. */
const grown = ({ text }: NoteState, { word, random }: Edit): string => {
  const words = wordsOf(text)
  if (text.length > longText) return word
  return words.toSpliced(random.below(words.length + 1), 0, word).join(' ')
}

type Known = { readonly noteId: string; readonly from: NoteState }

const merged = (two: readonly Known[], { word }: Edit): readonly NoteChange[] => {
  const text = [...two.map(({ from }) => from.text), word].join(' ').slice(-longText * 2)
  const [first] = two
  if (first === undefined) return []
  return [
    ...two.map(({ noteId, from }) => ({ noteId, from, to: null })),
    {
      noteId: crypto.randomUUID(),
      from: null,
      to: { ...first.from, text },
      ballotsFrom: two.map(({ noteId }) => noteId),
    },
  ]
}

const storedBoard = async ({ scope, programmeId }: LiveRoom): Promise<Notes> => {
  const { database, organisationId, masterKey } = scope
  const notes = await read(database, organisationId, async (tx) => {
    const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
    if (programme === null) throw new Error('The programme is not there.')
    return listNotes(tx, programme, await listMentees(tx, programme))
  })
  return new Map(notes.map(({ noteId, ...state }) => [noteId, state]))
}

const countDiffering = async (screens: readonly Screen[], stored: Notes): Promise<number> => {
  const differs = ({ notes }: Screen) => textOf(notes) !== textOf(stored)
  await until(() => !screens.some(differs)).catch(() => undefined)
  return screens.filter(differs).length
}

const textOf = (notes: Notes): string =>
  JSON.stringify(
    [...notes]
      .map(([noteId, { menteeId, domain, place, text }]) => [noteId, menteeId, domain, place, text])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )

const patienceMilliseconds = 30_000

const until = async (isSo: () => boolean): Promise<void> => {
  const end = Date.now() + patienceMilliseconds
  while (!isSo()) {
    if (Date.now() > end) throw new Error('Waited in vain.')
    await wait(20)
  }
}
