/**
 * What both of a pair agree to before they meet. The usual rules follow the published study (sessions in confidence and
 * without recording, none longer than an hour) and what is good practice in the NHS: the limit of confidence is harm,
 * the senior person asks for the meeting, and it is not held in their office.
 */
import type { Protocol } from '../model.ts'
import { insideSentence, plural } from './words.ts'

/** One sentence or two each, in the order in which they are read. */
export const groundRulesOf = (protocol: Protocol): readonly string[] =>
  protocol.groundRules ?? usualGroundRules(protocol)

export const usualGroundRules = (protocol: Protocol): readonly string[] => {
  const mentor = insideSentence(protocol.roles.mentor.label)
  const mentee = insideSentence(protocol.roles.mentee.label)
  return [
    'What you say to each other stays between you. The one limit is a risk of harm, to a patient or to anybody else: whoever hears of one says openly that it must be passed on, and to whom.',
    'Nothing that you say is recorded: there is no sound recording, and no minutes are taken.',
    ...groupRules(protocol, mentee),
    `What is said plays no part in the training, assessment or appraisal of the ${mentor}. The ${mentee} alone decides whether to bring any of it to their own appraisal.`,
    `The ${mentee} makes first contact and suggests times. Either of you replies to the other within 48 hours, unless you are on leave.`,
    placeRule(protocol, mentee),
    `A session takes ${protocol.rules.sessionLimitMinutes} minutes at most. Agree at the start when you will stop.`,
    'Either of you may stop at any time without giving a reason. It is nobody’s fault, and it has no consequences.',
  ]
}

const groupRules = (protocol: Protocol, mentee: string): readonly string[] =>
  protocol.steps.some(({ kind }) => kind === 'interview')
    ? [
        `The document is the voice of all ${plural(protocol, 'mentor')} who took part. The ${mentee} does not ask who said what, and nobody tries to find out.`,
      ]
    : []

const placeRule = ({ steps }: Protocol, mentee: string): string =>
  steps.some((step) => step.kind === 'session' && step.mode === 'online')
    ? 'Join the call from a place where nobody can overhear you, and say so at the start.'
    : `Meet in a private place where you will not be disturbed, away from the office of the ${mentee}.`
