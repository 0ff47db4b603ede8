/** A new, empty PostgreSQL cluster, made once per data folder. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { isAlive, launch, type Place } from './postgres-files.ts'

const passwordName = 'superuser-password'

/** The superuser's password; makes the cluster where there is none. */
export const passwordOfCluster = async (place: Place): Promise<string> => {
  const { cluster } = place.folders
  if (!existsSync(cluster)) await makeCluster(place)
  return readFile(path.join(cluster, passwordName), 'utf8')
}

/**
 * Made under another name and moved into place as the last step: a crash leaves nothing half-made,
 * and of two processes that start at once the second uses what the first made.
 */
const makeCluster = async (place: Place): Promise<void> => {
  const { cluster, data } = place.folders
  await removeAbandoned(data)
  const draft = path.join(data, `new-postgres-${process.pid}`)
  try {
    await initialise(place, draft)
    await rename(draft, cluster)
  } catch (error) {
    if (!existsSync(path.join(cluster, passwordName))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const initialise = async (place: Place, draft: string): Promise<void> => {
  const password = randomBytes(24).toString('base64url')
  const forInitdb = path.join(place.folders.socket, `password-${process.pid}`)
  await mkdir(draft, { mode: 0o700 })
  await writeFile(forInitdb, password, { mode: 0o600 })
  if (place.user !== null) {
    for (const file of [draft, forInitdb]) await chown(file, place.user.uid, place.user.gid)
  }
  const settings = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${forInitdb}`]
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const start = await launch(place, 'initdb', [`--pgdata=${draft}`, ...settings, ...locale])
  await promisify(execFile)(start.command, start.arguments, start.options)
  await rm(forInitdb)
  await writeFile(path.join(draft, passwordName), password, { mode: 0o600 })
}

/** Left by a process that was killed while it made a cluster. */
const removeAbandoned = async (data: string): Promise<void> => {
  for (const name of await readdir(data)) {
    const pid = /^new-postgres-(\d+)$/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await rm(path.join(data, name), { recursive: true, force: true })
  }
}
