/** The recording and its transcript as one: the passage that plays is marked, a passage plays from where it begins. */
import { playingAt, rateBeside, startAfter, startBefore } from './playing-place.ts'

type Passage = { readonly element: HTMLElement; readonly start: number | null }

type Player = {
  readonly place: HTMLElement
  readonly sound: HTMLAudioElement
  readonly passages: readonly Passage[]
  readonly tell: (words: string) => void
  playing: number | null
}

const stepSeconds = 5

export const startPlayer = (page: Document): void => {
  const place = page.querySelector<HTMLElement>('[data-transcript]')
  if (place === null) return
  openWhatIsSelected(place)
  const sound = place.querySelector<HTMLAudioElement>('[data-sound]')
  if (sound === null) return
  const status = place.querySelector('[data-player-status]')
  const player: Player = {
    ...{ place, sound, passages: passagesIn(place), playing: null },
    tell: (words) => {
      if (status !== null) status.textContent = words
    },
  }
  showControls(player)
  sound.addEventListener('timeupdate', () => mark(player))
  sound.addEventListener('seeked', () => mark(player))
  document.addEventListener('keydown', (event) => press(player, event))
  for (const passage of player.passages) playOnClick(player, passage)
  beginAtAddress(player)
}

const passagesIn = (place: HTMLElement): readonly Passage[] =>
  [...place.querySelectorAll<HTMLElement>('[data-passage]')].map((element) => {
    const written = element.dataset.passage ?? ''
    return { element, start: written === '' ? null : Number(written) }
  })

const startsOf = ({ passages }: Player) => passages.map(({ start }) => start)

const showControls = (player: Player): void => {
  for (const element of player.place.querySelectorAll<HTMLElement>(
    '[data-player-controls], [data-play]',
  ))
    element.hidden = false
  for (const element of player.place.querySelectorAll<HTMLElement>('[data-passage-time]'))
    element.hidden = true
  for (const button of player.place.querySelectorAll<HTMLElement>('[data-does]'))
    button.addEventListener('click', () => perform(player, button.dataset.does ?? ''))
}

const mark = (player: Player): void => {
  const now = playingAt(startsOf(player), player.sound.currentTime)
  if (now === player.playing) return
  const [before, after] = [player.passages[player.playing ?? -1], player.passages[now ?? -1]]
  before?.element.classList.remove('app-passage--playing')
  before?.element.removeAttribute('aria-current')
  after?.element.classList.add('app-passage--playing')
  after?.element.setAttribute('aria-current', 'true')
  player.playing = now
  if (!player.sound.paused && !isTyping(document.activeElement))
    after?.element.scrollIntoView({ block: 'nearest' })
}

const play = ({ sound, tell }: Player): void => {
  sound.play().catch(() => tell('The recording cannot be played here. Reload the page.'))
}

const goTo = (player: Player, seconds: number): void => {
  player.sound.currentTime = Math.max(0, seconds)
}

/** A click that selects words plays nothing. */
const playOnClick = (player: Player, { element, start }: Passage): void => {
  if (start === null) return
  const playFrom = () => {
    goTo(player, start)
    play(player)
  }
  element.querySelector('[data-play]')?.addEventListener('click', playFrom)
  element.querySelector('[data-passage-text]')?.addEventListener('click', () => {
    if (document.getSelection()?.isCollapsed !== false) playFrom()
  })
}

/** Coming back from a form, the recording stands where the passage begins. */
const beginAtAddress = (player: Player): void => {
  const { start = null } =
    player.passages.find(({ element }) => `#${element.id}` === location.hash) ?? {}
  if (start !== null) goTo(player, start)
}

const actions: Readonly<Record<string, (player: Player) => void>> = {
  toggle: (player) => (player.sound.paused ? play(player) : player.sound.pause()),
  back: (player) => goTo(player, player.sound.currentTime - stepSeconds),
  forward: (player) => goTo(player, player.sound.currentTime + stepSeconds),
  slower: (player) => changeRate(player, 'slower'),
  faster: (player) => changeRate(player, 'faster'),
  previous: (player) => goTo(player, startBefore(startsOf(player), player.sound.currentTime)),
  next: (player) => {
    const start = startAfter(startsOf(player), player.sound.currentTime)
    if (start !== null) goTo(player, start)
  },
}

const perform = (player: Player, does: string): void => actions[does]?.(player)

const changeRate = ({ sound, tell }: Player, way: 'slower' | 'faster'): void => {
  sound.playbackRate = rateBeside(sound.playbackRate, way)
  tell(`Speed: ${sound.playbackRate} times`)
}

const keys: Readonly<Record<string, string>> = {
  k: 'toggle',
  j: 'back',
  l: 'forward',
  s: 'slower',
  f: 'faster',
  p: 'previous',
  n: 'next',
}

/** In a field letters are letters. The player of the browser has keys of its own. */
const isTyping = (element: Element | null): boolean =>
  element?.closest('input:not([type=checkbox]), textarea, select, audio, [contenteditable]') !==
    null && element !== null

const press = (player: Player, event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (event.key === 'Escape') {
    perform(player, 'toggle')
    return
  }
  const does = keys[event.key.toLowerCase()]
  const areOn = player.place.querySelector<HTMLInputElement>('[data-player-keys]')?.checked
  if (does === undefined || areOn !== true || isTyping(document.activeElement)) return
  event.preventDefault()
  perform(player, does)
}

/** Words that are selected in a passage, and no others, stand in its form when it is opened. */
const openWhatIsSelected = (place: HTMLElement): void => {
  for (const link of place.querySelectorAll<HTMLAnchorElement>('[data-open-passage]')) {
    const text = link.closest('[data-passage]')?.querySelector('[data-passage-text]') ?? null
    if (text === null) continue
    // Pressing the link may end the selection before the click arrives.
    const put = () => {
      const part = selectedIn(text)
      const address = new URL(link.href)
      if (part !== null) {
        address.searchParams.set('from', String(part.from))
        address.searchParams.set('to', String(part.to))
      }
      link.href = address.href
    }
    link.addEventListener('pointerdown', put)
    link.addEventListener('keydown', put)
  }
}

/** In signs from the beginning of the passage; null: nothing of it is selected. */
const selectedIn = (text: Element): { readonly from: number; readonly to: number } | null => {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const selected = selection.getRangeAt(0)
  if (!text.contains(selected.startContainer) || !text.contains(selected.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(selected.startContainer, selected.startOffset)
  const from = before.toString().length
  return { from, to: from + selected.toString().length }
}
