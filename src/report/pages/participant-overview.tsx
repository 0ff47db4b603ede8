/** The programme for a mentor or a mentee: what they do, what happens to it, who hears what. No counts. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { rolesOf, Schematic } from '../schematic.tsx'
import { insideSentence, plural } from '../words.ts'
import { Section, StudyPage } from './section.tsx'

type ParticipantProps = {
  readonly name: string
  readonly protocol: Protocol
  readonly role: RoleId
}

export const ParticipantOverviewPage = ({ name, protocol, role }: ParticipantProps) => (
  <StudyPage
    caption={protocol.title}
    title={name}
    lead={`You take part as a ${insideSentence(protocol.roles[role].label)}. ${protocol.summary}`}
  >
    <Section level={2} title="Who hears what">
      {role === 'mentor' ? <ForMentors protocol={protocol} /> : <ForMentees protocol={protocol} />}
    </Section>
    <Section level={2} title="What happens, in this order">
      <ol className="nhsuk-list nhsuk-list--number">
        {each(
          protocol.steps.filter((step) => rolesOf(step).includes(role)),
          ({ title, phase }) => (
            <li>
              {title} (phase {phase})
            </li>
          ),
        )}
      </ol>
      <p>You are told when each step begins. Nothing is asked of you before.</p>
    </Section>
    <Schematic protocol={protocol} counts={null} />
  </StudyPage>
)

const ForMentors = ({ protocol }: Pick<ParticipantProps, 'protocol'>) => (
  <>
    <InsetText>
      {`Only the voice of the group reaches a ${insideSentence(protocol.roles.mentee.label)}: the document does not say who said what.`}
    </InsetText>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>Each document says what the group says, whoever delivers it.</li>
      <li>
        Whom you are willing to mentor is private. No mentee, lead or administrator is told whom you
        declined, or that you declined anybody.
      </li>
      <li>Your answers are kept under a code, apart from your name.</li>
      <li>What you and your partner say in the session stays between you. It is not recorded.</li>
    </ul>
  </>
)

const ForMentees = ({ protocol }: Pick<ParticipantProps, 'protocol'>) => (
  <>
    <InsetText>
      {`You receive one document in the voice of the group. It does not say which of the ${plural(protocol, 'mentor')} said what.`}
    </InsetText>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>One of the group, drawn at random, talks the document through with you.</li>
      <li>The document is yours. It is not part of your appraisal unless you take it there.</li>
      <li>Your answers are kept under a code, apart from your name.</li>
      <li>What you and your partner say in the session stays between you. It is not recorded.</li>
    </ul>
  </>
)
