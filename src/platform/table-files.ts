/** The rooms' table files in an order in which they can be run: a table comes after those it refers to. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { rooms } from '../flow.ts'

export type TableFile = { readonly room: string; readonly name: string; readonly sql: string }

/** @param root the folder that holds `src` */
export const readTableFiles = async (root: string): Promise<readonly TableFile[]> => {
  const perRoom = await Promise.all(['platform', ...rooms].map((room) => readRoom(root, room)))
  return perRoom.flatMap(inOrderOfReference)
}

const readRoom = async (root: string, room: string): Promise<readonly TableFile[]> => {
  const folder = path.join(root, 'src', room, 'tables')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (file) => ({
      room,
      name: file.slice(0, -'.sql'.length).replaceAll('-', '_'),
      sql: await readFile(path.join(folder, file), 'utf8'),
    })),
  )
}

export const referencesOf = (file: TableFile): readonly string[] =>
  [...file.sql.matchAll(/\breferences (\w+)/g)].map(([, table = '']) => table)

const isTable = (file: TableFile): boolean => file.sql.includes(`create table ${file.name} (`)

const inOrderOfReference = (files: readonly TableFile[]): readonly TableFile[] => {
  const ordered: TableFile[] = files.filter((file) => !isTable(file))
  const waiting = files.filter(isTable)
  while (waiting.length > 0) {
    const next = waiting.findIndex((file) => !waiting.some((other) => mustFollow(file, other)))
    if (next < 0) throw new Error(`Tables refer to each other in a circle: ${waiting[0]?.name}`)
    ordered.push(...waiting.splice(next, 1))
  }
  return ordered
}

const mustFollow = (file: TableFile, other: TableFile): boolean =>
  file !== other && referencesOf(file).includes(other.name)
