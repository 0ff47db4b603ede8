/** Wherever pairs are spoken of it is said how they were made, and certificates go out and come in word for word. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readCertificate } from '../../src/allocation/certificate/read-certificate.ts'
import {
  findInputs,
  findPeople,
  isLocked,
  listDraws,
} from '../../src/allocation/procedure/draw-store.ts'
import { listPairs } from '../../src/allocation/store.ts'
import { read } from '../../src/platform/database.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import { analyseStudy } from '../../src/report/analyse-study.ts'
import { importStudy } from '../../src/report/exchange/import-study.ts'
import { loadStudy } from '../../src/report/exchange/load-study.ts'
import { readStudyFiles } from '../../src/report/exchange/study-folder.ts'
import { studyFolderFiles } from '../../src/report/exchange/write-study-folder.ts'
import { renderReportHtml } from '../../src/report/report-html.ts'
import type { Study } from '../../src/report/study.ts'
import { textReport } from '../../src/report/text-report.ts'
import { masterKey, newOrganisation, testDatabase } from '../support/database.ts'
import { type DrawnPairs, startPublished } from '../support/drawn-pairs.ts'
import { exampleStudy } from '../support/example-study.ts'
import { placeOf } from '../support/programme-under-way.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

type Wanted = { readonly organisationId: string; readonly programmeId: string }

const studyOf = async (place: Wanted): Promise<Study> => {
  const loaded = await read(database, place.organisationId, (tx) =>
    loadStudy(tx, { ...place, masterKey }),
  )
  if (loaded === null) throw new Error('The programme is not there.')
  return loaded.study
}

/** Published, one mentor has left, and a second draw for their mentee was published too. */
const withTwoDraws = async (): Promise<DrawnPairs> => {
  const running = await startPublished(database, { mentors: 6 })
  const [pair] = await running.pairs()
  const leaver = running.mentors.find(({ personId }) => personId === pair?.mentorId)
  const base = `/programmes/${running.programmeId}`
  await send(server, `${base}/withdraw`, { as: leaver ?? null, form: { confirmed: 'yes' } })
  const form = { reason: 'One person has gone.' }
  await send(server, `${base}/allocation/departure`, { as: running.lead, form })
  await running.draw(2)
  succeeded(await running.publish(2))
  return running
}

const takenOver = async (study: Study): Promise<Wanted> => {
  const scope = await newOrganisation(database)
  const programmeId = crypto.randomUUID()
  const nameOf = ({ participant }: { participant: string }) => participant
  succeeded(await importStudy(scope, { programmeId, name: 'Again', study, nameOf }))
  return { organisationId: scope.organisationId, programmeId }
}

const readAgain = (files: ReadonlyMap<string, string>) =>
  readStudyFiles(async (name) => {
    const text = files.get(name)
    return text === undefined ? null : Buffer.from(text)
  })

