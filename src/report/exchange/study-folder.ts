/**
 * Reads a study folder: a Frictionless Data Package with the protocol and the tables of one study.
 * Either everything is right and a study comes out, or every error is named with file, row and column.
 */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Study } from '../study.ts'
import {
  type DataPackage,
  packageFile,
  parseDataPackage,
  type ResourceName,
  type ResourcePaths,
  requiredResources,
  resourceNames,
  usualFile,
} from './study-folder/data-package.ts'
import { collectErrors, type ErrorList, type StudyFolderProblem } from './study-folder/errors.ts'
import { type ResourceFile, readResources } from './study-folder/read-resources.ts'

/** Gives the bytes of a file of the folder, or null when it is not there or cannot be opened. */
export type OpenFile = (path: string) => Promise<Uint8Array | null>

export const readStudyFolder = async (
  folder: string,
): Promise<Result<Study, StudyFolderProblem>> => {
  if (await isFolder(folder)) return readStudyFiles((path) => openFile(join(folder, path)))
  const sentence = 'there is no such folder; give the folder that holds datapackage.json'
  const error = { file: folder, row: null, column: null, sentence }
  return fail({ kind: 'study_folder.invalid', errors: [error], total: 1 })
}

/** The same for files that do not lie on this computer's disk. */
export const readStudyFiles = async (
  open: OpenFile,
): Promise<Result<Study, StudyFolderProblem>> => {
  const errors = collectErrors()
  const { paths, ...versions } = await findResources(open, errors)
  const files = new Map<ResourceName, ResourceFile>()
  for (const name of resourceNames) {
    const file = paths.get(name) ?? usualFile(name)
    const bytes = await open(file)
    if (bytes === null) addMissing(name, paths, errors)
    else files.set(name, { file, bytes })
  }
  const study = readResources(files, errors)
  const problem = errors.problem()
  if (problem !== null) return fail(problem)
  if (study === null) throw new Error('a study folder without errors gave no study')
  return ok({ ...study, ...versions })
}

const addMissing = (name: ResourceName, paths: ResourcePaths, errors: ErrorList): void => {
  const listed = paths.get(name)
  if (listed === undefined && !requiredResources.includes(name)) return
  const otherwise = listed === undefined ? '' : `, or take it out of ${packageFile}`
  const sentence = `the file is missing or cannot be opened; put it there${otherwise}`
  errors.add({ file: listed ?? usualFile(name), row: null, column: null, sentence })
}

/** When the data package cannot be read, the usual names are tried, so that all other errors are found too. */
const findResources = async (open: OpenFile, errors: ErrorList): Promise<DataPackage> => {
  const bytes = await open(packageFile)
  if (bytes === null) {
    const sentence = 'the file is missing; it says which file of the folder is which'
    errors.add({ file: packageFile, row: null, column: null, sentence })
    return { paths: new Map() }
  }
  const parsed = parseDataPackage(new TextDecoder().decode(bytes))
  if (parsed.ok) return parsed.value
  for (const error of parsed.problem.errors) errors.add(error)
  return { paths: new Map() }
}

const unreadable = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG']

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && unreadable.includes(String(error.code))

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isUnreadable(error)) return false
    throw error
  }
}

const openFile = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (isUnreadable(error)) return null
    throw error
  }
}
