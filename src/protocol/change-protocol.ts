/** The only way in which a programme's protocol changes: a function from the protocol to the next one. */
import { fail, ok, type Result } from '../lib/result.ts'
import { action, type Done } from '../platform/action.ts'
import type { Protocol } from './model.ts'
import type { ProtocolProblem } from './problems.ts'
import { referenceFaults } from './references.ts'
import { findProgramme, putProtocolVersion } from './store.ts'

export type ChangeProblem =
  | ProtocolProblem
  | { readonly kind: 'programme.unknown' }
  /** Whoever changed it in the meantime: the form was made from a protocol that is no longer in force. */
  | { readonly kind: 'protocol.changed_meanwhile' }
  /** What people were asked stays: an id that answers may refer to cannot be taken away once a version is locked. */
  | { readonly kind: 'protocol.asked_already'; readonly id: string; readonly label: string }

export type ProtocolChange = {
  readonly programmeId: string
  /** The hash of the protocol from which the form was made. */
  readonly from: string
  readonly change: (protocol: Protocol) => Result<Protocol, ChangeProblem>
}

export type Changed = { readonly version: number }

export const changeProtocol = action(
  'protocol.changed',
  async (context, input: ProtocolChange): Promise<Result<Done<Changed>, ChangeProblem>> => {
    const { tx, organisationId } = context
    const { programmeId } = input
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    if (programme.sha256 !== input.from) return fail({ kind: 'protocol.changed_meanwhile' })
    const next = checked(programme.protocol, programme.isLocked, input.change)
    if (!next.ok) return next
    const version = programme.isLocked ? programme.version + 1 : programme.version
    const protocolText = textOfProtocol(next.value)
    await putProtocolVersion(tx, { organisationId, programmeId }, { version, protocolText })
    return ok({ value: { version }, subject: programmeId, details: { version } })
  },
)

const checked = (
  protocol: Protocol,
  isLocked: boolean,
  change: ProtocolChange['change'],
): Result<Protocol, ChangeProblem> => {
  const next = change(protocol)
  if (!next.ok) return next
  const faults = referenceFaults(next.value)
  if (faults.length > 0) return fail({ kind: 'protocol.faulty', faults })
  const gone = isLocked ? firstTakenAway(protocol, next.value) : null
  if (gone !== null) return fail({ kind: 'protocol.asked_already', ...gone })
  return next
}

const kept = ['domains', 'measures', 'items', 'characteristics'] as const

const firstTakenAway = (protocol: Protocol, next: Protocol) => {
  for (const collection of kept) {
    const ids = new Set(next[collection].map(({ id }) => id))
    const gone = protocol[collection].find(({ id }) => !ids.has(id))
    if (gone !== undefined) return { id: gone.id, label: gone.label }
  }
  return null
}

/** The form in which the product writes protocols; a text that was imported stays as it came. */
export const textOfProtocol = (protocol: Protocol): string =>
  `${JSON.stringify(protocol, null, 2)}\n`
