/** Why nothing is recorded, received or destroyed. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type RecordingRefusal, sentenceOfRecordingRefusal } from '../sittings/recording-consent.ts'
import type { SoundProblem } from './model.ts'

type Other = {
  readonly kind:
    | 'recording.unknown'
    | 'recording.unknown_sitting'
    | 'recording.too_large'
    | 'recording.nothing_in_it'
    | 'recording.wrong_type'
    | 'recording.not_receiving'
    | 'recording.not_ready'
    | 'recording.piece_of_wrong_length'
    | 'recording.piece_beyond_the_end'
    | 'recording.incomplete'
    | 'recording.busy'
    | 'recording.disk_full'
}

export type RecordingProblem = Other | SoundProblem | { readonly kind: RecordingRefusal }

const sentences: Readonly<Record<(Other | SoundProblem | RepeatedKeyProblem)['kind'], string>> = {
  'recording.unknown': 'This recording is not there any more. Reload the list of recordings.',
  'recording.unknown_sitting': 'Choose the sitting that was recorded.',
  'recording.too_large':
    'The file is larger than 2 GiB. Save the recording as MP3, M4A, Ogg or WebM, or in several parts, and upload that.',
  'recording.nothing_in_it': 'The file is empty. Choose another file.',
  'recording.wrong_type':
    'Only sound can be uploaded: a file whose name ends in .wav, .mp3, .m4a, .ogg or .webm. Choose another file.',
  'recording.not_receiving':
    'This recording takes nothing more: it is finished, refused or destroyed. Reload the list of recordings.',
  'recording.not_ready': 'This recording cannot be played. Reload the list of recordings.',
  'recording.piece_of_wrong_length':
    'A part of the file arrived with the wrong length, so it was not kept. Choose the same file again: the upload goes on where it stopped.',
  'recording.piece_beyond_the_end':
    'More arrived than the file holds, so it was not kept. Choose the file again.',
  'recording.incomplete':
    'Parts of the recording are missing. Choose the same file again: the upload goes on where it stopped.',
  'recording.busy': 'Other recordings are being checked just now. This one follows by itself.',
  'recording.disk_full':
    'The server’s disk is full. Nothing of this was half saved. Ask the person who runs the service to make room, then try again.',
  'sound.no_recording':
    'This file is not a recording that can be used, whatever its name says. Choose a WAV, MP3, M4A, Ogg or WebM file. Nothing of it was kept.',
  'sound.cut_off':
    'The file ends before the recording does: it was cut off when it was saved or copied. Copy it from the recorder again. Nothing of it was kept.',
  'sound.damaged':
    'The file is damaged and cannot be read. Copy it from the recorder again. Nothing of it was kept.',
  'sound.empty': 'There is no sound in this file. Choose another file. Nothing of it was kept.',
  'sound.unknown_codec':
    'The sound in this file is stored in a way that browsers do not play. Save the recording as WAV, MP3 or M4A (AAC) and upload that. Nothing of it was kept.',
  'request.key_used_otherwise':
    'This form was sent before with other content. Reload the list of recordings.',
}

const isRefusal = (kind: string): kind is RecordingRefusal =>
  ['interview.no_sitting', 'attendance.nobody', 'recording.not_all_agree'].includes(kind)

export const sentenceOfRecordingProblem = ({
  kind,
}: RecordingProblem | RepeatedKeyProblem): string =>
  isRefusal(kind) ? sentenceOfRecordingRefusal(kind) : sentences[kind]
