/** What the number of those who take part means for the release of a document. */
import type { Protocol } from '../../../protocol/model.ts'
import { peopleOf, plural } from '../../../protocol/wording/words.ts'
import { WarningCallout } from '../../../web/components/warning-callout.tsx'

type Counted = { readonly protocol: Protocol; readonly n: number }

/** @param counted `n`: those who were in the room at any sitting and have not left the programme */
export const floorInWords = ({ protocol, n }: Counted): string => {
  const { anonymityFloor: floor } = protocol.rules
  const mentors = plural(protocol, 'mentor')
  const verb = n === 1 ? 'has' : 'have'
  const taken = `${peopleOf(protocol, 'mentor', n)} ${verb} taken part, in all sittings together.`
  if (n < floor)
    return `${taken} A document is released only when at least ${floor} have: ${floor - n} more ${floor - n === 1 ? 'is' : 'are'} needed.`
  return n === floor
    ? `${taken} That is just enough for documents to be released: should one of these ${mentors} leave the programme, none can be.`
    : `${taken} That is enough for documents to be released: it takes ${floor}.`
}

/** Before it begins. Nothing where enough have agreed. */
export const TooFewWarning = ({ protocol, n }: Counted) => {
  const { anonymityFloor: floor } = protocol.rules
  return n >= floor ? null : (
    <WarningCallout heading="Too few for a document to be released" headingLevel={2}>
      <p>
        {`${peopleOf(protocol, 'mentor', n)} ${n === 1 ? 'has' : 'have'} agreed to take part. A document is released only when at least ${floor} were in the room: with fewer, it could be told who said what.`}
      </p>
      <p>
        You can hold the interview all the same, but as things stand no document can come out of it.
        Ask the lead of the programme to invite more people before you begin.
      </p>
    </WarningCallout>
  )
}
