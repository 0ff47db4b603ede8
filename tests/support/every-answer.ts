/** A questionnaire of a protocol, and an answer to everything in it. */
import type { Protocol, RoleId } from '../../src/protocol/model.ts'
import {
  type Question,
  type Questionnaire,
  questionnaireFor,
} from '../../src/questionnaires/answering/questions.ts'

export const questionnaireIn = (
  { protocol }: { readonly protocol: Protocol },
  asked: { readonly stage: number; readonly role: RoleId },
): Questionnaire => {
  const questionnaire = questionnaireFor(protocol, asked)
  if (questionnaire === null) throw new Error(`Stage ${asked.stage} is no questionnaire.`)
  return questionnaire
}

/** An answer to every question: the highest score, the first option, the smallest number, a text of its own. */
export const everyAnswer = (questionnaire: Questionnaire): Record<string, string> => {
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  return Object.fromEntries(questions.map((question) => [question.field, answerTo(question)]))
}

const answerTo = (question: Question): string => {
  switch (question.kind) {
    case 'score':
      return String(question.anchors.at(-1)?.value)
    case 'single_choice':
      return String(question.item.options[0]?.value)
    case 'number':
      return String(question.item.min)
    case 'free_text':
      return `What I think about ${question.item.label}`
  }
}
