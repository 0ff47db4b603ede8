import { Details } from '../../../web/components/details.tsx'
import { each } from '../../../web/components/each.ts'
import { shortcuts } from '../shortcuts.ts'

const plain = [
  { keys: ['Enter'], words: 'add the point that you typed; in a point, back to the box' },
  { keys: ['Shift', 'Enter'], words: 'begin a new line' },
  { keys: ['up arrow'], words: 'from the start of a box, to the point above' },
  { keys: ['down arrow'], words: 'from the end of a box, to the point below' },
] as const

const lines = [
  ...plain,
  ...shortcuts.map(({ shown, words }) => ({ keys: ['Alt', 'Shift', shown], words })),
]

export const ShortcutList = () => (
  <div className="app-needs-scripts">
    <Details summary="Keyboard shortcuts">
      <p>
        On a Mac, Alt is the Option key. Ctrl + Z and Ctrl + Y (on a Mac Cmd + Z and Cmd + Shift +
        Z) undo and redo too.
      </p>
      <dl className="app-shortcuts">
        {each(lines, ({ keys, words }) => (
          <div className="app-shortcuts__line">
            <dt>
              {each(keys, (key, place) => (
                <>
                  {place === 0 ? '' : ' + '}
                  <kbd>{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Details>
  </div>
)
