/** What earlier programmes of the organisation found, and, where they can show nothing, what the published study found. */
import type { Transaction } from '../../platform/database.ts'
import type { Key } from '../../platform/keys.ts'
import { findProgramme, listProgrammes, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import { analyseStudy } from '../analyse-study.ts'
import { readExampleStudy } from '../exchange/example-study.ts'
import { loadStudy } from '../exchange/load-study.ts'
import type { Study } from '../study.ts'
import { hasFindings, type ShownResults, shownResults } from './shown-results.ts'

/** A programme, or a study, that is over. `isPublished`: it was not carried out here. */
export type Outcome = {
  readonly name: string
  readonly isPublished: boolean
  readonly study: Study
  readonly shown: ShownResults
}

export type Outcomes = {
  readonly programme: ProgrammeWithProtocol
  /** Those that can show something. */
  readonly outcomes: readonly Outcome[]
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
}

/** Null: the organisation has no such programme. */
export const loadOutcomes = async (
  tx: Transaction,
  asked: Asked,
  projectRoot: string,
): Promise<Outcomes | null> => {
  const programme = await findProgramme(tx, asked.organisationId, asked.programmeId)
  if (programme === null) return null
  const here: Outcome[] = []
  for (const { programmeId } of await listProgrammes(tx, asked.organisationId)) {
    if (programmeId === asked.programmeId) continue
    const outcome = await loadOutcome(tx, { ...asked, programmeId }, programme)
    if (outcome !== null && hasFindings(outcome.shown)) here.push(outcome)
  }
  return { programme, outcomes: here.length > 0 ? here : [await publishedOutcome(projectRoot)] }
}

/** Null: it is not over. Its people were promised its k, and those of this programme theirs: the larger holds. */
const loadOutcome = async (
  tx: Transaction,
  asked: Asked,
  { protocol }: ProgrammeWithProtocol,
): Promise<Outcome | null> => {
  const found = await findProgramme(tx, asked.organisationId, asked.programmeId)
  if (found?.state !== 'closed') return null
  const loaded = await loadStudy(tx, asked)
  if (loaded === null) return null
  const { study } = loaded
  const k = Math.max(protocol.rules.anonymityFloor, study.protocol.rules.anonymityFloor)
  return { name: found.name, isPublished: false, study, shown: shownOf(study, k) }
}

const shownOf = (study: Study, k: number): ShownResults =>
  shownResults({ study, analysis: analyseStudy(study) }, k)

const publishedOutcomes = new Map<string, Promise<Outcome>>()

/** Read and computed once. Its numbers are in print: the k of this programme keeps nothing of it back. */
const publishedOutcome = (projectRoot: string): Promise<Outcome> => {
  const known = publishedOutcomes.get(projectRoot)
  if (known !== undefined) return known
  const outcome = readExampleStudy(projectRoot).then((study) => ({
    name: study.protocol.source?.citation ?? study.protocol.title,
    isPublished: true,
    study,
    shown: shownOf(study, study.protocol.rules.anonymityFloor),
  }))
  publishedOutcomes.set(projectRoot, outcome)
  return outcome
}
