/** The only way in which a programme's protocol changes: a function from the protocol to the next one. */
import { isDeepStrictEqual } from 'node:util'
import { fail, ok, type Result } from '../../lib/result.ts'
import { action, type Done } from '../../platform/action.ts'
import type { Transaction } from '../../platform/database.ts'
import type { Protocol } from '../model.ts'
import { parseProtocol } from '../rules.ts'
import {
  findProgramme,
  listProtocolVersions,
  type ProgrammeWithProtocol,
  putProtocolVersion,
} from '../store.ts'
import type { ChangeProblem } from './change-problems.ts'
import { isClosedForDraw } from './draw-store.ts'
import { brokenPromise } from './promises.ts'

export type ProtocolChange = {
  readonly programmeId: string
  /** The hash of the protocol from which the form was made. */
  readonly from: string
  readonly change: (
    protocol: Protocol,
    programme: ProgrammeWithProtocol,
  ) => Result<Protocol, ChangeProblem>
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
    const next = checked(programme, input.change)
    if (!next.ok) return next
    const asked = await lastAsked(tx, organisationId, programme)
    const isDrawing = await isClosedForDraw(tx, { organisationId, programmeId })
    const broken = brokenPromise({ programme, isDrawing, asked, next: next.value })
    if (broken !== null) return fail(broken)
    const version = programme.isLocked ? programme.version + 1 : programme.version
    const protocolText = textOfProtocol(next.value)
    await putProtocolVersion(tx, { organisationId, programmeId }, { version, protocolText })
    return ok({ value: { version }, subject: programmeId, details: { version } })
  },
)

/** Read again as it will be stored, so that nothing is stored that would not read. */
const checked = (
  programme: ProgrammeWithProtocol,
  change: ProtocolChange['change'],
): Result<Protocol, ChangeProblem> => {
  const { protocol } = programme
  const next = change(protocol, programme)
  if (!next.ok) return next
  const parsed = parseProtocol(textOfProtocol(next.value))
  const isSame = parsed.ok && isDeepStrictEqual(parsed.value, protocol)
  return isSame ? fail({ kind: 'protocol.unchanged' }) : parsed
}

/** The latest version under which somebody answered: each version keeps what the one before it asked. */
const lastAsked = async (
  tx: Transaction,
  organisationId: string,
  { programmeId }: ProgrammeWithProtocol,
): Promise<Protocol | null> => {
  const versions = await listProtocolVersions(tx, { organisationId, programmeId })
  const locked = versions.findLast((version) => version.isLocked)
  if (locked === undefined) return null
  const programme = await findProgramme(tx, organisationId, programmeId, locked.version)
  return programme?.protocol ?? null
}

/** The form in which the product writes protocols; a text that was imported stays as it came. */
export const textOfProtocol = (protocol: Protocol): string =>
  `${JSON.stringify(protocol, null, 2)}\n`
