/** Below k nothing is released: why, and what can be done. */
import type { OpenProgramme } from '../../../../protocol/open-programme.ts'
import { peopleOf, plural } from '../../../../protocol/wording/words.ts'
import { WarningCallout } from '../../../../web/components/warning-callout.tsx'

type TooFewProps = {
  readonly programme: Pick<OpenProgramme, 'programmeId' | 'protocol'>
  /** Those who took part and have not left. */
  readonly contributors: number
}

/** Nothing where they are enough. */
export const TooFewContributors = ({ programme, contributors }: TooFewProps) => {
  const { programmeId, protocol } = programme
  const floor = protocol.rules.anonymityFloor
  if (contributors >= floor) return null
  const mentors = plural(protocol, 'mentor')
  return (
    <WarningCallout heading="No document can be released" headingLevel={2}>
      <p>
        {`${peopleOf(protocol, 'mentor', contributors)} took part in the interview and ${contributors === 1 ? 'is' : 'are'} still in the programme. It takes at least ${floor}: in a smaller group it could be told who said what. Whoever has left the programme does not count any more.`}
      </p>
      <p>What you can do:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          look at the attendance on the{' '}
          <a href={`/programmes/${programmeId}/interview`}>interview page</a>: was somebody in the
          room who is not on it?
        </li>
        <li>{`hold another sitting with more ${mentors}, as long as no document has been sent to be signed off`}</li>
        <li>{`ask the programme lead to invite more ${mentors}, or to decide how the programme goes on without documents`}</li>
      </ul>
      <p>You can go on writing. Nothing is lost, and nothing is shown to anybody.</p>
    </WarningCallout>
  )
}
