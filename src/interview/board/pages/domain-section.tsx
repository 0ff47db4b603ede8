/** A domain of a mentee: what to ask, the points, the box for a new one, and where to go next. */
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { Form } from '../../../web/components/form.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import { boardAddress, interviewBase } from '../board-addresses.ts'
import { type BoardView, cellBeside, cellsOf, isDone, isNow } from '../board-view.ts'
import type { Cell } from '../note-edits.ts'
import { isEditable, RoomForm } from './board-frame.tsx'
import type { MenteePageProps } from './mentee.tsx'
import { NoteList } from './note-list.tsx'

type SectionProps = MenteePageProps & {
  readonly shown: BoardView['domains'][number]
  readonly place: number
}

export const DomainSection = (props: SectionProps) => {
  const { mentee, domain, shown } = props
  const cell = { menteeId: mentee.menteeId, domain: shown.id }
  return (
    <section
      className="app-cell"
      aria-labelledby={`domain-${shown.id}`}
      data-cell-mentee={cell.menteeId}
      data-cell-domain={cell.domain}
      hidden={shown.id !== domain}
    >
      <SectionHead {...props} cell={cell} />
      <Prompts shown={shown} />
      <NoteList {...props} cell={cell} label={shown.label} />
      {isEditable(props) ? <Steps {...props} cell={cell} /> : null}
    </section>
  )
}

type InCell = SectionProps & { readonly cell: Cell }

const SectionHead = ({ view, shown, place, cell }: InCell) => (
  <div className="app-cell__head">
    <h2 className="nhsuk-heading-m" id={`domain-${shown.id}`}>
      <span className="nhsuk-caption-m">
        {view.noun.singular} {place + 1} of {view.domains.length}
      </span>{' '}
      {shown.label}
    </h2>
    <p className="app-cell__state">
      <span data-if="done" hidden={!isDone(view.room, cell)}>
        <Tag colour="green">Done</Tag>
      </span>
      <span data-if="now" hidden={!isNow(view.room, cell)}>
        <Tag colour="blue">Now</Tag>
      </span>
    </p>
  </div>
)

const Prompts = ({ shown: { prompts } }: Pick<SectionProps, 'shown'>) => (
  <div className="app-prompts">
    <div>
      <h3 className="nhsuk-heading-xs">To open</h3>
      <ul>
        {each(prompts.open, (line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
    {prompts.clarifying.length === 0 ? null : (
      <div>
        <h3 className="nhsuk-heading-xs">To clarify</h3>
        <ul>
          {each(prompts.clarifying, (line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    )}
  </div>
)

const Steps = (props: InCell) => {
  const { view, cell } = props
  const cells = cellsOf(view)
  const next = cellBeside(cells, cell, 1)
  return (
    <div className="app-cell__steps">
      <MoveForm {...props} to={cellBeside(cells, cell, -1)} way="back" />
      <Mark {...props} />
      <div data-if="not-now" hidden={isNow(view.room, cell)}>
        <RoomForm>
          <CellForm {...props} path="move" at={cell}>
            <Button variant="secondary">Move the group here</Button>
          </CellForm>
        </RoomForm>
      </div>
      {next === null ? (
        <div data-next="">
          <ButtonLink href={boardAddress(view.programmeId)}>Next: the whole board</ButtonLink>
        </div>
      ) : (
        <MoveForm {...props} to={next} way="next" />
      )}
    </div>
  )
}

type CellFormProps = InCell & {
  readonly path: 'move' | 'cells'
  readonly at: Cell
  readonly children: ReactNode
}

const CellForm = ({ view, newKey, path, at, children }: CellFormProps) => (
  <Form action={`${interviewBase(view.programmeId)}/${path}`} idempotencyKey={newKey()}>
    <input type="hidden" name="mentee" value={at.menteeId} />
    <input type="hidden" name="domain" value={at.domain} />
    {children}
  </Form>
)

/** Takes the whole group along. Within the page the script does it without leaving it. */
const MoveForm = (props: InCell & { readonly to: Cell | null; readonly way: 'next' | 'back' }) => {
  const { view, cell, to, way } = props
  if (to === null) return null
  const isHere = to.menteeId === cell.menteeId
  const name = isHere
    ? view.domains.find(({ id }) => id === to.domain)?.label
    : view.mentees.find(({ menteeId }) => menteeId === to.menteeId)?.name
  const place = way === 'next' ? { 'data-next': '' } : { 'data-back': '' }
  const onPage = isHere ? { 'data-room-form': to.domain } : {}
  return (
    <div className={`app-cell__${way}`} {...place} {...onPage}>
      <CellForm {...props} path="move" at={to}>
        <Button variant={way === 'next' ? undefined : 'secondary'}>
          {way === 'next' ? 'Next' : 'Back'}: {name}
        </Button>
      </CellForm>
    </div>
  )
}

const Mark = (props: InCell) => {
  const { view, cell } = props
  const done = isDone(view.room, cell)
  const form = (value: 'yes' | 'no', words: string) => (
    <RoomForm>
      <CellForm {...props} path="cells" at={cell}>
        <input type="hidden" name="done" value={value} />
        <Button variant="secondary">{words}</Button>
      </CellForm>
    </RoomForm>
  )
  return (
    <div data-mark="">
      <div data-if="not-done" hidden={done}>
        {form('yes', 'Mark as done')}
      </div>
      <div data-if="done" hidden={!done}>
        {form('no', 'Mark as not done')}
      </div>
    </div>
  )
}
