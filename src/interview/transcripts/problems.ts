/** Why a transcript is not read, stored, changed or cut, and what to do. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type NoteProblem, sentenceOfNoteProblem } from '../board/problems.ts'
import { longestPassage, longestTitle } from './model.ts'
import type { TranscriptFault } from './read-transcript/model.ts'
import type { TranscriberProblem } from './transcriber.ts'
import type { TranscriptionProblem } from './transcriptions.ts'

type Other = {
  readonly kind:
    | 'transcript.absent'
    | 'transcript.title_missing'
    | 'transcript.title_too_long'
    | 'transcript.title_has_name'
    | 'transcript.unknown'
    | 'transcript.approved'
    | 'recording.unknown'
    | 'programme.unknown'
    | 'programme.closed'
    | 'passage.unknown'
    | 'passage.empty'
    | 'passage.too_long'
    | 'passage.changed_meanwhile'
    | 'passage.no_cell'
}

export type TranscriptProblem = Other | TranscriptFault

const thousands = new Intl.NumberFormat('en-GB')

const sentences: Readonly<Record<(Other | RepeatedKeyProblem)['kind'], string>> = {
  'transcript.absent': 'Choose a file',
  'transcript.title_missing': 'Enter a title, such as Sitting 1',
  'transcript.title_too_long': `The title must be ${longestTitle} characters or fewer`,
  'transcript.title_has_name':
    'The title has the name of somebody in it. Enter a title without names, such as Sitting 1',
  'transcript.unknown': 'This transcript is not there any more. Go to the list of transcripts',
  'transcript.approved': 'This transcript is approved and stays as it is',
  'recording.unknown': 'This recording is not there any more. Choose another, or none',
  'programme.unknown': 'This programme is no longer there',
  'programme.closed': 'This programme is closed: its transcripts stay as they are',
  'passage.unknown': 'This passage is not there. Reload the transcript',
  'passage.empty': 'Enter what was said in this passage',
  'passage.too_long': `A passage must be ${thousands.format(longestPassage)} characters or fewer`,
  'passage.changed_meanwhile':
    'Somebody else has corrected this passage meanwhile: it is shown above as it is now. Your words are in the box. Correct them and save again',
  'passage.no_cell': 'Select where the words go',
  'request.key_used_otherwise':
    'This form was sent before with other content. Look at the list of transcripts, then send it again',
}

const largeWordFile =
  'This Word file holds far more than a transcript does. Copy the text of the transcript into a new file and save that as .docx or .txt'

const somethingElse = {
  workbook: 'This is a spreadsheet, not a Word file',
  slides: 'This is a presentation, not a Word file',
  archive: 'This is an archive, not a Word file',
} as const

const notText = {
  pdf: 'This is a PDF',
  old_word: 'This is a Word file of the old kind (.doc), or one with a password',
  unknown: 'This file holds no text',
} as const

const otherFile = 'Choose the transcript as .vtt, .srt, .docx or .txt'

const sentenceOfFault = (fault: TranscriptFault): string => {
  switch (fault.kind) {
    case 'transcript.empty':
      return `Nothing that was said stands in this file. ${otherFile}`
    case 'transcript.not_text':
      return fault.looksLike === 'old_word'
        ? `${notText.old_word}. Open it in Word, save it as .docx without a password, and choose that file`
        : `${notText[fault.looksLike]}. ${otherFile}`
    case 'transcript.time_unreadable':
      return `Line ${fault.line}: the time “${fault.found.slice(0, 60)}” cannot be read. It must look like 00:01:02.000 --> 00:01:05.000. Correct the line in a text editor, then choose the file again`
    case 'transcript.too_long':
      return 'This transcript is longer than three days of speech. Divide the file and import the parts one by one'
    case 'word_file.damaged':
      return 'This Word file is damaged or was cut off. Open it in Word and save it again, or save it as plain text (.txt)'
    case 'word_file.too_large':
      return largeWordFile
    case 'word_file.something_else':
      return `${somethingElse[fault.looksLike]}. ${otherFile}`
  }
}

const isFault = (problem: { readonly kind: string }): problem is TranscriptFault =>
  !(problem.kind in sentences)

export const sentenceOfTranscriptProblem = (
  problem: TranscriptProblem | RepeatedKeyProblem,
): string => (isFault(problem) ? sentenceOfFault(problem) : sentences[problem.kind])

/** A cut is a change of the board, and is refused as one. */
export type CutProblem = TranscriptProblem | NoteProblem

const isNoteProblem = (problem: CutProblem): problem is NoteProblem =>
  problem.kind === 'interview.not_open' || problem.kind.startsWith('note.')

export const sentenceOfCutProblem = (problem: CutProblem): string =>
  isNoteProblem(problem) ? sentenceOfNoteProblem(problem) : sentenceOfTranscriptProblem(problem)

const transcriberSentences: Readonly<Record<TranscriberProblem['kind'], string>> = {
  'transcriber.not_started':
    'The program could not be started. Ask the person who runs the service to look at it',
  'transcriber.failed':
    'The program ended without a transcript. Try again, or ask the person who runs the service to look at it',
  'transcriber.took_too_long': 'The program took too long and was ended',
  'transcriber.wrote_too_much': 'The program wrote more than a transcript holds, and was ended',
  'transcriber.recording_gone':
    'The recording could not be read to its end. Look whether it is still in the list of recordings',
}

const isTranscribers = (problem: TranscriptionProblem): problem is TranscriberProblem =>
  problem.kind in transcriberSentences

export const sentenceOfTranscriptionProblem = (problem: TranscriptionProblem): string =>
  isTranscribers(problem)
    ? transcriberSentences[problem.kind]
    : `The program’s transcript cannot be used: ${sentenceOfFault(problem)}`
