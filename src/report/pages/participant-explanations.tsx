/** What mentors and mentees are told about confidence and about what the programme is for. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { insideSentence, plural } from '../../protocol/wording/words.ts'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'

type ForRole = { readonly protocol: Protocol; readonly role: RoleId }

export const WhoHearsWhat = ({ protocol, role }: ForRole) =>
  role === 'mentor' ? <ForMentors protocol={protocol} /> : <ForMentees protocol={protocol} />

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(lines, (line) => (
      <li>{line}</li>
    ))}
  </ul>
)

const underCode = 'Your answers are kept under a code, apart from your name.'
const session =
  'What you and your partner say in the session stays between you. It is not recorded.'

const ForMentors = ({ protocol }: Pick<ForRole, 'protocol'>) => (
  <>
    <InsetText>
      {`Only the voice of the group reaches a ${insideSentence(protocol.roles.mentee.label)}: the document does not say who said what.`}
    </InsetText>
    <Lines
      lines={[
        'Each document says what the group says, whoever delivers it.',
        `Whom you are willing to mentor is private. No ${insideSentence(protocol.roles.mentee.label)}, lead or administrator is told whom you declined, or that you declined anybody.`,
        underCode,
        session,
      ]}
    />
  </>
)

const ForMentees = ({ protocol }: Pick<ForRole, 'protocol'>) => (
  <>
    <InsetText>
      {`You receive one document in the voice of the group. It does not say which of the ${plural(protocol, 'mentor')} said what.`}
    </InsetText>
    <Lines
      lines={[
        'One of the group, drawn at random, talks the document through with you.',
        'The document is yours. It is not part of your appraisal unless you take it there.',
        ...(protocol.rules.menteeVetoes === undefined
          ? []
          : [
              `With whom you do not want to be paired is private. No ${insideSentence(protocol.roles.mentor.label)}, lead or administrator is told whom you named, or that you named anybody.`,
            ]),
        underCode,
        session,
      ]}
    />
  </>
)

/** People asked for plain words on the benefits, and for openness on the side of those who hear the feedback. */
export const WhatItGives = ({ protocol, role }: ForRole) => {
  const mentees = plural(protocol, 'mentee')
  return (
    <>
      <Lines
        lines={
          role === 'mentor'
            ? [
                `You say what you see from where you stand, and ${mentees} can do something about it.`,
                'You practise giving feedback to somebody senior, with others and with time to prepare.',
                `The ${mentees} have agreed to hear it. Kind and plain words, with an example, are easiest to use.`,
              ]
            : [
                'You hear how your work looks to people who see it every day and rarely say so.',
                `It goes better when you are open: listen first, ask what was meant, thank for it. You do not have to agree or to answer at once.`,
                `${protocol.roles.mentor.plural} take a risk in saying it. Not asking who said what is what makes it possible.`,
              ]
        }
      />
      <p>
        Programmes like this have been small so far. Whether this one helps is what the
        questionnaires find out; nobody can promise it to you.
      </p>
      {protocol.source === undefined ? null : (
        <p>
          An earlier programme was published:{' '}
          <a href={`https://doi.org/${protocol.source.doi}`}>{protocol.source.citation}</a>
        </p>
      )}
    </>
  )
}
