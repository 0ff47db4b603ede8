/** The project's own files as the rules look at them: path from the root of the project, and text. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string }

const folders = ['src', 'scripts', 'bench', 'tests']
const endings = ['.ts', '.tsx', '.css', '.sql']
const notWrittenByHand = 'src/platform/database-types'

/** @param root the folder that holds `src` */
export const readSourceFiles = async (root: string): Promise<readonly SourceFile[]> => {
  const names = await Promise.all(folders.map((folder) => namesIn(root, folder)))
  const wanted = names
    .flat()
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .filter((name) => !name.startsWith(notWrittenByHand))
    .toSorted()
  return Promise.all(
    wanted.map(async (name) => ({
      path: name,
      text: await readFile(path.join(root, name), 'utf8'),
    })),
  )
}

const namesIn = async (root: string, folder: string): Promise<readonly string[]> => {
  const entries = await readdir(path.join(root, folder), { recursive: true })
  return entries.map((entry) => `${folder}/${entry.replaceAll(path.sep, '/')}`)
}

export const isTest = (file: SourceFile): boolean =>
  file.path.startsWith('tests/') || /\.test\.tsx?$/.test(file.path)

export const isScript = (file: SourceFile): boolean => /\.tsx?$/.test(file.path)

/** Under `src` and not a test: what runs at a hospital. */
export const isProduct = (file: SourceFile): boolean =>
  file.path.startsWith('src/') && isScript(file) && !isTest(file)

/** `src/people/store.ts` belongs to `people`; outside `src`, and for a file of no folder, ''. */
export const roomOf = (filePath: string): string => /^src\/([^/]+)\//.exec(filePath)?.[1] ?? ''

export const nameOf = (filePath: string): string => filePath.slice(filePath.lastIndexOf('/') + 1)
