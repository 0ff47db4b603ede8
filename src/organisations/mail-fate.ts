/** What becomes of a mail after an attempt to send it: at most one copy arrives, and none is lost without a trace. */
import { mailProblems } from '../platform/mail.ts'
import type { Fate } from '../platform/mail-delivery.ts'
import type { SendOutcome } from '../platform/smtp.ts'

/** 1, 2, 4 … minutes, one hour at most: with 54 attempts a mail server may be away for two days. */
export const mostAttempts = 54
const delayMinutes = (attempts: number): number => Math.min(2 ** (attempts - 1), 60)

/** @param attempts how often it was tried, this time counted */
export const fateAfter = (
  outcome: SendOutcome,
  { attempts, now }: { readonly attempts: number; readonly now: Date },
): Fate => {
  const nextAttemptAt = new Date(now.getTime() + delayMinutes(attempts) * 60_000)
  const lastProblem = problemOf(outcome)
  if (outcome.kind === 'taken') return { state: 'sent', nextAttemptAt, lastProblem }
  const isOver = isFinal(outcome) || attempts >= mostAttempts
  return { state: isOver ? 'failed' : 'waiting', nextAttemptAt, lastProblem }
}

const problemOf = (outcome: SendOutcome): string | null => {
  switch (outcome.kind) {
    case 'taken':
      return null
    case 'refused':
      return String(outcome.code)
    case 'no_address':
      return mailProblems.noAddress
    case 'no_reply':
      return outcome.hasBegun ? mailProblems.notKnown : outcome.cause
  }
}

/**
 * Whether another attempt could do harm, or no good. A server that refuses us (our login, our sender) refuses every mail
 * until somebody mends it: the mails wait for that as they wait for a server that is away.
 */
const isFinal = (outcome: Exclude<SendOutcome, { kind: 'taken' }>): boolean => {
  switch (outcome.kind) {
    case 'refused':
      return outcome.code >= 500 && outcome.isAboutTheMail
    case 'no_address':
      return true
    case 'no_reply':
      return outcome.hasBegun
  }
}
