/** The sentences of the room's problems. */
import type { FolderError, StudyFolderProblem } from './exchange/study-folder/errors.ts'

export type CannotWriteProblem = {
  readonly kind: 'report.cannot_write'
  readonly folder: string
  readonly reason: string
}

export type ReportProblem = StudyFolderProblem | CannotWriteProblem

export const sentenceOfReportProblem = (problem: ReportProblem): string => {
  switch (problem.kind) {
    case 'study_folder.invalid':
      return [...problem.errors.map(sentenceOfFolderError), lastLine(problem)].join('\n')
    case 'report.cannot_write':
      return `Nothing can be written to ${problem.folder} (${problem.reason}). Give another folder, or make room.`
  }
}

/** `scores.csv, row 7, column score: 6 is not on the scale from 1 to 5.` */
export const sentenceOfFolderError = ({ file, row, column, sentence }: FolderError): string => {
  const place = [
    file,
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ]
  const isEnded = sentence.endsWith('.')
  return `${place.join(', ')}: ${sentence}${isEnded ? '' : '.'}`
}

const lastLine = ({ errors, total }: StudyFolderProblem): string => {
  const count = total === 1 ? '1 error' : `${total.toLocaleString('en-GB')} errors`
  const listed =
    total > errors.length
      ? `, of which the first ${errors.length.toLocaleString('en-GB')} are listed`
      : ''
  return `${count}${listed}. Nothing was taken over from the folder.`
}
