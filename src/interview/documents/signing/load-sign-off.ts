/** A document with everything that decides about it: for its pages, and again inside the action. */
import type { Place } from '../../../people/store.ts'
import type { Transaction } from '../../../platform/database.ts'
import type { Key } from '../../../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../../../protocol/open-programme.ts'
import type { Mentee } from '../../model.ts'
import { findInterview, listContributors, listMentees } from '../../store.ts'
import { documentTextOf, sha256Of, writeDocumentText } from '../document-text.ts'
import { listDocumentPoints } from '../writing/draft-store.ts'
import { listChangeRequests, listSignOffKeys, signOffKeyOf } from './answer-store.ts'
import type { OwnSignOff, SignOff, VersionHead } from './model.ts'
import { mayShowRequests } from './rules.ts'
import { findVersions, listVersionHeads } from './store.ts'

export type DocumentAsked = Place & {
  readonly masterKey: Key
  readonly menteeId: string
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Null: there is no such mentee in this programme, or no longer. */
export const loadSignOff = async (
  tx: Transaction,
  { menteeId, today, ...asked }: DocumentAsked,
): Promise<SignOff | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const mentees = await listMentees(tx, programme)
  const mentee = mentees.find((one) => one.menteeId === menteeId)
  if (mentee === undefined) return null
  const { state: interview } = await findInterview(tx, programme, mentees)
  const { latest, released } = await findVersions(tx, programme, mentee.mentee)
  const contributors = await listContributors(tx, programme)
  const isOut = latest?.state === 'signing'
  const keys = isOut ? await listSignOffKeys(tx, programme) : new Set<string>()
  const hasAnswered = ({ participantId }: { readonly participantId: string }): boolean =>
    isOut && keys.has(signOffKeyOf(programme, latest, participantId).toString('hex'))
  const answered = contributors.filter(hasAnswered).length
  const isShown = isOut && mayShowRequests(programme.protocol.rules, { answered, latest, today })
  return {
    programme,
    mentee,
    interview,
    contributors: contributors.length,
    current: await loadCurrent(tx, programme, mentee),
    latest,
    released,
    answered,
    requests: isShown ? await listChangeRequests(tx, programme, latest) : [],
  }
}

const loadCurrent = async (
  tx: Transaction,
  programme: OpenProgramme,
  { menteeId }: Mentee,
): Promise<SignOff['current']> => {
  const points = await listDocumentPoints(tx, programme, menteeId)
  const text = documentTextOf(programme.protocol.domains, points)
  return { text, sha256: sha256Of(writeDocumentText(text)).toString('hex') }
}

export type OwnSignOffs = {
  readonly programme: OpenProgramme
  /** They took part and have not left: nobody else is asked. */
  readonly isContributor: boolean
  /** The latest version of each document that was sent; of others nothing. */
  readonly documents: readonly OwnSignOff[]
}

type OwnAsked = Place & { readonly masterKey: Key; readonly participantId: string }

/** Null: the organisation has no such programme. */
export const loadOwnSignOffs = async (
  tx: Transaction,
  { participantId, ...asked }: OwnAsked,
): Promise<OwnSignOffs | null> => {
  const programme = await openProgramme(tx, asked)
  return programme === null ? null : listOwnSignOffs(tx, programme, participantId)
}

export const listOwnSignOffs = async (
  tx: Transaction,
  programme: OpenProgramme,
  participantId: string,
): Promise<OwnSignOffs> => {
  const contributors = await listContributors(tx, programme)
  const isContributor = contributors.some((one) => one.participantId === participantId)
  if (!isContributor) return { programme, isContributor, documents: [] }
  const heads = Map.groupBy(await listVersionHeads(tx, programme), ({ mentee }) => mentee)
  const keys = await listSignOffKeys(tx, programme)
  const hasAnswered = (version: VersionHead): boolean =>
    keys.has(signOffKeyOf(programme, version, participantId).toString('hex'))
  const documents = (await listMentees(tx, programme)).flatMap((mentee): readonly OwnSignOff[] => {
    const version = heads.get(mentee.mentee)?.at(-1)
    if (version === undefined) return []
    return [{ mentee, version, hasAnswered: hasAnswered(version) }]
  })
  return { programme, isContributor, documents }
}

/** How many documents wait for this mentor's answer. */
export const countWaiting = ({ programme, documents }: OwnSignOffs): number =>
  programme.state === 'open'
    ? documents.filter(({ version, hasAnswered }) => version.state === 'signing' && !hasAnswered)
        .length
    : 0
