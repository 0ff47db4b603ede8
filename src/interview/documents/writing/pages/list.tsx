/** All documents of a programme: how far each is, and what comes next. */
import { type Noun, nounOfDomains } from '../../../../protocol/wording/domain-noun.ts'
import { counted, insideSentence, listed, plural } from '../../../../protocol/wording/words.ts'
import { ButtonLink } from '../../../../web/components/button.tsx'
import { each } from '../../../../web/components/each.ts'
import { InsetText } from '../../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../../web/components/page-heading.tsx'
import { Tag } from '../../../../web/components/tag.tsx'
import { documentAddress } from '../document-addresses.ts'
import type { DocumentInList, Documents } from '../load-documents.ts'
import { warningsOf } from '../warnings/warnings-of.ts'
import { colourOfState, stateInWords, warningsInWords } from './document-words.ts'
import { TooFewContributors } from './too-few.tsx'

type ListProps = { readonly documents: Documents }

export const DocumentListPage = ({ documents }: ListProps) => {
  const { programme } = documents
  return (
    <>
      <PageHeading caption={programme.name}>Feedback documents</PageHeading>
      <Content documents={documents} />
    </>
  )
}

const Content = ({ documents }: ListProps) => {
  const { programme, interview } = documents
  if (interview === 'not_started') return <NoInterview documents={documents} />
  if (documents.documents.length === 0) {
    return (
      <InsetText>
        {`No ${insideSentence(programme.protocol.roles.mentee.label)} has agreed to take part, so there is no document to write.`}
      </InsetText>
    )
  }
  return (
    <>
      <TooFewContributors programme={programme} contributors={documents.contributors} />
      {interview === 'open' ? <StillOpen documents={documents} /> : null}
      <p>
        {`One page for each ${insideSentence(programme.protocol.roles.mentee.label)}: what the group says, and nobody in it. You write it from the notes; the ${plural(programme.protocol, 'mentor')} who took part sign it off; you release it.`}
      </p>
      <DocumentRows documents={documents} />
    </>
  )
}

const NoInterview = ({ documents: { programme } }: ListProps) => (
  <>
    <InsetText>
      {programme.state === 'closed'
        ? 'This programme is closed, and no group interview was held in it. There are no documents.'
        : 'The group interview has not begun. The documents are written from its notes.'}
    </InsetText>
    <ButtonLink href={`/programmes/${programme.programmeId}/interview`} variant="secondary">
      Go to the interview
    </ButtonLink>
  </>
)

const StillOpen = ({ documents: { programme } }: ListProps) => (
  <InsetText>
    <p>
      The interview is still open. You can begin to write; notes may still be added or changed. How
      many have seen what a note says is counted once the{' '}
      <a href={`/programmes/${programme.programmeId}/interview`}>interview has ended</a>, and only
      then can a document be sent to be signed off.
    </p>
  </InsetText>
)

const DocumentRows = ({ documents }: ListProps) => (
  <ul className="app-writing__documents">
    {each(documents.documents, (one) => (
      <DocumentRow documents={documents} one={one} />
    ))}
  </ul>
)

type RowProps = ListProps & { readonly one: DocumentInList }

const DocumentRow = ({ documents, one }: RowProps) => {
  const { programmeId, protocol } = documents.programme
  const { mentee, standing, points } = one
  const noun = nounOfDomains(protocol)
  const of = protocol.domains.length
  const filled = protocol.domains.filter(({ id }) => points.some(({ domain }) => domain === id))
  const warnings = points.flatMap((point) => warningsOf(point, one.around)).length
  const left = { missing: of - filled.length, warnings, noun }
  return (
    <li className="app-writing__document">
      <p className="app-writing__whose">
        <a href={documentAddress(programmeId, mentee.menteeId)}>{mentee.name}</a>{' '}
        <Tag colour={colourOfState[standing.state]}>{stateInWords(standing)}</Tag>
      </p>
      <p>
        {`Points in ${filled.length} of ${counted(of, insideSentence(noun.singular), insideSentence(noun.plural))}. ${warningsInWords(warnings)}.`}
      </p>
      <p>
        <strong>Next:</strong> {nextOf(documents, one, left)}
      </p>
    </li>
  )
}

type Left = { readonly missing: number; readonly warnings: number; readonly noun: Noun }

const nextOf = (
  documents: Documents,
  { standing, points }: DocumentInList,
  { missing, warnings, noun }: Left,
): string => {
  if (documents.programme.state !== 'open') return 'nothing. The programme is not open.'
  if (standing.state === 'released') return 'nothing. A correction is a new version.'
  if (standing.state === 'signing')
    return 'wait for the answers, and see what is asked to be changed.'
  if (points.length === 0) return 'write the first point.'
  const look = [
    ...(warnings > 0 ? ['look at the warnings'] : []),
    ...(missing > 0 ? [`see whether each ${insideSentence(noun.singular)} says enough`] : []),
  ]
  return `${listed([...look, lastStep(documents)])}.`
}

const lastStep = ({ interview, contributors, programme }: Documents): string => {
  if (contributors < programme.protocol.rules.anonymityFloor)
    return 'see above why none can be sent'
  return interview === 'ended' ? 'send it to be signed off' : 'end the interview'
}
