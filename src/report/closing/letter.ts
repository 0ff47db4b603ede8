/** The letter at the end of a programme, to everybody who took part: what came of it, and what becomes of it all. */
import { inMonths } from '../../people/consent/default-data.ts'
import type { Governance } from '../../protocol/governance/model.ts'
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { insideSentence, plural } from '../../protocol/wording/words.ts'
import type { ShownResults } from '../outcomes/shown-results.ts'
import {
  cannotShow,
  comparisonInWords,
  comparisonsOf,
  itemsInWords,
  sessionsInWords,
  themesInWords,
  tookPart,
} from '../outcomes/shown-words.ts'
import { type StayingLink, stayingLinks } from '../staying-links.ts'
import type { Study } from '../study.ts'

export type LetterPart = {
  readonly title: string
  readonly sentences: readonly string[]
  readonly links?: readonly StayingLink[]
}

export type LetterFacts = {
  readonly name: string
  readonly study: Study
  readonly shown: ShownResults
  readonly governance: Governance
}

/** It follows from the results and the role alone: everybody of a group reads the same. */
export const closingLetter = (facts: LetterFacts, role: RoleId): readonly LetterPart[] => [
  { title: 'Thank you', sentences: thanks(facts, role) },
  {
    title: 'Who took part',
    sentences: [tookPart(facts.study.protocol, facts.shown), sessionsInWords(facts.shown)],
  },
  { title: 'What changed', sentences: changes(facts) },
  ...lastingAnswersAndThemes(facts),
  { title: 'What this cannot show', sentences: cannotShow(facts.shown.k) },
  { title: 'What happens to what you gave', sentences: keeping(facts) },
  { title: 'What stays with you', ...staying(facts.study.protocol, role) },
]

const thanks = ({ name, study }: LetterFacts, role: RoleId): readonly string[] => [
  `${name} has ended. Nothing more is asked of you.`,
  role === 'mentor'
    ? `Thank you for what you said to the ${plural(study.protocol, 'mentee')}, and for the care it took. It is not easy to tell people who are senior to you how their work looks.`
    : `Thank you for listening to the ${plural(study.protocol, 'mentor')}, and for the time you gave. It is not easy to hear how your work looks to others.`,
]

const changes = ({ study, shown }: LetterFacts): readonly string[] => {
  const { changed } = comparisonsOf(shown)
  return changed.length === 0
    ? [
        `What changed is not said, since fewer than ${shown.k} people answered the same question both times.`,
      ]
    : changed.map((one) => comparisonInWords(study, one))
}

const lastingAnswersAndThemes = ({ study, shown }: LetterFacts): readonly LetterPart[] =>
  [
    {
      title: 'Whether it lasted',
      sentences: comparisonsOf(shown).lasted.map((one) => comparisonInWords(study, one)),
    },
    {
      title: 'What you said afterwards',
      sentences: itemsInWords(study.protocol, shown),
    },
    { title: 'What you wrote about', sentences: themesInWords(study.protocol, shown) },
  ].filter(({ sentences }) => sentences.length > 0)

const keeping = ({ governance, study }: LetterFacts): readonly string[] => [
  `Your answers are kept under a code, apart from your name, for ${inMonths(governance.answersMonths)} after the programme closed.`,
  `Your name and your email address are kept for ${inMonths(governance.contactMonths)} after it closed.`,
  ...(hasSession(study.protocol)
    ? ['What was said in the sessions was not recorded, so there is nothing to keep.']
    : []),
]

const hasSession = ({ steps }: Protocol): boolean => steps.some(({ kind }) => kind === 'session')

const staying = (protocol: Protocol, role: RoleId): Pick<LetterPart, 'sentences' | 'links'> => ({
  sentences: [
    hasSession(protocol) ? ownThing(protocol, role) : 'You can read your own pages as before.',
    'If you think that you are treated worse because you took part or spoke openly, you can speak in confidence to the Freedom to Speak Up guardian, at any time.',
  ],
  links: stayingLinks(protocol, role),
})

const ownThing = (protocol: Protocol, role: RoleId): string =>
  role === 'mentor'
    ? `If you held a session, you can download a certificate that you took part as a ${insideSentence(protocol.roles.mentor.label)}.`
    : 'Your reflection pack is yours alone. Nobody else can open it. Download it if you want to use it in your appraisal.'
