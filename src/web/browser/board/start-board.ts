/** Starts the board of a page, where there is one and the interview is open. */
import type { BoardData } from '../../../interview/board/board-view.ts'
import { startAnnouncing } from './announcer.ts'
import { type BoardPage, openPage, showDomain } from './board-page.ts'
import { fitCell } from './cell-view.ts'
import { startHearing } from './hearing.ts'
import { openBoard } from './open-board.ts'
import { sendRoomForms } from './room-forms.ts'
import { startShowingRoom } from './room-on-page.ts'
import { saveNow, startSaving } from './saving.ts'

export const startBoard = (page: Document): void => {
  const root = page.querySelector<HTMLElement>('[data-board]')
  const news = root?.querySelector('[data-news]') ?? null
  if (root === null || news === null) return
  const data: BoardData = JSON.parse(root.dataset.board ?? '')
  const board = openBoard(data)
  const { say } = startAnnouncing(board, news)
  const saving = startSaving(board, tellIn(root, say))
  const desk = { board, saving, say }
  const shown = openPage(desk, root)
  startShowingRoom(board, root)
  startHearing(board, () => saveNow(saving))
  sendRoomForms(root, {
    tell: messageIn(root, say),
    leadTo: (domain) => {
      if (shown !== null) go(shown, domain)
    },
  })
  if (shown !== null) startMoving(shown)
}

/** What came of a button, in sight until the next. */
const messageIn =
  (root: HTMLElement, say: (words: string) => void) =>
  (words: string): void => {
    const place = root.querySelector<HTMLElement>('[data-message]')
    if (place === null) return
    place.textContent = words
    place.hidden = words === ''
    if (words !== '') say(words)
  }

/** In sight at every change; said aloud only when saving fails and when it succeeds again. */
const tellIn = (root: HTMLElement, say: (words: string) => void) => {
  const place = root.querySelector<HTMLElement>('[data-status]')
  let isFailing = false
  return (words: string): void => {
    if (place === null || place.textContent === words) return
    place.textContent = words
    const fails = words.startsWith('Not saved')
    place.classList.toggle('app-board__status--failing', fails)
    if (fails !== isFailing && !words.endsWith('…')) {
      isFailing = fails
      say(words)
    }
  }
}

const go = (page: BoardPage, domain: string): void => {
  if (showDomain(page, domain)) history.pushState(null, '', `?domain=${domain}`)
}

/** From domain to domain without leaving the page, so that it goes on where the connection is lost. */
const startMoving = (page: BoardPage): void => {
  const domainNow = () => new URLSearchParams(location.search).get('domain')
  const first = page.shown.cell.domain
  page.root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const link = event.target.closest<HTMLElement>('a[data-show]')
    if (link === null) return
    event.preventDefault()
    go(page, link.dataset.show ?? '')
  })
  window.addEventListener('popstate', () => showDomain(page, domainNow() ?? first))
  fitCell(page.shown)
  if (document.activeElement === document.body) page.shown.entry.box.focus({ preventScroll: true })
}
