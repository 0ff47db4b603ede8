/** Where the pages of the documents are. */

export const documentsAddress = (programmeId: string): string =>
  `/programmes/${programmeId}/documents`

export const documentAddress = (programmeId: string, menteeId: string): string =>
  `${documentsAddress(programmeId)}/${menteeId}`

export const pointAnchor = (pointId: string): string => `point-${pointId}`

export const pointsAnchor = (domain: string): string => `points-${domain}`
