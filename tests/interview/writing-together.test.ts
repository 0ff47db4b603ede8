/** Nothing that was acknowledged is lost, and every screen shows the same in the end. */
import { afterAll, expect, test } from 'vitest'
import { type Live, startLive } from '../../src/platform/live.ts'
import { newDatabase, newOrganisation } from '../support/database.ts'
import { type Ask, writeTogether } from '../support/interview-writers.ts'
import { fillLiveRoom } from '../support/live-room.ts'
import { send, visit } from '../support/visit.ts'
import { type Server, serverOn } from '../support/world.ts'

const { database, drop } = await newDatabase()
afterAll(drop)

/** A server that can go away and come back; meanwhile nobody gets an answer, not even to what is under way. */
const startServer = () => {
  const begin = (): { readonly server: Server; readonly live: Live } => {
    const live = startLive(database)
    return { server: serverOn(database, { live }), live }
  }
  const now = begin()
  const running: { server: Server | null; live: Live } = now
  const stop = async () => {
    running.server = null
    await running.live.stop()
  }
  const start = () => void Object.assign(running, begin())
  const ask = async (work: (server: Server) => Promise<Response>): Promise<Response> => {
    const { server } = running
    if (server === null) throw new Error('The server is away.')
    const reply = await work(server)
    if (running.server !== server) throw new Error('The server went away.')
    return reply
  }
  return { stop, start, ask }
}

test('of what 8 people write through 2 servers, one of which is restarted, nothing is lost', async () => {
  const room = await fillLiveRoom(await newOrganisation(database), 2)
  const servers = [startServer(), startServer()]
  const [first] = servers
  const losing = { answers: 0 }
  const ask: Ask = async ({ writer, path, form }) => {
    const as = { token: room.tokens[writer % 2] ?? '' }
    const server = servers[Math.floor(writer / 2) % 2]
    if (server === undefined) throw new Error('There are two servers.')
    const reply = await server.ask((one) =>
      form === undefined ? visit(one, path, { as }) : send(one, path, { as, form }),
    )
    losing.answers += 1
    if (form !== undefined && losing.answers % 17 === 0) throw new Error('The answer is lost.')
    return reply
  }
  const after = (edits: number) => {
    if (edits === 80) void first?.stop()
    if (edits === 110) first?.start()
  }
  const written = await writeTogether({ room, ask, writers: 8, edits: 25, seed: 'room', after })
  expect(written).toMatchObject({ acknowledged: 200, lost: [], differing: 0 })
  expect(written.retries).toBeGreaterThan(5)
  expect(written.streams).toBeGreaterThan(10)
  expect(written.notes).toBeGreaterThan(5)
  for (const { stop } of servers) await stop()
}, 120_000)
