/** Where sessions are recorded and put right. */
import type { OwnPair, OwnPairs } from '../own/load-own-pairs.ts'

type Asked = {
  readonly partner?: Pick<OwnPair['partner'], 'participantId'>
  readonly session?: string
  /** To take it back. */
  readonly mistake?: 'yes'
}

export const addressOfRecording = (
  { programme }: { readonly programme: Pick<OwnPairs['programme'], 'programmeId'> },
  { partner, session, mistake }: Asked = {},
): string => {
  const query = new URLSearchParams({
    ...(partner === undefined ? {} : { partner: partner.participantId }),
    ...(session === undefined ? {} : { session }),
    ...(mistake === undefined ? {} : { mistake }),
  })
  const path = `/programmes/${programme.programmeId}/session/record`
  return query.size === 0 ? path : `${path}?${query}`
}
