/** What stands against opening or closing a programme, in sentences. */
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import type { ProgrammeRole, Protocol } from '../../protocol/model.ts'
import { peopleOf, plural } from '../../protocol/wording/words.ts'
import type { EndProblem } from './programme-state.ts'
import type { OpeningProblem, OpeningWarning } from './set-up-rules.ts'

export const sentenceOfOpeningProblem = (protocol: Protocol, problem: OpeningProblem): string => {
  switch (problem.kind) {
    case 'programme.opened_already':
      return 'The programme was opened before.'
    case 'people.none':
      return `There are no ${plural(protocol, problem.role)} yet. Add them on the page “People”.`
    case 'people.fewer_than_k': {
      const { role, n, floor } = problem
      const are = n === 1 ? 'is' : 'are'
      return `There ${are} only ${peopleOf(protocol, role, n)}. Results of fewer than ${floor} people stay hidden, since they would tell who gave which answer, so those of the ${plural(protocol, role)} would never be shown. Add people, or lower the number on the page “Rules” (3 at least).`
    }
  }
}

const roleWords: Readonly<Record<ProgrammeRole, string>> = {
  lead: 'programme lead',
  facilitator: 'facilitator',
  researcher: 'researcher',
  auditor: 'auditor',
}

const missingWithout: Readonly<Record<ProgrammeRole, string>> = {
  lead: 'nobody can run the programme',
  facilitator: 'nobody can run the group interview',
  researcher: 'nobody can see results',
  auditor: 'nobody follows what was done',
}

export const sentenceOfOpeningWarning = (warning: OpeningWarning): string => {
  switch (warning.kind) {
    case 'usual_consent':
      return 'You have not edited the information sheet. The text that is written for you is taken as version 1, with you as the person to ask. Read it before you open.'
    case 'no_governance':
      return 'It is not recorded whether this is a service evaluation or research. Record it on the page “Governance”.'
    case 'no_progression':
      return 'There are no progression criteria. They can be fixed only before the programme opens.'
    case 'nobody_with_role':
      return `Nobody has the role ${roleWords[warning.role]} yet: ${missingWithout[warning.role]}. An administrator gives roles.`
    case 'without_email':
      return warning.n === 1
        ? '1 person has no email address. Print the letter with their code.'
        : `${warning.n} people have no email address. Print the letters with their codes.`
  }
}

export const sentenceOfEndProblem = ({ kind }: EndProblem | RepeatedKeyProblem): string => {
  switch (kind) {
    case 'programme.unknown':
      return 'This programme does not exist any more. Go to the start page.'
    case 'programme.not_open':
      return 'The programme is not open yet, so there is nothing to close.'
    case 'programme.closed':
      return 'The programme is closed already.'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Nothing was changed: send it again.'
  }
}
