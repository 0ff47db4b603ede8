/** What the group is asked, as the protocol has it. */
import type { Protocol } from '../../../protocol/model.ts'
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { insideSentence, plural } from '../../../protocol/wording/words.ts'
import { Bullets } from '../../../questionnaires/set-up/programme-frame.tsx'
import { Details } from '../../../web/components/details.tsx'
import { each } from '../../../web/components/each.ts'

type GuideProps = { readonly protocol: Protocol }

export const AboutInterview = ({ protocol }: GuideProps) => (
  <p className="nhsuk-body-l">
    {`The ${plural(protocol, 'mentor')} speak as a group about every ${insideSentence(protocol.roles.mentee.label)}, ${insideSentence(nounOfDomains(protocol).singular)} by ${insideSentence(nounOfDomains(protocol).singular)}, and take as long as they need. You ask, and note their points without names. From the points comes one document for each ${insideSentence(protocol.roles.mentee.label)}, in the voice of the group.`}
  </p>
)

export const Guide = ({ protocol }: GuideProps) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">What the group is asked</h2>
    {each(protocol.domains, ({ label, prompts }) => (
      <Details summary={label}>
        <p>To open:</p>
        <Bullets lines={prompts.open} />
        {prompts.clarifying.length === 0 ? null : (
          <>
            <p>When a reply is not clear:</p>
            <Bullets lines={prompts.clarifying} />
          </>
        )}
      </Details>
    ))}
  </section>
)
