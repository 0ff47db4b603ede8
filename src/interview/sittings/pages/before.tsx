/** The interview before it begins: what it takes, or why it cannot be held yet. */
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { insideSentence, listed, peopleOf } from '../../../protocol/wording/words.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { SummaryList } from '../../../web/components/summary-list.tsx'
import type { InterviewStep, LoadedInterview } from '../load-interview.ts'
import { sentenceOfInterviewProblem } from '../problems.ts'
import type { Hindrance } from '../rules.ts'
import { TooFewWarning } from './floor.tsx'
import { interviewOf } from './frame.tsx'

type HinderedProps = { readonly loaded: LoadedInterview; readonly hindrance: Hindrance }

export const Hindered = ({ loaded, hindrance }: HinderedProps) => {
  const { protocol } = loaded.programme
  const mentee = insideSentence(protocol.roles.mentee.label)
  const domain = insideSentence(nounOfDomains(protocol).singular)
  return (
    <>
      <InsetText>
        {hindrance === 'programme.closed'
          ? 'The programme is closed, and no interview was held here. If one was held elsewhere, as for a study that was imported, its notes and documents stayed there.'
          : sentenceOfInterviewProblem({ kind: hindrance })}
      </InsetText>
      {hindrance === 'programme.closed' ? (
        <p>
          {`In a programme that is open, you begin the interview on this page. You then have a board for the points about each ${mentee}, ${domain} by ${domain}, a clock, recordings and transcripts, and the documents that come of them.`}
        </p>
      ) : (
        <p>You do not have to do anything here yet. Below is what the group will be asked.</p>
      )}
    </>
  )
}

export const modeInWords = (step: InterviewStep | null): string =>
  step?.mode === 'online' ? 'Online' : 'Face to face'

export const Ready = ({ loaded }: { readonly loaded: LoadedInterview }) => {
  const { programme, mentors, mentees, step } = loaded
  const { protocol } = programme
  return (
    <>
      <TooFewWarning protocol={protocol} n={mentors.length} />
      <SummaryList
        rows={[
          { key: 'Held', value: modeInWords(step) },
          { key: 'Can come', value: peopleOf(protocol, 'mentor', mentors.length) },
          {
            key: 'For a document to be released',
            value: `At least ${protocol.rules.anonymityFloor} must have been in the room`,
          },
          { key: 'Spoken about', value: listed(mentees.map(({ name }) => name)) },
        ]}
      />
      <p>
        You can hold it in one sitting or in several, on one day or on more. Begin when the first
        people are in the room.
      </p>
      <ButtonLink href={`${interviewOf(programme)}/sittings/new`}>
        Begin the first sitting
      </ButtonLink>
    </>
  )
}
