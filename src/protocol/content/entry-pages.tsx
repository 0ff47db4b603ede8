/** What the lists of domains, questions and characteristics have in common. */
import type { ReactNode } from 'react'
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { EditingForm } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { QuestionWarning } from './lint-question.ts'

type ActsProps = {
  readonly editing: Editing<unknown>
  readonly id: string
  /** Said after each button to those who cannot see which entry it stands in. */
  readonly label: string
  readonly acts: readonly { readonly act: string; readonly words: string }[]
  /** More that tells which entry is meant. */
  readonly children?: ReactNode
}

/** Small buttons that do something with one entry of a list. */
export const EntryActs = ({ editing, id, label, acts, children }: ActsProps) => (
  <EditingForm editing={editing}>
    <input type="hidden" name="id" value={id} />
    {children}
    <ButtonGroup>
      {each(acts, ({ act, words }) => (
        <Button name="act" value={act} variant="secondary" isSmall>
          {words}
          <span className="nhsuk-u-visually-hidden"> {label}</span>
        </Button>
      ))}
    </ButtonGroup>
  </EditingForm>
)

/** Up, where there is something above it, and down, where there is something below. */
export const movesAt = (place: number, length: number) => [
  ...(place > 0 ? [{ act: 'up', words: 'Move up' }] : []),
  ...(place < length - 1 ? [{ act: 'down', words: 'Move down' }] : []),
]

export const remove = { act: 'remove', words: 'Remove' } as const

type EntryProps = {
  readonly heading: ReactNode
  /** Where it is changed; null for an entry that is not changed by itself. */
  readonly href: string | null
  readonly label: string
  readonly children: ReactNode
}

export const Entry = ({ heading, href, label, children }: EntryProps) => (
  <section className="app-entry">
    <div className="app-entry__heading">
      <h3 className="nhsuk-heading-s">{heading}</h3>
      {href === null ? null : (
        <a href={href}>
          Change<span className="nhsuk-u-visually-hidden"> {label}</span>
        </a>
      )}
    </div>
    {children}
  </section>
)

/** What a question might be misread by; nothing when nothing was found. */
export const Warnings = ({ warnings }: { readonly warnings: readonly QuestionWarning[] }) =>
  warnings.length === 0 ? null : (
    <ul className="app-doubts">
      {each(warnings, ({ sentence, source }) => (
        <li>
          <strong>Look at the wording.</strong> {sentence}{' '}
          <span className="app-doubts__source">{source}.</span>
        </li>
      ))}
    </ul>
  )
