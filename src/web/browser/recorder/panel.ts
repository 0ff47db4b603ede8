/** The part of the page that belongs to the recorder: its buttons, its sign, its words. */

export type Press = 'start' | 'pause' | 'resume' | 'stop' | 'finish' | 'upload' | 'cancel'
export type Sign = 'recording' | 'paused' | 'stopped'

export type Panel = {
  readonly tell: (words: string) => void
  /** Shows these buttons and hides the others. When that of the focus is hidden, the next one shown gets it. */
  readonly show: (presses: readonly Press[]) => void
  readonly name: (press: Press, words: string) => void
  readonly onPress: (press: Press, work: () => void) => void
  readonly showSign: (sign: Sign) => void
  readonly showTime: (milliseconds: number) => void
}

const timeIn = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3600 ? minutes.replace(/^0/, '') : `${Math.floor(seconds / 3600)}:${minutes}`
}

const put = (element: Element | null, words: string): void => {
  // The same words again are not read out again.
  if (element !== null && element.textContent !== words) element.textContent = words
}

export const panelOf = (place: HTMLElement): Panel => {
  const status = place.querySelector('[role=status]')
  const sign = place.querySelector<HTMLElement>('[data-recorder-sign]')
  const buttons = [...place.querySelectorAll<HTMLButtonElement>('[data-press]')]
  const buttonOf = (press: Press) => buttons.find((button) => button.dataset.press === press)
  let isFocusLost = false
  const show = (presses: readonly Press[]): void => {
    const focused = buttons.find((button) => button === document.activeElement)
    for (const button of buttons) {
      button.hidden = !presses.some((press) => press === button.dataset.press)
    }
    isFocusLost ||= focused?.hidden === true
    const first = buttons.find((button) => !button.hidden)
    if (!isFocusLost || first === undefined) return
    isFocusLost = false
    first.focus()
  }
  return {
    tell: (words) => put(status, words),
    show,
    name: (press, words) => put(buttonOf(press) ?? null, words),
    onPress: (press, work) => buttonOf(press)?.addEventListener('click', work),
    showSign: (now) => {
      if (sign === null) return
      sign.hidden = now === 'stopped'
      sign.classList.toggle('app-recorder__sign--paused', now === 'paused')
      put(sign.querySelector('[data-recorder-state]'), now === 'paused' ? 'Paused' : 'Recording')
    },
    showTime: (milliseconds) =>
      put(place.querySelector('[data-recorder-time]'), timeIn(milliseconds)),
  }
}
