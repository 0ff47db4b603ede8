/** What the pages of the consent need to know about a person and their programme. */
import { findProgramme, type ProgrammeWithProtocol } from '../../protocol/store.ts'
import type { ParticipantPerson, RouteContext } from '../../web/route.ts'
import type { ParticipantState } from '../model.ts'
import type { Consent, ConsentText, ConsentTextVersion } from './model.ts'
import { findConsent, findConsentText } from './store.ts'

export type ConsentView = {
  readonly person: ParticipantPerson
  readonly programme: ProgrammeWithProtocol
  readonly standing: {
    readonly state: ParticipantState
    readonly programmeState: ProgrammeWithProtocol['state']
  }
  /** The text in force; null: none was saved. */
  readonly latest: ConsentTextVersion | null
  /** Null: none is recorded here. */
  readonly consent: Consent | null
  /** In the words that the person agreed to. */
  readonly agreedText: ConsentText | null
}

/** Null: the person asking is no participant of this programme. */
export const loadConsentView = async (
  { person, scope, read }: RouteContext<unknown, unknown>,
  programmeId: string,
): Promise<ConsentView | null> => {
  if (person.kind !== 'participant') return null
  const { organisationId } = scope
  const place = { organisationId, programmeId }
  return read(async (tx) => {
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return null
    const consent = await findConsent(tx, place, person.personId)
    const agreed = consent && (await findConsentText(tx, place, consent.version))
    return {
      person,
      programme,
      standing: { state: person.state, programmeState: programme.state },
      latest: await findConsentText(tx, place),
      consent,
      agreedText: agreed?.text ?? null,
    }
  })
}
