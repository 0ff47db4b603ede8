/**
 * What the keyboard does on the board: shown on the page, and heard by its script. Alt and Shift together: browsers and
 * screen readers leave these to the page, and word processors move a paragraph with Alt, Shift and an arrow.
 */

export const shortcutNames = [
  'up',
  'down',
  'merge',
  'split',
  'move',
  'remove',
  'undo',
  'redo',
  'entry',
  'next',
  'back',
  'done',
] as const
export type ShortcutName = (typeof shortcutNames)[number]

type Shortcut = {
  readonly name: ShortcutName
  /** As browsers name the key. */
  readonly keys: readonly string[]
  readonly shown: string
  readonly words: string
}

export const shortcuts: readonly Shortcut[] = [
  { name: 'up', keys: ['ArrowUp'], shown: 'up arrow', words: 'move the point up' },
  { name: 'down', keys: ['ArrowDown'], shown: 'down arrow', words: 'move the point down' },
  { name: 'merge', keys: ['M'], shown: 'M', words: 'merge the point with the one above' },
  { name: 'split', keys: ['S'], shown: 'S', words: 'split the point at the cursor' },
  { name: 'move', keys: ['V'], shown: 'V', words: 'move the point to another place on the board' },
  {
    name: 'remove',
    keys: ['Backspace', 'Delete'],
    shown: 'Backspace',
    words: 'delete the point',
  },
  { name: 'undo', keys: ['Z'], shown: 'Z', words: 'undo' },
  { name: 'redo', keys: ['Y'], shown: 'Y', words: 'redo' },
  { name: 'entry', keys: ['E'], shown: 'E', words: 'go to the box for a new point' },
  { name: 'next', keys: ['N'], shown: 'N', words: 'go on to the next' },
  { name: 'back', keys: ['P'], shown: 'P', words: 'go back to the one before' },
  { name: 'done', keys: ['D'], shown: 'D', words: 'mark as done, or as not done' },
]

type Pressed = {
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly key: string
  readonly code: string
}

/** By the letter; where Alt makes another sign of it, by the place of the key. */
export const shortcutOf = (pressed: Pressed): ShortcutName | null => {
  if (!pressed.altKey || !pressed.shiftKey || pressed.ctrlKey || pressed.metaKey) return null
  const isLetter = /^[a-z]$/i.test(pressed.key)
  const key = isLetter ? pressed.key.toUpperCase() : pressed.code.replace(/^Key/, '')
  return shortcuts.find(({ keys }) => keys.includes(key))?.name ?? null
}
