/** A protocol that changed between two stages is named wherever the two are compared. */
import { afterAll, expect, test } from 'vitest'
import { ok } from '../src/lib/result.ts'
import { read } from '../src/platform/database.ts'
import { changeProtocol } from '../src/protocol/changing/change-protocol.ts'
import { findProgramme, lockProtocolVersion } from '../src/protocol/store.ts'
import { openStage } from '../src/questionnaires/windows/windows.ts'
import { loadStudy } from '../src/report/exchange/load-study.ts'
import { testDatabase } from './support/database.ts'
import {
  answer,
  placeOf,
  type Running,
  startRunning,
  writing,
} from './support/programme-under-way.ts'
import { succeeded } from './support/succeeded.ts'
import { visit } from './support/visit.ts'
import { serverOn } from './support/world.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const answerAll = async (running: Running, stage: number): Promise<void> => {
  const { programmeId, scope } = running
  const move = { programmeId, stage, today: '2026-11-22', by: 'hand' } as const
  succeeded(await openStage(scope, move))
  for (const person of running.mentors)
    await answer(database, running, { person, stage, score: stage === 1 ? 2 : 4 })
}

/** The version in force is locked and gets a successor in which a question reads otherwise. */
const reword = async (running: Running): Promise<void> => {
  const { scope, programmeId } = running
  const { organisationId } = scope
  await writing(database, organisationId, (tx) => lockProtocolVersion(tx, placeOf(running), 1))
  const programme = await read(database, organisationId, (tx) =>
    findProgramme(tx, organisationId, programmeId),
  )
  const changed = await changeProtocol(scope, {
    programmeId,
    from: programme?.sha256 ?? '',
    change: (protocol) =>
      ok({
        ...protocol,
        measures: protocol.measures.map((measure) =>
          measure.id === 'understanding' ? { ...measure, question: 'How well?' } : measure,
        ),
      }),
  })
  expect(succeeded(changed)).toEqual({ version: 2 })
}

const pageOf = async (running: Running, path: string): Promise<string> => {
  const address = `/programmes/${running.programmeId}${path}`
  return (await visit(serverOn(database), address, { as: running.researcher })).text()
}

const sentence = 'Stage 1 was answered under version 1 of the protocol, stage 5 under version 2.'

test('comparisons, results and report say under which version each stage was answered', async () => {
  const running = await startRunning(database)
  await answerAll(running, 1)
  await reword(running)
  await answerAll(running, 5)
  for (const path of ['/comparisons', '/results', '/report'])
    expect(await pageOf(running, path)).toContain(sentence)
  expect(await pageOf(running, '/comparisons')).toContain('How well?')
})

test('stages under one version say nothing of it, and nothing is added to the study', async () => {
  const running = await startRunning(database)
  await answerAll(running, 1)
  await answerAll(running, 5)
  expect(await pageOf(running, '/comparisons')).not.toContain('was answered under version')
  const loaded = await read(database, running.scope.organisationId, (tx) =>
    loadStudy(tx, { ...running.scope, programmeId: running.programmeId }),
  )
  expect(Object.keys(loaded?.study ?? {})).not.toContain('versions')
})
