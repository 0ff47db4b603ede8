/** Everything that is wrong with a study folder: each error with its place; counted all, kept the first. */

export type FolderError = {
  readonly file: string
  /** The row a spreadsheet shows; null = the file as a whole. */
  readonly row: number | null
  readonly column: string | null
  readonly sentence: string
}

export type StudyFolderProblem = {
  readonly kind: 'study_folder.invalid'
  /** The first errors in the order of the files and rows, at most `keptErrors`. */
  readonly errors: readonly FolderError[]
  readonly total: number
}

export type ErrorList = {
  readonly add: (error: FolderError) => void
  /** Errors that are counted only, since they would not be kept. */
  readonly addUnlisted: (count: number) => void
  /** Null while nothing is wrong. */
  readonly problem: () => StudyFolderProblem | null
}

export const keptErrors = 1000

export const collectErrors = (): ErrorList => {
  const errors: FolderError[] = []
  let total = 0
  return {
    add: (error) => {
      total += 1
      if (errors.length < keptErrors) errors.push(error)
    },
    addUnlisted: (count) => {
      total += count
    },
    problem: () => (total === 0 ? null : { kind: 'study_folder.invalid', errors, total }),
  }
}
