/** Another protocol in the place of the one that a programme was started with. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import { findProgramme, type ProgrammeWithProtocol, putProtocolVersion } from '../store.ts'
import { type ProtocolSource, type SourceProblem, textOfSource } from './protocol-source.ts'

export type Replacement = {
  readonly programmeId: string
  /** The hash of the protocol that is to go. */
  readonly from: string
  readonly source: ProtocolSource
  readonly projectRoot: string
}

export type ReplaceProblem =
  | SourceProblem
  | { readonly kind: 'programme.unknown' }
  | { readonly kind: 'protocol.changed_meanwhile' }
  /** People were invited to this protocol, or have answered under it. */
  | { readonly kind: 'protocol.in_use' }

type Standing = Pick<ProgrammeWithProtocol, 'state' | 'version' | 'isLocked'>

/** Until the programme opens: afterwards people were invited to what it says, and its parts change one by one. */
export const isReplaceable = ({ state, version, isLocked }: Standing): boolean =>
  state === 'setting_up' && version === 1 && !isLocked

/** The text comes in as it stands in its source, so that what is exported is what was imported. */
export const replaceProtocol = action(
  'protocol.replaced',
  async (context, input: Replacement): Promise<Result<Done<null>, ReplaceProblem>> => {
    const { tx, organisationId } = context
    const { programmeId, from, source, projectRoot } = input
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    if (!isReplaceable(programme)) return fail({ kind: 'protocol.in_use' })
    if (programme.sha256 !== from) return fail({ kind: 'protocol.changed_meanwhile' })
    const text = await textOfSource({ tx, organisationId, projectRoot }, source)
    if (!text.ok) return text
    const { version } = programme
    const place = { organisationId, programmeId }
    await putProtocolVersion(tx, place, { version, protocolText: text.value })
    return ok({ value: null, subject: programmeId, details: { from: source.kind } })
  },
)
