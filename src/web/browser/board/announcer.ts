/** Says to people with a screen reader what happens elsewhere on the board, some at a time and when there is a pause. */
import { pointsInWords } from '../../../interview/board/board-view.ts'
import { isInCell } from '../../../interview/board/note-edits.ts'
import type { Note } from '../../../interview/model.ts'
import { notesOf } from './board-state.ts'
import type { Board } from './open-board.ts'

export type Announcer = { readonly say: (words: string) => void }

const pauseMilliseconds = 1_500

type What = 'added' | 'changed' | 'taken away'
type News = Map<string, { readonly what: What; readonly domain: string }>

export const startAnnouncing = (board: Board, place: Element): Announcer => {
  const say = (words: string): void => {
    // The same words again are said again only if they differ in a sign that is not heard.
    place.textContent = place.textContent === words ? `${words}\u00a0` : words
  }
  const news: News = new Map()
  let timer: number | undefined
  board.whenNotesChange.push((before, isOwn) => {
    if (isOwn) return
    collect(news, before, notesOf(board.state))
    if (news.size === 0) return
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      const words = wordsOf(board, news)
      news.clear()
      if (words !== '') say(words)
    }, pauseMilliseconds)
  })
  return { say }
}

const collect = (news: News, before: readonly Note[], after: readonly Note[]): void => {
  const was = new Map(before.map((note) => [note.noteId, note]))
  const is = new Map(after.map((note) => [note.noteId, note]))
  const tell = ({ noteId, menteeId, domain }: Note, what: What) => {
    const known = news.get(`${noteId} ${menteeId}`)
    const isNew = known?.what === 'added' && what === 'changed'
    news.set(`${noteId} ${menteeId}`, { what: isNew ? 'added' : what, domain })
  }
  for (const note of before) {
    const now = is.get(note.noteId)
    if (now === undefined || !isInCell(now, note)) tell(note, 'taken away')
  }
  for (const note of after) {
    const then = was.get(note.noteId)
    if (then === undefined || !isInCell(then, note)) tell(note, 'added')
    else if (then.text !== note.text) tell(note, 'changed')
  }
}

/** Of the mentee of the page alone. */
const wordsOf = ({ page }: Board, news: News): string => {
  const here = [...news].flatMap(([key, one]) =>
    page.menteeId !== null && key.endsWith(page.menteeId) ? [one] : [],
  )
  const parts = page.domains.flatMap(({ id, label }) => {
    const said = (['added', 'changed', 'taken away'] as const).flatMap((what) => {
      const count = here.filter((one) => one.domain === id && one.what === what).length
      return count === 0 ? [] : [`${pointsInWords(count)} ${what}`]
    })
    return said.length === 0 ? [] : [`${label}: ${said.join(', ')}`]
  })
  return parts.length === 0 ? '' : `On another screen. ${parts.join('. ')}.`
}
