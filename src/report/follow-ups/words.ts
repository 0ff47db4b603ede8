/** What is shown of a wave, in words. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { insideSentence, listed, plural } from '../../protocol/wording/words.ts'
import { capitalised } from '../words.ts'
import type { Banded, QuestionShown } from './shown.ts'
import type { GroupStanding } from './standing.ts'

type Group = { readonly protocol: Protocol; readonly role: RoleId }

/** `5 mentors or more`. */
const people = ({ protocol, role }: Group, atLeast: number): string =>
  `${atLeast} ${plural(protocol, role)} or more`

const bandInWords = (group: Group, { label, atLeast }: Banded): string =>
  `${people(group, atLeast)} said “${label}”`

export const questionInWords = (group: Group, shown: QuestionShown): string => {
  const floor = group.protocol.rules.anonymityFloor
  if (shown.kind === 'bands') {
    return shown.options.length === 0
      ? `No answer was given by ${people(group, floor)}.`
      : `${listed(shown.options.map((option) => bandInWords(group, option)))}.`
  }
  const { result, warning, named } = shown
  switch (result) {
    case 'too_few':
      return `Fewer than ${floor} ${plural(group.protocol, group.role)} gave an answer.`
    case 'somebody':
      return `At least one said “${warning}”.`
    case 'nobody':
      return named === null
        ? `Nobody said “${warning}”.`
        : `Nobody said “${warning}”. ${bandInWords(group, named)}.`
  }
}

/** Why nothing is said; null: there is something to say. */
export const standingInWords = (group: Group, standing: GroupStanding): string | null => {
  const name = plural(group.protocol, group.role)
  switch (standing) {
    case 'to_come':
    case 'final':
      return null
    case 'open':
      return `Open now. What ${name} say is shown once the stage has closed.`
    case 'late':
      return `Closed, and late answers are still taken. What ${name} say is shown after that.`
    case 'opened_again':
      return 'It was opened again after it had closed. Nothing is shown here any more: the page before and after would tell what those who came late said.'
    case 'floor_raised':
      return 'The smallest number of people that may be shown was raised after it had opened. Nothing is shown here any more: the page before and after would tell how many gave each answer.'
    case 'taken_out':
      return `${capitalised(insideSentence(group.protocol.roles[group.role].plural))} gave answers that have been deleted at the wish of somebody who left. Nothing is shown here any more: the page before and after would tell what they were.`
  }
}
