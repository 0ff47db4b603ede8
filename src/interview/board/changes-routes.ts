/** What keeps the screens of a room the same: the changes that they send, and the events that they hear. */
import * as z from 'zod'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { joinBoard } from './board-feed.ts'
import { changeNotes } from './change-notes.ts'
import { changesForm } from './changes-form.ts'
import type { NoteProblem } from './problems.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>

/** For the script of the board, which asks again until it hears `saved`. */
const takeChanges = async ({
  params,
  input,
  scope,
}: RouteContext<Params, z.infer<typeof changesForm>>): Promise<Reply> => {
  const { changes } = input
  const changed = await changeNotes(scope, { programmeId: params.programme, changes })
  const told = changed.ok
    ? { state: 'saved', ...changed.value }
    : { state: stateOf(changed.problem) }
  return { kind: 'file', type: 'application/json', body: JSON.stringify(told) }
}

const stateOf = ({ kind }: NoteProblem): string => {
  switch (kind) {
    case 'interview.not_open':
      return 'ended'
    case 'note.unknown_cell':
      return 'unknown_cell'
    case 'note.too_long':
      return 'too_long'
  }
}

const openEvents = async ({
  params,
  scope,
  live,
}: RouteContext<Params, unknown>): Promise<Reply> => ({
  kind: 'events',
  open: (send) => joinBoard(live, { ...scope, programmeId: params.programme }, send),
})

const at = '/programmes/:programme/interview'
const who = ['facilitator'] as const
/** As many notes as one message may have, all of them long. */
const limitBytes = 4_000_000

export const routes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${at}/changes`,
    who,
    params,
    input: changesForm,
    limitBytes,
    handle: takeChanges,
  }),
  route({
    method: 'GET',
    path: `${at}/events`,
    who,
    params,
    input: z.object({}),
    handle: openEvents,
  }),
]
