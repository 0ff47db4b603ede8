/** What is still to be done before a programme can open: the list of tasks, and what stands against opening. */
import { isDeepStrictEqual } from 'node:util'
import { type ProgrammeRole, type Protocol, type RoleId, roleIds } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import { groundRulesOf } from '../../protocol/wording/ground-rules.ts'
import { counted, insideSentence, listed, peopleOf } from '../../protocol/wording/words.ts'

export type SetUpFacts = {
  readonly programme: ProgrammeWithProtocol
  /** The built-in protocol that the programme's was made from; null: it came from elsewhere. */
  readonly source: Protocol | null
  /** The version of the information sheet that was saved; null: none, so that the usual one would be taken. */
  readonly consentVersion: number | null
  readonly hasGovernance: boolean
  /** Invited or agreed. */
  readonly people: Readonly<Record<RoleId, number>>
  readonly withoutEmail: number
  /** Roles that somebody of the staff has in the programme. */
  readonly staffRoles: readonly ProgrammeRole[]
}

export type SetUpTask = {
  readonly label: string
  /** Below the programme. */
  readonly path: string
  readonly status: 'completed' | 'incomplete'
  readonly hint: string
}

export type TaskGroup = { readonly title: string; readonly tasks: readonly SetUpTask[] }

export const setUpTasks = (facts: SetUpFacts): readonly TaskGroup[] => [
  { title: 'The programme', tasks: [nameTask(facts), protocolTask(facts)] },
  { title: 'What it is like here', tasks: partTasks(facts) },
  { title: 'What people are told', tasks: [consentTask(facts), governanceTask(facts)] },
  { title: 'The people', tasks: [peopleTask(facts)] },
  { title: 'The start', tasks: [openTask(facts)] },
]

const nameTask = ({ programme: { name, site } }: SetUpFacts): SetUpTask => ({
  label: 'Name and site',
  path: '/set-up/name',
  status: 'completed',
  hint: site === null ? name : `${name}, ${site}`,
})

const protocolTask = ({ programme: { protocol, version } }: SetUpFacts): SetUpTask => ({
  label: 'Protocol',
  path: '/set-up/protocol',
  status: 'completed',
  hint: `${protocol.title}, version ${version}`,
})

type Part = {
  readonly label: string
  readonly path: string
  readonly of: (protocol: Protocol) => unknown
  readonly hint: (protocol: Protocol) => string
}

const parts: readonly Part[] = [
  {
    label: 'Labels',
    path: '/set-up/labels',
    of: ({ title, summary, roles, domainNoun }) => [title, summary, roles, domainNoun],
    hint: ({ roles }) => `${roles.mentor.plural}, ${insideSentence(roles.mentee.plural)}`,
  },
  {
    label: 'Rules',
    path: '/set-up/rules',
    of: ({ rules }) => rules,
    hint: ({ rules }) => `Results of fewer than ${rules.anonymityFloor} people stay hidden`,
  },
  {
    label: 'Ground rules',
    path: '/set-up/ground-rules',
    of: groundRulesOf,
    hint: (protocol) => counted(groundRulesOf(protocol).length, 'rule'),
  },
  {
    label: 'Domains',
    path: '/set-up/domains',
    of: ({ domains }) => domains,
    hint: ({ domains, domainNoun }) =>
      counted(domains.length, domainNoun?.singular ?? 'domain', domainNoun?.plural ?? 'domains'),
  },
  {
    label: 'Questions',
    path: '/set-up/questions',
    of: ({ scales, measures, items }) => [scales, measures, items],
    hint: ({ measures, items }) =>
      `${counted(measures.length, 'scale')}, ${counted(items.length, 'single question')}`,
  },
  {
    label: 'Stages',
    path: '/set-up/stages',
    of: ({ steps }) => steps,
    hint: (protocol) => counted(questionnairesOf(protocol).length, 'questionnaire'),
  },
  {
    label: 'Characteristics',
    path: '/set-up/characteristics',
    of: ({ characteristics }) => characteristics,
    hint: ({ characteristics }) =>
      `${counted(characteristics.length, 'question')} about the person`,
  },
]

const partTasks = ({ programme: { protocol }, source }: SetUpFacts): readonly SetUpTask[] => [
  ...parts.map(({ label, path, of, hint }): SetUpTask => {
    const isFilledIn = source !== null && isDeepStrictEqual(of(protocol), of(source))
    const origin = isFilledIn ? `. Filled in from “${source.title}”; check it` : ''
    return { label, path, status: 'completed', hint: `${hint(protocol)}${origin}` }
  }),
  progressionTask(protocol),
]

