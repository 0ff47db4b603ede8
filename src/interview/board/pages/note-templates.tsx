/** What the script of the page puts there: a point that can be typed in, and the choice of another cell. */
import { each } from '../../../web/components/each.ts'
import { noteAddress } from '../board-addresses.ts'
import type { BoardView } from '../board-view.ts'
import { longestNote } from '../model.ts'
import type { ShortcutName } from '../shortcuts.ts'

const tools: readonly { readonly name: ShortcutName; readonly words: string }[] = [
  { name: 'up', words: 'Up' },
  { name: 'down', words: 'Down' },
  { name: 'merge', words: 'Merge with above' },
  { name: 'split', words: 'Split here' },
  { name: 'move', words: 'Move…' },
  { name: 'remove', words: 'Delete' },
]

export const NoteTemplate = ({ programmeId }: { readonly programmeId: string }) => (
  <template data-template="note">
    <li className="app-note" data-note="">
      <textarea
        className="nhsuk-textarea app-note__text"
        rows={1}
        maxLength={longestNote}
        autoComplete="off"
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read out at every button */}
      <div className="app-note__tools" role="group">
        {each(tools, ({ name, words }) => (
          <button className="app-tool" type="button" data-do={name}>
            {words}
          </button>
        ))}
        <a
          className="app-tool"
          href="#note"
          data-href={`${noteAddress(programmeId, 'NOTE')}/concern`}
        >
          This is about safety or conduct
        </a>
      </div>
    </li>
  </template>
)

const placesOn = ({ mentees, domains }: BoardView) =>
  mentees.flatMap(({ menteeId, name }) =>
    domains.map(({ id, label }) => ({ value: `${menteeId} ${id}`, label: `${name}, ${label}` })),
  )

export const MoverTemplate = ({ view }: { readonly view: BoardView }) => (
  <template data-template="mover">
    <div className="app-mover" data-mover="">
      <label className="nhsuk-label" htmlFor="move-to">
        Move this point to
      </label>
      <select className="nhsuk-select" id="move-to">
        {each(placesOn(view), ({ value, label }) => (
          <option value={value}>{label}</option>
        ))}
      </select>
      <button className="nhsuk-button nhsuk-button--small" type="button" data-choose="">
        Move
      </button>
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        type="button"
        data-leave=""
      >
        Cancel
      </button>
    </div>
  </template>
)
