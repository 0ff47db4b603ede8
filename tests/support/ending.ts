/** The example study as a programme that is to end: two leads, and everybody of it with an address but one mentee. */
import { listParticipants } from '../../src/people/store.ts'
import { type Database, read, type Transaction } from '../../src/platform/database.ts'
import { updateProgramme } from '../../src/protocol/store.ts'
import { importStudy } from '../../src/report/exchange/import-study.ts'
import type { Study } from '../../src/report/study.ts'
import { exampleStudy } from './example-study.ts'
import { type Somebody, signedIn } from './hospital.ts'
import { addStaff, writing } from './programme-under-way.ts'
import { studyUnderWay, type UnderWay } from './study-under-way.ts'
import { succeeded } from './succeeded.ts'

export type AtTheEnd = UnderWay & {
  readonly lead: Somebody
  readonly secondLead: Somebody
  /** M6 has left, C5 has no address. */
  readonly people: Readonly<Record<'M1' | 'M6' | 'C1' | 'C5', Somebody>>
}

export const startEnding = async (database: Database): Promise<AtTheEnd> => {
  const underWay = await studyUnderWay(database, [5])
  const { scope, programmeId } = underWay
  const { organisationId } = scope
  const place = { organisationId, programmeId }
  const everybody = await read(database, organisationId, (tx) => listParticipants(tx, place))
  return writing(database, organisationId, async (tx) => {
    for (const { participantId, name } of everybody) {
      if (name === 'C5') continue
      const email = `${name.toLowerCase()}@hospital.example`
      await tx
        .updateTable('participants')
        .set({ email })
        .where('participantId', '=', participantId)
        .execute()
    }
    const enter = enterAs(tx, organisationId, everybody)
    return {
      ...underWay,
      lead: await addStaff(tx, place, 'lead'),
      secondLead: await addStaff(tx, place, 'lead'),
      people: {
        M1: await enter('M1'),
        M6: await enter('M6'),
        C1: await enter('C1'),
        C5: await enter('C5'),
      },
    }
  })
}

type Named = { readonly participantId: string; readonly name: string }

const enterAs =
  (tx: Transaction, organisationId: string, everybody: readonly Named[]) =>
  (code: string): Promise<Somebody> => {
    const personId = everybody.find(({ name }) => name === code)?.participantId ?? ''
    const who = { kind: 'participant', name: code, email: null } as const
    return signedIn(tx, { organisationId, personId, ...who })
  }

/** Another programme of the same organisation, closed unless told. */
export const anotherProgramme = async (
  database: Database,
  { scope }: UnderWay,
  {
    name,
    state = 'closed',
    change = (study) => study,
  }: {
    readonly name: string
    readonly state?: 'open' | 'closed'
    readonly change?: (study: Study) => Study
  },
): Promise<string> => {
  const programmeId = crypto.randomUUID()
  const study = change(await exampleStudy())
  const nameOf = ({ participant }: { participant: string }) => `${name} ${participant}`
  succeeded(await importStudy(scope, { programmeId, name, study, nameOf }))
  const { organisationId } = scope
  await writing(database, organisationId, (tx) =>
    updateProgramme(tx, { organisationId, programmeId }, { state }),
  )
  return programmeId
}

export const withFloor =
  (anonymityFloor: number) =>
  (study: Study): Study => ({
    ...study,
    protocol: { ...study.protocol, rules: { ...study.protocol.rules, anonymityFloor } },
  })
