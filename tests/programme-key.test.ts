/** What the programme key holds together: who answered what, and what the comments say. */
import { afterAll, expect, test } from 'vitest'
import { loadOrganisationKey } from '../src/organisations/store.ts'
import { listParticipants, listRespondents } from '../src/people/store.ts'
import type { ActionScope } from '../src/platform/action.ts'
import { enterOrganisation, type Transaction } from '../src/platform/database.ts'
import { newKey, respondentOf, seal } from '../src/platform/keys.ts'
import { openProgramme } from '../src/protocol/open-programme.ts'
import { listComments, listScores } from '../src/questionnaires/store.ts'
import { importStudy } from '../src/report/exchange/import-study.ts'
import { fullStudy } from './schema/filled-organisation.ts'
import { masterKey, newOrganisation, testDatabase } from './support/database.ts'

const database = testDatabase()
afterAll(() => database.destroy())
const study = await fullStudy()
const texts = study.comments.map(({ text }) => text).toSorted()

const importInto = async (scope: ActionScope): Promise<string> => {
  const programmeId = crypto.randomUUID()
  const nameOf = ({ participant }: { readonly participant: string }) => participant
  await importStudy(scope, { programmeId, name: 'A programme', study, nameOf })
  return programmeId
}

const within = <T>(scope: ActionScope, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, scope.organisationId)
    return work(tx)
  })

const keyOf = async (tx: Transaction, { organisationId }: ActionScope, programmeId: string) => {
  const programme = await openProgramme(tx, { organisationId, programmeId, masterKey })
  if (programme === null) throw new Error('The programme is not there.')
  return programme.programmeKey
}

const commentsOf = (scope: ActionScope, programmeId: string): Promise<readonly string[]> =>
  within(scope, async (tx) => {
    const programmeKey = await keyOf(tx, scope, programmeId)
    const { organisationId } = scope
    const comments = await listComments(tx, { organisationId, programmeId, programmeKey })
    return comments.map(({ text }) => text).toSorted()
  })

/** The respondents whom the key brings together with a participant. */
const countLinked = (scope: ActionScope, programmeId: string): Promise<number> =>
  within(scope, async (tx) => {
    const place = { organisationId: scope.organisationId, programmeId }
    const programmeKey = await keyOf(tx, scope, programmeId)
    const participants = await listParticipants(tx, place)
    const pseudonyms = new Set(
      participants.map(({ participantId }) => respondentOf(programmeKey, participantId)),
    )
    const respondents = await listRespondents(tx, place)
    return respondents.filter(({ respondent }) => pseudonyms.has(respondent)).length
  })

const replaceKey = (scope: ActionScope, programmeId: string): Promise<unknown> =>
  within(scope, async (tx) => {
    const organisationKey = await loadOrganisationKey(tx, scope.organisationId, masterKey)
    const wrappedKey = seal(organisationKey, newKey(), `programmes/${programmeId}`)
    return tx
      .updateTable('programmes')
      .set({ wrappedKey })
      .where('programmeId', '=', programmeId)
      .execute()
  })

test('whoever destroys the programme key makes its comments unreadable and its answers unlinkable, and the scores stay', async () => {
  const scope = await newOrganisation(database)
  const [kept, destroyed] = [await importInto(scope), await importInto(scope)]
  expect(await commentsOf(scope, destroyed)).toEqual(texts)
  expect(await countLinked(scope, destroyed)).toBe(study.participants.length)

  await replaceKey(scope, destroyed)
  await expect(commentsOf(scope, destroyed)).rejects.toThrow()
  expect(await countLinked(scope, destroyed)).toBe(0)
  const place = { organisationId: scope.organisationId, programmeId: destroyed }
  expect(await within(scope, (tx) => listScores(tx, place))).toHaveLength(study.scores.length)

  expect(await commentsOf(scope, kept)).toEqual(texts)
  expect(await countLinked(scope, kept)).toBe(study.participants.length)
})

test('the same people have other pseudonyms in another programme', async () => {
  const scope = await newOrganisation(database)
  const [first, second] = [await importInto(scope), await importInto(scope)]
  const pseudonymsIn = (programmeId: string) =>
    within(scope, async (tx) => {
      const place = { organisationId: scope.organisationId, programmeId }
      return (await listRespondents(tx, place)).map(({ respondent }) => respondent)
    })
  const all = [...(await pseudonymsIn(first)), ...(await pseudonymsIn(second))]
  expect(new Set(all).size).toBe(2 * study.participants.length)
})
