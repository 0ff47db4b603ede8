/** The home of a mentor or a mentee, out of the rooms before: nothing of the study is loaded. */
import { loadPromptSheets } from '../allocation/prompt-sheets/load-prompt-sheets.ts'
import { loadOwnPairs } from '../allocation/publishing/partners.ts'
import { loadVetoes } from '../allocation/vetoes/load-vetoes.ts'
import { loadWilling } from '../allocation/willingness/load-willing.ts'
import { countWaiting, listOwnSignOffs } from '../interview/documents/signing/load-sign-off.ts'
import { isInTheRoom } from '../interview/phones/follow-rules.ts'
import { listSittings } from '../interview/sittings/sitting-store.ts'
import { hasCharacteristics } from '../people/about-you/rules.ts'
import { findCharacteristics } from '../people/about-you/store.ts'
import { findConsent } from '../people/consent/store.ts'
import type { Transaction } from '../platform/database.ts'
import { type Key, respondentOf } from '../platform/keys.ts'
import { type OpenProgramme, openProgramme } from '../protocol/open-programme.ts'
import { questionnairesOf } from '../protocol/rules.ts'
import { readQuestionnaire } from '../questionnaires/answering/open-questionnaire.ts'
import { listWindowsOf } from '../questionnaires/windows/stage-wait-store.ts'
import { loadSessionTasks } from '../sessions/own/load-tasks.ts'
import type { ParticipantPerson } from '../web/route.ts'
import type { HomeFacts, HomeStage, HomeWillingness } from './home-rules.ts'

export type Home = {
  readonly programme: OpenProgramme
  readonly facts: HomeFacts
  /** A copy of what the person agreed to can be had. */
  readonly hasConsented: boolean
}

type Asked = {
  readonly organisationId: string
  readonly programmeId: string
  readonly masterKey: Key
  readonly person: ParticipantPerson
}

export const loadHome = async (tx: Transaction, asked: Asked): Promise<Home | null> => {
  const programme = await openProgramme(tx, asked)
  if (programme === null) return null
  const { person } = asked
  const { protocol, programmeKey, state } = programme
  const respondent = respondentOf(programmeKey, person.personId)
  const stated = await findCharacteristics(tx, asked, respondent)
  const facts = {
    role: person.role,
    state: person.state,
    programme: state,
    protocol,
    asksCharacteristics: hasCharacteristics(protocol, person.role),
    hasStated: Object.keys(stated).length > 0,
    stages: await loadStages(tx, asked, programme),
    windows: await listWindowsOf(tx, asked, person.personId),
    willingness: await loadWillingness(tx, asked),
    asksVetoes: await asksVetoes(tx, asked),
    isInInterview: isInTheRoom(await listSittings(tx, asked), person.personId),
    ...(await loadDocuments(tx, asked, programme)),
    partners: await loadPartnerNames(tx, asked),
    sessionTasks: await loadSessionTasks(tx, { ...asked, participantId: person.personId }),
  }
  return {
    programme,
    facts,
    hasConsented: (await findConsent(tx, asked, person.personId)) !== null,
  }
}

/** What waits for a mentor; of documents a mentee's home says nothing. */
const loadDocuments = async (
  tx: Transaction,
  { person, ...asked }: Asked,
  programme: OpenProgramme,
): Promise<Pick<HomeFacts, 'waitingSignOffs' | 'hasPromptSheet'>> => {
  if (person.role !== 'mentor') return { waitingSignOffs: 0, hasPromptSheet: false }
  const own = await listOwnSignOffs(tx, programme, person.personId)
  const sheets = await loadPromptSheets(tx, { ...asked, mentorId: person.personId })
  return {
    waitingSignOffs: countWaiting(own),
    hasPromptSheet: sheets.length > 0,
  }
}

const loadPartnerNames = async (
  tx: Transaction,
  { person, ...place }: Asked,
): Promise<HomeFacts['partners']> => {
  const { isPublished, partners } = await loadOwnPairs(tx, place, person.personId)
  return isPublished ? partners.map(({ name }) => name) : null
}

const loadStages = async (
  tx: Transaction,
  { person, ...asked }: Asked,
  { protocol }: OpenProgramme,
): Promise<readonly HomeStage[]> => {
  const stages: HomeStage[] = []
  for (const { stage, title, asks } of questionnairesOf(protocol)) {
    if (asks[person.role] === undefined) continue
    const who = { ...asked, participantId: person.personId, stage }
    const found = await readQuestionnaire(tx, who)
    if (found === null) continue
    const hasBegun = Object.values(found.draft).some((text) => text.trim() !== '')
    stages.push({ stage, title, standing: found.standing, hasBegun })
  }
  return stages
}

const loadWillingness = async (
  tx: Transaction,
  { person, ...asked }: Asked,
): Promise<HomeWillingness | null> => {
  if (person.role !== 'mentor') return null
  const willing = await loadWilling(tx, { ...asked, mentorId: person.personId })
  if (willing?.standing !== 'open') return null
  const { said, offered, isReopened } = willing
  return { hasSaid: said.size > 0, newcomers: offered.length - said.size, isReopened }
}

const asksVetoes = async (tx: Transaction, { person, ...asked }: Asked): Promise<boolean> => {
  if (person.role !== 'mentee') return false
  const vetoes = await loadVetoes(tx, { ...asked, menteeId: person.personId })
  return vetoes?.standing === 'open'
}
