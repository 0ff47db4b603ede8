import { createElement } from 'react'
import * as z from 'zod'
import { dayOf } from '../../lib/dates.ts'
import { findOrganisation } from '../../organisations/store.ts'
import type { Transaction } from '../../platform/database.ts'
import { makeWordDocument, wordType } from '../../platform/word-document.ts'
import { governanceGaps } from '../../protocol/governance/rules.ts'
import { findGovernance } from '../../protocol/governance/store.ts'
import { findProgramme, listProgrammeStaff, type ProgrammeStaff } from '../../protocol/store.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { findConsentText } from '../consent/store.ts'
import { listParticipants, type Place } from '../store.ts'
import { impactAssessment } from './impact-assessment.ts'
import { ImpactAssessmentPage } from './pages.tsx'
import type { AssessedSettings } from './settings.ts'

const path = '/programmes/:programme/set-up/dpia'
const programmeParams = z.object({ programme: z.uuid() })
type Context = RouteContext<z.infer<typeof programmeParams>, unknown>
const nothing = z.object({})

const placeOf = ({ scope, params }: Context): Place => ({
  organisationId: scope.organisationId,
  programmeId: params.programme,
})

const showPage = async (context: Context): Promise<Reply> => {
  const place = placeOf(context)
  const [programme, governance, consent] = await context.read(async (tx) => [
    await findProgramme(tx, place.organisationId, place.programmeId),
    await findGovernance(tx, place),
    await findConsentText(tx, place),
  ])
  if (programme === null) return { kind: 'not_found' }
  const body = createElement(ImpactAssessmentPage, {
    programme,
    gaps: governanceGaps(governance),
    hasConsentText: consent !== null,
  })
  return { kind: 'page', title: 'Data protection impact assessment', body }
}

type Stored = Omit<AssessedSettings, 'sendsMail' | 'isSecure' | 'madeOn'>

const loadSettings = async (tx: Transaction, place: Place): Promise<Stored | null> => {
  const { organisationId, programmeId } = place
  const organisation = await findOrganisation(tx, organisationId)
  const programme = await findProgramme(tx, organisationId, programmeId)
  if (organisation === null || programme === null) return null
  const people = await listParticipants(tx, place)
  const staff = await listProgrammeStaff(tx, organisationId)
  return {
    organisation: organisation.name,
    programme,
    governance: await findGovernance(tx, place),
    people: {
      mentor: people.filter(({ role }) => role === 'mentor').length,
      mentee: people.filter(({ role }) => role === 'mentee').length,
    },
    consent: await findConsentText(tx, place),
    leadsWhoResearch: countLeadsWhoResearch(staff.filter((one) => one.programmeId === programmeId)),
  }
}

const countLeadsWhoResearch = (staff: readonly ProgrammeStaff[]): number =>
  [...Map.groupBy(staff, ({ staffId }) => staffId).values()].filter((held) =>
    (['lead', 'researcher'] as const).every((role) => held.some((one) => one.role === role)),
  ).length

const download = async (context: Context): Promise<Reply> => {
  const { sendsMail, publicUrl } = context.service
  const stored = await context.read((tx) => loadSettings(tx, placeOf(context)))
  if (stored === null) return { kind: 'not_found' }
  const isSecure = publicUrl.startsWith('https:')
  const settings = { ...stored, sendsMail, isSecure, madeOn: dayOf(new Date()) }
  const body = await makeWordDocument(impactAssessment(settings))
  return { kind: 'file', body, type: wordType, name: 'impact-assessment.docx' }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    handle: showPage,
  }),
  route({
    method: 'GET',
    path: `${path}.docx`,
    who: ['lead'],
    params: programmeParams,
    input: nothing,
    handle: download,
  }),
]