describe('a programme whose pairs were drawn', () => {
  test('goes out and comes in with its certificates word for word, and with nothing that leads to anybody', async () => {
    const running = await withTwoDraws()
    const certificates = (await running.change((tx, programme) => listDraws(tx, programme))).map(
      ({ certificate }) => certificate,
    )
    const study = await studyOf(placeOf(running))
    const files = studyFolderFiles(study)
    const again = succeeded(await readAgain(files))
    expect(again).toEqual(study)
    expect(again.allocation?.draws.map(({ text }) => text)).toEqual(certificates)
    const place = await takenOver(again)
    expect(await studyOf(place)).toEqual(study)
    await read(database, place.organisationId, async (tx) => {
      const programme = await openProgramme(tx, { ...place, masterKey })
      if (programme === null) throw new Error('The programme is not there.')
      const draws = await listDraws(tx, place)
      expect(draws.map(({ certificate }) => certificate)).toEqual(certificates)
      expect(draws.map(({ state, kind }) => [state, kind])).toEqual([
        ['published', 'first'],
        ['published', 'departure'],
      ])
      expect(draws[0]?.commitment).toMatch(/^[0-9a-f]{64}$/)
      expect(await findPeople(tx, programme, 1)).toBeNull()
      expect(await findInputs(tx, programme, 1)).toBeNull()
      expect(await isLocked(tx, place)).toBe(true)
      const pairs = await listPairs(tx, place)
      expect(pairs.filter(({ hasEnded }) => hasEnded)).toHaveLength(1)
      expect(pairs.filter(({ drawNumber }) => drawNumber === 2)).toHaveLength(1)
    })
  })

  test('says so on its pages, in its report and in the text for a terminal', async () => {
    const running = await withTwoDraws()
    const study = await studyOf(placeOf(running))
    const analysis = analyseStudy(study)
    const base = `/programmes/${running.programmeId}`
    const pageOf = async (path: string, as = running.researcher) =>
      (await visit(server, `${base}${path}`, { as })).text()
    const sentence = 'Pairs were drawn at random within the willingness of the mentors'
    const later = 'After somebody had left, 1 pair was drawn at random'
    const file = await renderReportHtml({
      ...{ name: 'Gastroenterology', study, analysis, madeAt: new Date() },
      assetFolder: '/nowhere',
    })
    const texts = [
      ...[textReport(study, analysis), file],
      ...[await pageOf('/report'), await pageOf('/sessions'), await pageOf('/results')],
      await pageOf('/sessions', running.lead),
    ]
    for (const text of texts) {
      expect(text).toContain(sentence)
      expect(text).toContain(later)
      expect(text).toContain('The pairs were made 2 times in all: 1 after somebody had left.')
    }
    expect(await pageOf('', running.lead)).toContain('Drawn at random')
    expect(await pageOf('/sessions')).toContain('Ended before it met')
    expect(await pageOf('', running.mentees[0])).not.toContain('Drawn at random')
  })

  test('is drawn, and not yet told to anybody: a study knows nothing of it', async () => {
    const running = await startPublished(database, { mentors: 3, mentees: 3 })
    const files = studyFolderFiles(await studyOf(placeOf(running)))
    expect(JSON.parse(files.get('allocation.json') ?? '').draws).toHaveLength(1)
    await running.change(async (tx, { organisationId }) => {
      await tx
        .updateTable('allocationDraws')
        .set({ state: 'drawn', publishedAt: null })
        .where('organisationId', '=', organisationId)
        .execute()
      await tx.deleteFrom('pairs').where('organisationId', '=', organisationId).execute()
    })
    const study = await studyOf(placeOf(running))
    expect([study.allocation, study.sessions]).toEqual([undefined, []])
  })
})

describe('a study folder', () => {
  test('without a record of its pairs is as it was before there was one', async () => {
    const study = await exampleStudy()
    const files = studyFolderFiles(study)
    expect(files.has('allocation.json')).toBe(false)
    expect(files.get('datapackage.json')).not.toContain('allocation')
    expect(succeeded(await readAgain(files))).toEqual(study)
  })

  test('names what is wrong with its record', async () => {
    const running = await withTwoDraws()
    const files = studyFolderFiles(await studyOf(placeOf(running)))
    const text = files.get('allocation.json') ?? ''
    const json = JSON.parse(text)
    const faults = async (changed: string): Promise<string> => {
      const result = await readAgain(new Map([...files, ['allocation.json', changed]]))
      if (result.ok) throw new Error('It was read.')
      return result.problem.errors.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n')
    }
    const changed = (change: object) => faults(JSON.stringify({ ...json, ...change }))
    const [first, second] = json.draws
    const broken = { ...first, certificate: first.certificate.replace('"random"', '"other"') }
    expect(await faults('no JSON')).toBe('allocation.json: the file is not JSON; mend it')
    expect(await changed({ draws: 3 })).toContain('“draws” is not as it was exported')
    expect(await changed({ draws: [broken, second] })).toContain('In the certificate, “mode”')
    expect(await changed({ draws: [second, first] })).toContain('in the order of their numbers')
    expect(await changed({ draws: [first] })).toContain('is of draw 2, which is not here')
    const stranger = { pair: 'P99', draw: 1, hasEnded: false }
    expect(await changed({ pairs: [stranger] })).toContain('“P99” is not in the sessions file')
    expect(await changed({ pairs: [...json.pairs, json.pairs[0]] })).toContain('stands here twice')
  })

  test('has each certificate as it is handed out', async () => {
    const running = await startPublished(database, { mentors: 3, mentees: 3 })
    const files = studyFolderFiles(await studyOf(placeOf(running)))
    const [draw] = JSON.parse(files.get('allocation.json') ?? '').draws
    const path = `/programmes/${running.programmeId}/allocation/certificates/1/certificate.json`
    const handedOut = await visit(server, path, { as: running.auditor })
    expect(await handedOut.text()).toBe(draw.certificate)
    expect(succeeded(readCertificate(draw.certificate)).number).toBe(1)
  })
})
