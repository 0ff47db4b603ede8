/**
 * `node scripts/upload-limits.ts [MEBIBYTES] [wav|mp3]`: uploads a recording of 2 GiB, or as much as named, to a real
 * server with its own PostgreSQL. Says how long it took and how much more memory the server held at most; ends with 1
 * when it was refused, or when that is more than 64 MiB. Reads the memory of a process as Linux tells it.
 */
import { readFile } from 'node:fs/promises'
import { foundOrganisation } from '../src/organisations/actions.ts'
import { operatorScope } from '../src/organisations/set-up.ts'
import { installationId } from '../src/platform/database.ts'
import { type Installation, withInstallation } from '../src/platform/installation.ts'
import { type Large, sendLargeFile } from '../tests/support/large-upload.ts'
import { fillLiveRoom } from '../tests/support/live-room.ts'
import {
  endEverything,
  linkOf,
  newSettings,
  type Program,
  removeFolders,
  startServer,
  stopServer,
} from '../tests/support/program.ts'

const mostGrowth = 64
const write = (line: string) => process.stdout.write(`${line}\n`)
const [size = '2048', type = 'wav'] = process.argv.slice(2)

/** A sitting with one mentor, who agrees. */
const fill = async (installation: Installation): Promise<Pick<Large, 'programmeId' | 'token'>> => {
  const organisationId = crypto.randomUUID()
  const organisation = { organisationId, kind: 'own', name: 'Northgate Hospital' } as const
  await foundOrganisation(operatorScope(installation, installationId), organisation)
  const room = await fillLiveRoom(operatorScope(installation, organisationId), 1)
  const { programmeId, tokens, change } = room
  await change(async (tx) => {
    const mentor = tx
      .selectFrom('participants')
      .select('participantId')
      .where('role', '=', 'mentor')
    const { participantId } = await mentor.executeTakeFirstOrThrow()
    const present = { sitting: 1, participantId, agreesToRecording: true }
    await tx
      .insertInto('interviewAttendances')
      .values({ organisationId, programmeId, ...present })
      .execute()
  })
  return { programmeId, token: tokens[0] ?? '' }
}

const mebibytesOf = async ({ pid }: Program): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

/** What a server takes once and for all is no growth: it has taken a small recording before. */
const measure = async (server: Program, large: Large): Promise<void> => {
  await sendLargeFile({ ...large, mebibytes: Math.min(50, large.mebibytes) })
  const before = await mebibytesOf(server)
  let most = before
  const watch = setInterval(async () => {
    most = Math.max(most, await mebibytesOf(server))
  }, 100)
  const started = performance.now()
  const fault = await sendLargeFile(large)
  const seconds = Math.round((performance.now() - started) / 1000)
  clearInterval(watch)
  const grown = Math.round(most - before)
  write(`${large.mebibytes} MiB of ${large.type} in ${seconds} s: ${fault ?? 'taken'}`)
  write(`The memory of the server grew from ${Math.round(before)} MiB by ${grown} MiB.`)
  if (fault !== null || grown > mostGrowth) process.exitCode = 1
}

const settings = { ...(await newSettings()), TURNABOUT_LOG: 'silent' }
try {
  const server = startServer(settings)
  await linkOf(server)
  const origin = `http://localhost:${settings.PORT}`
  await withInstallation(settings, async (installation) => {
    const filled = await fill(installation)
    await measure(server, { origin, type, mebibytes: Number(size), ...filled })
    return { ok: true, value: null }
  })
  await stopServer(server)
} finally {
  await endEverything()
  await removeFolders()
}
