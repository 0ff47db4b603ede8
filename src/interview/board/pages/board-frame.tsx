/** What the pages of the board share: who is spoken about, the break, phones, and what the script begins with. */
import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from '../../../web/components/breadcrumb.tsx'
import { Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import { boardAddress, cellAddress, interviewBase } from '../board-addresses.ts'
import type { BoardData, BoardView } from '../board-view.ts'

export type BoardProps = { readonly view: BoardView; readonly newKey: () => string }

export const isEditable = ({ view }: Pick<BoardProps, 'view'>): boolean =>
  view.isOpen && view.room.state === 'open'

type FrameProps = BoardProps & {
  readonly crumbs: readonly Crumb[]
  readonly menteeId: string | null
  readonly children: ReactNode
}

export const BoardFrame = (props: FrameProps) => {
  const { view, crumbs, menteeId, children } = props
  const live = isEditable(props) ? { 'data-board': JSON.stringify(dataOf(view, menteeId)) } : {}
  return (
    <div className="app-board" {...live}>
      <Breadcrumb crumbs={crumbs} />
      {children}
      <div className="nhsuk-u-visually-hidden" role="status" data-news="" />
    </div>
  )
}

const dataOf = (view: BoardView, menteeId: string | null): BoardData => ({
  notes: view.notes,
  room: view.room,
  mentees: view.mentees,
  domains: view.domains.map(({ id, label }) => ({ id, label })),
  changesAddress: `${interviewBase(view.programmeId)}/changes`,
  eventsAddress: `${interviewBase(view.programmeId)}/events`,
  programmeId: view.programmeId,
  menteeId,
})

/** Sent by the script without leaving the page. */
export const RoomForm = ({ children }: { readonly children: ReactNode }) => (
  <div data-room-form="">{children}</div>
)

/** Where the group is, and whether it has a break; on every screen the same. */
export const RoomBar = (props: BoardProps & { readonly here: string }) => {
  const { view } = props
  return (
    <div className="app-board__bar">
      <div className="app-board__group">
        <Group view={view} />
        <span data-if="nowhere" hidden={view.room.current !== null || view.room.sitting === null}>
          Nobody is being spoken about yet. The clock starts with the first person you go to.
        </span>
        <span data-if="paused" hidden={!view.room.isPaused}>
          <Tag colour="yellow">On a break</Tag>
        </span>
        <span data-if="not-open" hidden>
          The interview has ended: points can no longer be changed.
        </span>
        <span data-if="not-sitting" hidden={view.room.sitting !== null}>
          No sitting is going on, so time stands still.{' '}
          <a href={interviewBase(view.programmeId)}>Begin a sitting</a>
        </span>
      </div>
      <Break {...props} />
      <p className="app-board__status" data-status="" />
      <p className="app-board__message" data-message="" hidden />
    </div>
  )
}

const Group = ({ view }: Pick<BoardProps, 'view'>) => {
  const { current } = view.room
  const mentee = view.mentees.find(({ menteeId }) => menteeId === current?.menteeId)
  const domain = view.domains.find(({ id }) => id === current?.domain)
  const isSomewhere = current !== null && mentee !== undefined && domain !== undefined
  return (
    <span data-group={boardAddress(view.programmeId)} hidden={!isSomewhere}>
      The group is on{' '}
      <a
        href={isSomewhere ? cellAddress(view.programmeId, current) : boardAddress(view.programmeId)}
      >
        {isSomewhere ? `${mentee.name}, ${domain.label}` : ''}
      </a>
    </span>
  )
}

const Break = ({ view, newKey, here }: BoardProps & { readonly here: string }) => {
  const { room, programmeId } = view
  const isRunning = room.sitting !== null && room.current !== null && !room.isPaused
  const form = (what: 'pause' | 'resume', words: string) => (
    <RoomForm>
      <Form action={`${interviewBase(programmeId)}/${what}`} idempotencyKey={newKey()}>
        <input type="hidden" name="to" value={here} />
        <Button variant="secondary" isSmall>
          {words}
        </Button>
      </Form>
    </RoomForm>
  )
  return (
    <div className="app-board__break">
      <div data-if="running" hidden={!isRunning}>
        {form('pause', 'Take a break')}
      </div>
      <div data-if="paused" hidden={!room.isPaused}>
        {form('resume', 'End the break')}
      </div>
    </div>
  )
}

/** What comes from elsewhere: phones and transcripts. */
export const Elsewhere = ({ view, newKey }: BoardProps) => (
  <Details summary="Phones and transcripts">
    <p>
      {view.mentorsLabel} in the room can follow on their phones, add points, and say in private
      that they have seen something too. They open their personal link, then this address:
    </p>
    <p className="app-hash">
      <strong>{view.followAddress}</strong>
    </p>
    <p>
      Points from phones wait until you show them. They come several at once and in random order, so
      that nobody can tell whose they are.
    </p>
    <div data-phone-form="">
      <Form action={`${interviewBase(view.programmeId)}/phone-points`} idempotencyKey={newKey()}>
        <Button variant="secondary">Show the points from phones</Button>
      </Form>
    </div>
    <p>
      <a href={`${interviewBase(view.programmeId)}/transcripts`}>Go to the transcripts</a> to cut a
      passage into the board.
    </p>
  </Details>
)
