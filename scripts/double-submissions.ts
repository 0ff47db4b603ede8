/**
 * `node scripts/double-submissions.ts [PEOPLE]`: 10,000 people, or as many as named, each send a questionnaire more than
 * once (a double click, a retry, two tabs, three devices), on a cluster of its own that is removed afterwards. Says what
 * was stored, and ends with 1 when that is not one whole response of each.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { foundOrganisation } from '../src/organisations/actions.ts'
import { operatorScope } from '../src/organisations/set-up.ts'
import { installationId } from '../src/platform/database.ts'
import { type Installation, withInstallation } from '../src/platform/installation.ts'
import { fillAnswering } from '../tests/support/answering-programme.ts'
import { faultsOf, sendAllTwice } from '../tests/support/double-submissions.ts'

const atOnce = 8
const write = (line: string) => process.stdout.write(`${line}\n`)

const sendFrom = async (installation: Installation, people: number): Promise<void> => {
  const organisationId = crypto.randomUUID()
  const organisation = { organisationId, kind: 'own', name: 'Northgate Hospital' } as const
  await foundOrganisation(operatorScope(installation, installationId), organisation)
  const scope = operatorScope(installation, organisationId)
  const answering = await fillAnswering(scope, { mentors: 0, mentees: people })
  const started = performance.now()
  const { sent, refused } = await sendAllTwice(answering, atOnce)
  const seconds = Math.round((performance.now() - started) / 1000)
  write(
    `${people} people sent ${sent + refused} times in ${seconds} s: ${sent} taken, ${refused} refused`,
  )
  const faults = await faultsOf(answering, answering.mentees)
  for (const fault of faults) write(fault)
  write(faults.length === 0 ? 'One whole response of each is stored.' : 'This is wrong.')
  if (faults.length > 0) process.exitCode = 1
}

const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-double-'))
try {
  await withInstallation({ TURNABOUT_DATA: folder }, async (installation) => {
    await sendFrom(installation, Number(process.argv[2] ?? 10_000))
    return { ok: true, value: null }
  })
} finally {
  await rm(folder, { recursive: true })
}
