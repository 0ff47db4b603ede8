/** Somebody answers the short questions about a session, once. The audit log is told neither who nor which session. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { type ActionScope, action, type Done } from '../../platform/action.ts'
import { loadPulse } from './load-pulse.ts'
import { insertPulse } from './pulse-store.ts'
import { type PulseProblem, readPulse, type TypedPulse } from './rules.ts'

export type SentPulse = {
  readonly programmeId: string
  readonly participantId: string
  readonly number: number
  readonly typed: TypedPulse
}

export const answerPulse = (scope: Omit<ActionScope, 'actor'>, sent: SentPulse) =>
  keepPulse({ ...scope, actor: { kind: 'participant', id: null } }, sent)

const keepPulse = action(
  'pulse.sent',
  async (context, sent: SentPulse): Promise<Result<Done<null>, PulseProblem>> => {
    const { tx } = context
    const loaded = await loadPulse(tx, { ...context, ...sent })
    if (loaded?.standing !== 'asked') return fail({ kind: 'pulse.not_asked' })
    const { own, respondent, due } = loaded
    const { number } = sent
    if (!due.includes(number)) return fail({ kind: 'pulse.not_due' })
    const answers = readPulse(sent.typed)
    if (!answers.ok) return answers
    await insertPulse(tx, own.programme, { respondent, number, answers: answers.value })
    return ok({ value: null, subject: own.programme.programmeId })
  },
)
