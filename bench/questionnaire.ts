/**
 * Answering: the page with all questions and the form sent from it, by people who have not answered yet, on a real
 * server with its own PostgreSQL. Each response is 14 scores and three texts, durable before it is acknowledged. Beside
 * it what PostgreSQL alone gives in the same run: the same rows, one transaction for each response.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { foundOrganisation } from '../src/organisations/actions.ts'
import { operatorScope } from '../src/organisations/set-up.ts'
import { installationId } from '../src/platform/database.ts'
import { type Installation, withInstallation } from '../src/platform/installation.ts'
import { newKey, respondentOf, seal } from '../src/platform/keys.ts'
import type { Protocol } from '../src/protocol/model.ts'
import { type Answering, fillAnswering } from '../tests/support/answering-programme.ts'
import { everyAnswer, questionnaireIn } from '../tests/support/every-answer.ts'
import { sheffield } from '../tests/support/protocols.ts'
import { databaseCpu, median, percentile, startServer, write } from './measure.ts'

const connections = 8
const warmUp = 200
const measured = 2400
const stage = 4

const texts = ['concerns', 'benefits', 'what_would_help']

/** The mentees' stage with two measures of seven domains and three texts, and nothing else. */
const protocol: Protocol = {
  ...sheffield,
  steps: sheffield.steps.map((step) =>
    step.kind === 'questionnaire' && step.stage === stage && step.asks.mentee !== undefined
      ? { ...step, asks: { ...step.asks, mentee: { ...step.asks.mentee, items: texts } } }
      : step,
  ),
}

export const benchQuestionnaire = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-bench-'))
  const environment = { TURNABOUT_DATA: folder, PORT: '4792' }
  const server = await startServer(environment)
  const origin = new URL(server.url).origin
  try {
    await withInstallation(environment, async (installation) => {
      const answering = await fill(installation)
      const cpu = () => ({
        server: server.cpuMilliseconds(),
        database: databaseCpu(folder),
      })
      const waiting = answering.mentees.values()
      const send = () => answerOnce(waiting.next().value?.token ?? '', answering, origin)
      await inParallel(warmUp, send)
      report('through the server', await measure(cpu, () => inParallel(measured, send)))
      await benchCeiling(installation, answering, cpu)
      return { ok: true, value: null }
    })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

const fill = async (installation: Installation): Promise<Answering> => {
  const organisationId = crypto.randomUUID()
  const organisation = { organisationId, kind: 'own', name: 'Northgate Hospital' } as const
  await foundOrganisation(operatorScope(installation, installationId), organisation)
  const scope = operatorScope(installation, organisationId)
  return fillAnswering(scope, { protocol, mentors: 0, mentees: 2 * (warmUp + measured) })
}

type Cpu = { readonly server: number; readonly database: number }
type Measured = {
  readonly perSecond: number
  readonly milliseconds: readonly number[]
  readonly cpu: Cpu
}

const measure = async (
  cpu: () => Cpu,
  work: () => Promise<readonly number[]>,
): Promise<Measured> => {
  const [before, started] = [cpu(), performance.now()]
  const milliseconds = await work()
  const [seconds, after] = [(performance.now() - started) / 1000, cpu()]
  const n = milliseconds.length
  return {
    perSecond: n / seconds,
    milliseconds,
    cpu: {
      server: (after.server - before.server) / n,
      database: (after.database - before.database) / n,
    },
  }
}

const report = (what: string, { perSecond, milliseconds, cpu }: Measured): void => {
  write(`${what}: ${perSecond.toFixed(0)} responses/s`)
  write(
    `  p50 ${median(milliseconds).toFixed(1)} ms, p99 ${percentile(milliseconds, 99).toFixed(1)} ms`,
  )
  write(
    `  CPU per response: ${cpu.server.toFixed(2)} ms program, ${cpu.database.toFixed(2)} ms PostgreSQL`,
  )
}

/** `n` times, over all connections; how long each took. */
const inParallel = async (
  n: number,
  work: (connection: number) => Promise<void>,
): Promise<readonly number[]> => {
  const times: number[] = []
  const left = { count: n }
  const worker = async (_: unknown, connection: number) => {
    while (left.count > 0) {
      left.count -= 1
      const started = performance.now()
      await work(connection)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return times
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })

type Asked = {
  readonly url: string
  readonly cookie: string
  readonly form?: string
}

const ask = ({ url, cookie, form }: Asked): Promise<IncomingMessage & { readonly text: string }> =>
  new Promise((resolve, reject) => {
    const method = form === undefined ? 'GET' : 'POST'
    const { origin } = new URL(url)
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin }
    const headers = { cookie, ...(form === undefined ? {} : type) }
    const sent = request(url, { agent, method, headers }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('end', () =>
        resolve(Object.assign(reply, { text: Buffer.concat(parts).toString() })),
      )
    })
    sent.on('error', reject)
    sent.end(form)
  })

