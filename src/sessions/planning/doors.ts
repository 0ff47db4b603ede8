/** What all doors to planning begin and end with. */
import * as z from 'zod'
import type { Reply, RouteContext } from '../../web/route.ts'
import type { OwnPair } from '../own/load-own-pairs.ts'
import type { Planning } from './actions.ts'
import { type LoadedPlanning, loadPlanning } from './load-planning.ts'

export const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>

/** Whoever has one partner alone need not name them. */
export const query = z.object({ partner: z.string().default('') })

/** What every form carries. `plan`: the one that stood on the page. */
export const sent = {
  idempotencyKey: z.uuid(),
  partner: z.string().default(''),
  plan: z.string().default(''),
}

export type Context = RouteContext<Params, { readonly partner: string }>
export type FormContext = RouteContext<Params, { readonly partner: string; readonly plan: string }>

export const path = '/programmes/:programme/session'
export const who = ['mentor', 'mentee'] as const

export const load = async ({
  person,
  scope: { organisationId, masterKey },
  params: { programme: programmeId },
  input,
  read,
}: Context): Promise<LoadedPlanning | null> => {
  if (person.kind !== 'participant') return null
  const asked = { organisationId, masterKey, programmeId, participantId: person.personId }
  return read((tx) => loadPlanning(tx, asked, input.partner))
}

/** With a partner about whom there is something to plan. */
export type LoadedPair = LoadedPlanning & { readonly chosen: OwnPair }

export const loadPair = async (context: Context): Promise<LoadedPair | null> => {
  const loaded = await load(context)
  if (loaded === null || loaded.standing !== 'asked' || loaded.chosen === null) return null
  return { ...loaded, chosen: loaded.chosen }
}

/** To the page that says what stands now, or why nothing does. */
export const toSession = ({ params: { programme }, input: { partner } }: Context): Reply => {
  const behind = partner === '' ? '' : `?partner=${encodeURIComponent(partner)}`
  return { kind: 'redirect', to: `${path.replace(':programme', programme)}${behind}` }
}

export const targetOf = (
  { params, newKey }: Context,
  { chosen: { partner, plan } }: LoadedPair,
  what: string,
) => ({
  action: `${path.replace(':programme', params.programme)}/${what}`,
  hidden: { partner: partner.participantId, plan: plan?.planId ?? '' },
  idempotencyKey: newKey(),
})

/** For whom an action is carried out. */
export const planningFor = (
  { params, service: { publicUrl, mailFrom } }: Context,
  participantId: string,
  { partner }: OwnPair,
): Planning => ({
  programmeId: params.programme,
  participantId,
  partnerId: partner.participantId,
  origin: { publicUrl, mailFrom },
})
