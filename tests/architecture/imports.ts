/** What a file imports, read from its text: every `import`, `export … from` and `import('…')`. */
import path from 'node:path'
import { codeOf } from './code.ts'
import { isScript, type SourceFile } from './source-files.ts'

export type Import = {
  /** A path from the root of the project, or the name of a package. */
  readonly target: string
  /** Erased when the program runs. */
  readonly isType: boolean
}

const statement =
  /\b(?:import|export)\b(?<names>[\w\s{}*,$]*?)\bfrom\s*(?<static>(['"]) *\3)|\bimport\s*\(?\s*(?<plain>(['"]) *\5)/dg

export const importsOf = (file: SourceFile): readonly Import[] => {
  if (!isScript(file)) return []
  return [...codeOf(file.text).matchAll(statement)].map((found) => {
    const [start, end] = found.indices?.groups?.static ?? found.indices?.groups?.plain ?? [0, 0]
    const written = file.text.slice(start + 1, end - 1)
    return {
      target: targetOf(file.path, written),
      isType: isTypeOnly(found.groups?.names ?? ''),
    }
  })
}

const targetOf = (from: string, written: string): string =>
  written.startsWith('.') ? path.posix.join(path.posix.dirname(from), written) : written

/** `type { A }`, or `{ type A, type B }`. */
const isTypeOnly = (names: string): boolean => {
  if (/^\s*type\b/.test(names)) return true
  const braced = /^\s*\{(.*)\}\s*$/s.exec(names)?.[1]
  const each = braced?.split(',').filter((name) => name.trim() !== '') ?? []
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name))
}
