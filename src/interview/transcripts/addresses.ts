/** Where the pages of transcripts are. */

export const transcriptsAddress = (programmeId: string): string =>
  `/programmes/${programmeId}/interview/transcripts`

export const transcriptAddress = (programmeId: string, transcriptId: string): string =>
  `${transcriptsAddress(programmeId)}/${transcriptId}`

export const transcriptionAddress = (programmeId: string, recordingId: string): string =>
  `${transcriptsAddress(programmeId)}/from-recording/${recordingId}`

export const soundAddress = (programmeId: string, recordingId: string): string =>
  `/programmes/${programmeId}/interview/recordings/${recordingId}/audio`

export const recordingsAddress = (programmeId: string): string =>
  `/programmes/${programmeId}/interview/recordings`