const progressionTask = ({ progression = [] }: Protocol): SetUpTask => ({
  label: 'Progression criteria (optional)',
  path: '/set-up/progression',
  status: progression.length === 0 ? 'incomplete' : 'completed',
  hint:
    progression.length === 0
      ? 'What must be reached for the programme to go on. Can be fixed only before it opens'
      : counted(progression.length, 'criterion', 'criteria'),
})

const consentTask = ({ consentVersion }: SetUpFacts): SetUpTask => ({
  label: 'Information sheet and consent',
  path: '/set-up/consent',
  status: consentVersion === null ? 'incomplete' : 'completed',
  hint:
    consentVersion === null
      ? 'A full text is written for you. Read it, and say who answers questions'
      : `Version ${consentVersion}`,
})

const governanceTask = ({ hasGovernance }: SetUpFacts): SetUpTask => ({
  label: 'Governance (optional)',
  path: '/set-up/governance',
  status: hasGovernance ? 'completed' : 'incomplete',
  hint: 'Service evaluation or research, lawful basis, retention, Freedom to Speak Up guardian',
})

const peopleTask = (facts: SetUpFacts): SetUpTask => ({
  label: 'People',
  path: '/people',
  status: peopleProblems(facts).length === 0 ? 'completed' : 'incomplete',
  hint: listed(roleIds.map((role) => peopleOf(facts.programme.protocol, role, facts.people[role]))),
})

const openTask = (facts: SetUpFacts): SetUpTask => {
  const isOpen = facts.programme.state !== 'setting_up'
  const isReady = openingProblems(facts).length === 0
  const next = isReady ? 'Everything that is needed is there' : 'People are still missing'
  return {
    label: 'Check and open the programme',
    path: '/set-up/open',
    status: isOpen ? 'completed' : 'incomplete',
    hint: isOpen ? 'It was opened' : next,
  }
}

/** With `role` and `n`: a group with fewer people than k, whose results nobody could be shown. */
export type OpeningProblem =
  | { readonly kind: 'programme.opened_already' }
  | { readonly kind: 'people.none'; readonly role: RoleId }
  | {
      readonly kind: 'people.fewer_than_k'
      readonly role: RoleId
      readonly n: number
      readonly floor: number
    }

export const openingProblems = (facts: SetUpFacts): readonly OpeningProblem[] =>
  facts.programme.state === 'setting_up'
    ? peopleProblems(facts)
    : [{ kind: 'programme.opened_already' }]

const peopleProblems = ({ programme, people }: SetUpFacts): readonly OpeningProblem[] =>
  roleIds.flatMap((role): readonly OpeningProblem[] => {
    const n = people[role]
    const floor = programme.protocol.rules.anonymityFloor
    if (n === 0) return [{ kind: 'people.none', role }]
    return n < floor ? [{ kind: 'people.fewer_than_k', role, n, floor }] : []
  })

/** What a lead may overlook; none of it keeps the programme from opening. */
export type OpeningWarning =
  | { readonly kind: 'usual_consent' }
  | { readonly kind: 'no_governance' }
  | { readonly kind: 'no_progression' }
  | { readonly kind: 'nobody_with_role'; readonly role: ProgrammeRole }
  | { readonly kind: 'without_email'; readonly n: number }

export const openingWarnings = (facts: SetUpFacts): readonly OpeningWarning[] => {
  const { protocol } = facts.programme
  const hasInterview = protocol.steps.some(({ kind }) => kind === 'interview')
  const needed: readonly ProgrammeRole[] = hasInterview
    ? ['facilitator', 'researcher']
    : ['researcher']
  const missing = needed.filter((role) => !facts.staffRoles.includes(role))
  return [
    ...(facts.consentVersion === null ? [{ kind: 'usual_consent' } as const] : []),
    ...(facts.hasGovernance ? [] : [{ kind: 'no_governance' } as const]),
    ...((protocol.progression ?? []).length === 0 ? [{ kind: 'no_progression' } as const] : []),
    ...missing.map((role) => ({ kind: 'nobody_with_role', role }) as const),
    ...(facts.withoutEmail > 0 ? [{ kind: 'without_email', n: facts.withoutEmail } as const] : []),
  ]
}
