/** What waits for a mentee around their reflection pack. That it is written is known; what is in it is not. */
import type { Transaction } from '../../platform/database.ts'
import { hasOpenedDocument } from '../document-opening-store.ts'
import type { HomeTask } from '../own/home-task.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'
import { hasDocument } from '../preparation/preparation-words.ts'
import { listParts, type PackPart } from './pack-store.ts'

export const packTasks = async (
  tx: Transaction,
  { programme, participant, pairs }: OwnPairs,
): Promise<readonly HomeTask[]> => {
  if (participant.role !== 'mentee') return []
  const { organisationId, programmeId } = programme
  const { participantId } = participant
  const place = { organisationId, programmeId }
  const written = await listParts(tx, { ...place, participantId })
  const hasOpened = await hasOpenedDocument(tx, { ...place, menteeId: participantId })
  const hasMet = pairs.some(({ sessions }) => sessions.length > 0)
  const isAsked = hasDocument(programme.protocol) && pairs.length > 0 && !hasOpened
  return [
    ...(isAsked ? [selfAssessmentTask(statusOf(written, 'self_assessment'))] : []),
    ...(isAsked && hasMet ? [readingTask] : []),
    ...(hasMet || hasOpened ? [reflectionTask(statusOf(written, 'reflection'))] : []),
  ]
}

type Status = Extract<HomeTask['status'], 'completed' | 'optional'>

const statusOf = (written: readonly PackPart[], part: PackPart): Status =>
  written.includes(part) ? 'completed' : 'optional'

const selfAssessmentTask = (status: Status): HomeTask => ({
  ...{
    label: 'Write down how you think the group sees you',
    path: '/pack/self-assessment',
    status,
  },
  hint: 'Before your session, and before you open your feedback document. Only you can read it',
})

/** The same whether it has been released or not. */
const readingTask: HomeTask = {
  label: 'Read your feedback document',
  path: '/feedback',
  status: 'incomplete',
  hint: 'What the group says to you. You have met, so you can open it as soon as it is there',
}

const reflectionTask = (status: Status): HomeTask => ({
  ...{ label: 'Your reflection pack', path: '/pack', status },
  hint: 'For your appraisal, if you want to use it there. Only you can read it',
})
