/** Where the pages of the board are. */
import type { Cell } from './note-edits.ts'

export const interviewBase = (programmeId: string): string => `/programmes/${programmeId}/interview`

export const boardAddress = (programmeId: string): string => `${interviewBase(programmeId)}/board`

export const menteeAddress = (programmeId: string, menteeId: string): string =>
  `${boardAddress(programmeId)}/${menteeId}`

export const cellAddress = (programmeId: string, { menteeId, domain }: Cell): string =>
  `${menteeAddress(programmeId, menteeId)}?domain=${domain}`

export const noteAddress = (programmeId: string, noteId: string): string =>
  `${interviewBase(programmeId)}/notes/${noteId}`