/** What a browser does: gets the page, fills in its form and sends it. */
const answerOnce = async (
  token: string,
  { programmeId }: Pick<Answering, 'programmeId'>,
  origin: string,
): Promise<void> => {
  const url = `${origin}/programmes/${programmeId}/questionnaires/${stage}/all`
  const cookie = `turnabout=${token}`
  const page = await ask({ url, cookie })
  const [, key = ''] =
    /action="[^"]*\/all"[\s\S]*?name="idempotencyKey" value="([^"]+)"/.exec(page.text) ?? []
  const form = new URLSearchParams({ ...answers, idempotencyKey: key }).toString()
  const reply = await ask({ url, cookie, form })
  if (!reply.headers.location?.endsWith('/receipt'))
    throw new Error(`A response was not taken: ${reply.statusCode}`)
}

const said =
  'There is too little time on the ward to say such things well, and nobody asks for them.'
const answers = Object.fromEntries(
  Object.entries(everyAnswer(questionnaireIn({ protocol }, { stage, role: 'mentee' }))).map(
    ([field, answer]) => [field, texts.includes(field) ? said : answer],
  ),
)

/** The rows of a response, as the server stores them: completion, scores, comments, audit entry. */
const benchCeiling = async (
  { connections: { app } }: Installation,
  answering: Answering,
  cpu: () => Cpu,
): Promise<void> => {
  const clients = Array.from({ length: connections }, () => new pg.Client(app))
  await Promise.all(clients.map((client) => client.connect()))
  const waiting = answering.mentees.slice(warmUp + measured).values()
  const store = async (connection: number) => {
    const [client, person] = [clients[connection], waiting.next().value]
    if (client === undefined || person === undefined) throw new Error('Nobody is left.')
    await storeAlone(client, answering, person.personId)
  }
  await inParallel(warmUp, store)
  const own = () => {
    const { user, system } = process.cpuUsage()
    return { server: (user + system) / 1000, database: cpu().database }
  }
  report('PostgreSQL alone', await measure(own, () => inParallel(measured, store)))
  await Promise.all(clients.map((client) => client.end()))
}

const scores = Object.keys(answers)
  .filter((field) => !texts.includes(field))
  .map((field) => field.split('-'))
const sealed = seal(newKey(), said, 'bench')

const storeAlone = async (
  client: pg.Client,
  { scope: { organisationId }, programmeId, programmeKey }: Answering,
  participantId: string,
): Promise<void> => {
  const respondent = respondentOf(programmeKey, participantId)
  const common = [organisationId, programmeId, respondent]
  await client.query('begin')
  await client.query(`select set_config('app.organisation', $1, true)`, [organisationId])
  await client.query('insert into completions values ($1, $2, $3, $4)', [
    organisationId,
    programmeId,
    stage,
    Buffer.from(participantId),
  ])
  await client.query(
    `insert into scores (organisation_id, programme_id, respondent, stage, measure, domain, score)
     select $1, $2, $3, ${stage}, *, 5 from unnest($4::text[], $5::text[])`,
    [...common, scores.map(([measure]) => measure), scores.map(([, domain]) => domain)],
  )
  const ids = texts.map(() => crypto.randomUUID())
  await client.query(
    `insert into comments
       (organisation_id, programme_id, respondent, stage, comment_id, label, question, sealed_text)
     select $1, $2, $3, ${stage}, id, id::text, question, $6::bytea
     from unnest($4::uuid[], $5::text[]) as t(id, question)`,
    [...common, ids, texts, sealed],
  )
  await client.query(
    `insert into audit_entries (organisation_id, event, actor_kind) values ($1, 'response.sent', 'participant')`,
    [organisationId],
  )
  await client.query('commit')
}
