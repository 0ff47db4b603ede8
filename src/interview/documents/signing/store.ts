/** The versions of documents, encrypted, under the mentees' pseudonyms. */
import type { Place } from '../../../people/store.ts'
import type { Transaction } from '../../../platform/database.ts'
import { seal, unseal } from '../../../platform/keys.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { listMentees } from '../../store.ts'
import { readDocumentText, sha256Of, writeDocumentText } from '../document-text.ts'
import type { DocumentState, DocumentText } from '../model.ts'
import { deleteSignOffs, signOffKeyOf } from './answer-store.ts'
import {
  type DocumentVersion,
  type VersionHead,
  type VersionState,
  versionStates,
} from './model.ts'

const contextOf = (mentee: string, version: number): string =>
  `document_versions/${mentee}/${version}`

const columns = [
  'mentee',
  'version',
  'state',
  'sha256',
  'sentOn',
  'answerBy',
  'releasedOn',
] as const

const stateOf = (text: string): VersionState => {
  const state = versionStates.find((known) => known === text)
  if (state === undefined) throw new Error(`A document in an unknown state: ${text}`)
  return state
}

type HeadRow = Omit<VersionHead, 'state' | 'sha256'> & {
  readonly state: string
  readonly sha256: Buffer
}

const headOf = ({ sha256, state, ...row }: HeadRow): VersionHead => ({
  ...row,
  state: stateOf(state),
  sha256: sha256.toString('hex'),
})

const versionsOf = (tx: Transaction, { organisationId, programmeId }: Place) =>
  tx
    .selectFrom('documentVersions')
    .select(columns)
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)

/** Of every mentee; the first first. */
export const listVersionHeads = async (
  tx: Transaction,
  place: Place,
): Promise<readonly VersionHead[]> =>
  (await versionsOf(tx, place).orderBy('mentee').orderBy('version').execute()).map(headOf)

export type SentVersions = Readonly<Record<'latest' | 'released', DocumentVersion | null>>

/** The latest that was sent, and the latest that was released; they may be the same. */
export const findVersions = async (
  tx: Transaction,
  programme: OpenProgramme,
  mentee: string,
): Promise<SentVersions> => {
  const rows = await versionsOf(tx, programme)
    .select('sealedText')
    .where('mentee', '=', mentee)
    .orderBy('version', 'desc')
    .execute()
  const opened = (row: (typeof rows)[number] | undefined): DocumentVersion | null => {
    if (row === undefined) return null
    const { sealedText, ...head } = row
    const context = contextOf(mentee, row.version)
    const written = unseal(programme.programmeKey, sealedText, context).toString('utf8')
    return { ...headOf(head), text: readDocumentText(written) }
  }
  return {
    latest: opened(rows[0]),
    released: opened(rows.find(({ state }) => state === 'released')),
  }
}

type NewVersion = Pick<VersionHead, 'mentee' | 'version' | 'sentOn' | 'answerBy'> & {
  readonly text: DocumentText
}

/** The version that was out before it is replaced by it. */
export const insertVersion = async (
  tx: Transaction,
  { organisationId, programmeId, programmeKey }: OpenProgramme,
  { text, ...head }: NewVersion,
): Promise<void> => {
  const written = writeDocumentText(text)
  const sealedText = seal(programmeKey, written, contextOf(head.mentee, head.version))
  await tx
    .updateTable('documentVersions')
    .set({ state: 'replaced' })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', head.mentee)
    .where('state', '=', 'signing')
    .execute()
  const sealed = { sha256: sha256Of(written), sealedText }
  await tx
    .insertInto('documentVersions')
    .values({ organisationId, programmeId, ...head, state: 'signing', ...sealed })
    .execute()
}

export const setReleased = async (
  tx: Transaction,
  { organisationId, programmeId }: Place,
  { mentee, version, on }: Pick<VersionHead, 'mentee' | 'version'> & { readonly on: string },
): Promise<void> => {
  await tx
    .updateTable('documentVersions')
    .set({ state: 'released', releasedOn: on })
    .where('organisationId', '=', organisationId)
    .where('programmeId', '=', programmeId)
    .where('mentee', '=', mentee)
    .where('version', '=', version)
    .execute()
}

export type DocumentStanding = { readonly state: DocumentState; readonly version: number | null }

/** By the id of the mentee. While a correction is out, the version that was released before is valid. */
export const listDocumentStates = async (
  tx: Transaction,
  programme: OpenProgramme,
): Promise<ReadonlyMap<string, DocumentStanding>> => {
  const byMentee = Map.groupBy(await listVersionHeads(tx, programme), ({ mentee }) => mentee)
  return new Map(
    (await listMentees(tx, programme)).map(({ menteeId, mentee }) => [
      menteeId,
      standingOf(byMentee.get(mentee)?.at(-1)),
    ]),
  )
}

const standingOf = (latest: VersionHead | undefined): DocumentStanding =>
  latest === undefined || latest.state === 'replaced'
    ? { state: 'writing', version: null }
    : { state: latest.state, version: latest.version }

/**
 * Whoever leaves counts no longer: their marks on what is out are taken back. What they asked to be changed cannot be
 * told from what others asked, so it stays until there is a new wording.
 */
export const withdrawFromSignOff = async (
  tx: Transaction,
  programme: OpenProgramme,
  participantId: string,
): Promise<void> => {
  const out = (await listVersionHeads(tx, programme)).filter(({ state }) => state === 'signing')
  const keys = out.map((version) => signOffKeyOf(programme, version, participantId))
  if (keys.length > 0) await deleteSignOffs(tx, programme, keys)
}
