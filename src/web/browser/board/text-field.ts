/** A box in which somebody types while others may change the same text. */
import { moveCursor } from './cursor.ts'

export type TextField = {
  readonly box: HTMLTextAreaElement
  /** What was last put there or typed there: what the next key changes. */
  shown: string
  /** Half a sign is being entered: nothing may be put there now. */
  isComposing: boolean
}

/** @param typed called with the text before and after */
export const watchField = (
  box: HTMLTextAreaElement,
  typed: (from: string, to: string) => void,
): TextField => {
  const field: TextField = { box, shown: box.value, isComposing: false }
  const hear = () => {
    fitHeight(box)
    if (field.isComposing || box.value === field.shown) return
    const from = field.shown
    field.shown = box.value
    typed(from, box.value)
  }
  box.addEventListener('input', hear)
  box.addEventListener('compositionstart', () => {
    field.isComposing = true
  })
  box.addEventListener('compositionend', () => {
    field.isComposing = false
    hear()
  })
  return field
}

/** The cursor stays between the same words. */
export const putText = (field: TextField, text: string): void => {
  const { box, shown } = field
  if (field.isComposing || shown === text) return
  const [start, end] = [box.selectionStart, box.selectionEnd]
  field.shown = text
  box.value = text
  if (document.activeElement === box)
    box.setSelectionRange(moveCursor(shown, text, start), moveCursor(shown, text, end))
  fitHeight(box)
}

/** As high as its text; a box that is out of sight is fitted when it is shown. */
export const fitHeight = (box: HTMLTextAreaElement): void => {
  if (box.offsetParent === null) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
}

export const isAtStart = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): boolean =>
  selectionStart === 0 && selectionEnd === 0

export const isAtEnd = ({ selectionStart, value }: HTMLTextAreaElement): boolean =>
  selectionStart === value.length
