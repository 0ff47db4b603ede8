/** People who send a questionnaire more than once, in every way that happens: what was stored of each must be one response. */
import { type RawBuilder, sql } from 'kysely'
import { enterOrganisation, type Transaction } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { submitResponse } from '../../src/questionnaires/answering/actions.ts'
import { saveDraft } from '../../src/questionnaires/answering/draft-actions.ts'
import { questionsOf } from '../../src/questionnaires/answering/questions.ts'
import { changesIn } from '../../src/questionnaires/answering/read-form.ts'
import type { Answering } from './answering-programme.ts'
import { everyAnswer, questionnaireIn } from './every-answer.ts'
import type { Somebody } from './hospital.ts'

const stage = 4

type Sending = { readonly answering: Answering; readonly person: Somebody }

const asked = ({ answering, person }: Sending) => ({
  programmeId: answering.programmeId,
  participantId: person.personId,
  stage,
})

/** Each tab says something of its own, so that it can be seen whose form was stored. */
const sendForm = (sending: Sending, tab: string) => {
  const questionnaire = questionnaireIn(sending.answering, { stage, role: 'mentee' })
  const form = { ...everyAnswer(questionnaire), concerns: `Written in ${tab}` }
  return submitResponse(sending.answering.scope, {
    ...asked(sending),
    changesIn: () => changesIn(questionsOf(questionnaire), form),
  })
}

/** The beginning of what the forms say too. */
const typeInScript = (sending: Sending) =>
  saveDraft(sending.answering.scope, {
    ...asked(sending),
    changesIn: () => [{ field: 'benefits', from: [''], to: 'What I think' }],
  })

/** How a questionnaire comes to be sent twice. */
export const ways = {
  'a double click': (sending: Sending) =>
    Promise.all([sendForm(sending, 'one tab'), sendForm(sending, 'one tab')]),
  'a retry after the answer was lost': async (sending: Sending) => [
    await sendForm(sending, 'one tab'),
    await sendForm(sending, 'one tab'),
  ],
  'two tabs': (sending: Sending) =>
    Promise.all([sendForm(sending, 'tab 1'), sendForm(sending, 'tab 2')]),
  'three devices, and a script that still saves': async (sending: Sending) => {
    const typing = [typeInScript(sending), typeInScript(sending)]
    const sent = ['tab 1', 'tab 2', 'tab 3'].map((tab) => sendForm(sending, tab))
    await Promise.all(typing)
    return Promise.all(sent)
  },
} as const

type Counted = Readonly<Record<'scores' | 'answers' | 'comments', number>>
const whole: Counted = { scores: 14, answers: 3, comments: 2 }

/** What is wrong; nothing when each person’s response was stored once and whole. */
export const faultsOf = async (
  { scope, programmeKey }: Answering,
  people: readonly Somebody[],
): Promise<readonly string[]> => {
  const { organisationId } = scope
  return scope.database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, organisationId)
    const stored = await countByRespondent(tx, organisationId)
    const missing = people.filter(
      ({ personId }) => stored.get(respondentOf(programmeKey, personId)) !== JSON.stringify(whole),
    )
    const single = await Promise.all([
      countAll(tx, sql`completions where organisation_id = ${organisationId}`),
      countAll(
        tx,
        sql`audit_entries where organisation_id = ${organisationId}
        and event = 'response.sent'`,
      ),
    ])
    return [
      ...missing.map(({ name }) => `${name} was not stored once and whole`),
      ...single.flatMap((n) => (n === people.length ? [] : [`${n} instead of ${people.length}`])),
    ]
  })
}

const countAll = async (tx: Transaction, rows: RawBuilder<unknown>): Promise<number> => {
  const counted = await sql<{ n: string }>`select count(*) as n from ${rows}`.execute(tx)
  return Number(counted.rows[0]?.n)
}

const countByRespondent = async (
  tx: Transaction,
  organisationId: string,
): Promise<ReadonlyMap<string, string>> => {
  const counted = (table: string) => sql`
    (select respondent, count(*)::integer as n from ${sql.table(table)}
      where organisation_id = ${organisationId} group by respondent)`
  const { rows } = await sql<Counted & { readonly respondent: string }>`
    select respondent, scores.n as scores, answers.n as answers, comments.n as comments
    from ${counted('scores')} scores
    full join ${counted('answers')} answers using (respondent)
    full join ${counted('comments')} comments using (respondent)`.execute(tx)
  return new Map(rows.map(({ respondent, ...counted }) => [respondent, JSON.stringify(counted)]))
}

/** Everybody sends in one of the ways, `width` people at a time; how many were taken, and how many refused. */
export const sendAllTwice = async (
  answering: Answering,
  width: number,
): Promise<{ readonly sent: number; readonly refused: number }> => {
  const sendings = Object.values(ways)
  const waiting = answering.mentees.entries()
  const worker = async () => {
    const outcomes: boolean[] = []
    for (const [index, person] of waiting) {
      const way = sendings[index % sendings.length]
      const results = (await way?.({ answering, person })) ?? []
      outcomes.push(...results.map(({ ok }) => ok))
    }
    return outcomes
  }
  const all = (await Promise.all(Array.from({ length: width }, worker))).flat()
  const sent = all.filter((isSent) => isSent).length
  return { sent, refused: all.length - sent }
}
