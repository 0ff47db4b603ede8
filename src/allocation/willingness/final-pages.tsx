/** The page of a mentor's private willingness when nothing can be said there. */
import { plural } from '../../protocol/wording/words.ts'
import { Columns } from '../../web/components/columns.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import type { Willing } from './load-willing.ts'
import { lockWords } from './lock.ts'
import { ordinal } from './willing-problems.ts'
import { Title } from './willing-title.tsx'

type FinalProps = { readonly willing: Willing }

export const FinalPage = ({ willing }: FinalProps) => {
  const { offered, said, programme, lock } = willing
  const answered = offered.filter(({ participantId }) => said.has(participantId))
  return (
    <Columns>
      <Title willing={willing} />
      <InsetText>{lockWords[lock ?? 'over']}</InsetText>
      {answered.length === 0 ? (
        <p>{`You have not said which of the ${plural(programme.protocol, 'mentee')} you would mentor.`}</p>
      ) : (
        <SummaryList
          rows={[
            ...answered.map(({ participantId, name }) => ({
              key: name,
              value: replyTo(willing, participantId),
            })),
            ...atMost(willing),
          ]}
        />
      )}
      <p>Only you see this page.</p>
    </Columns>
  )
}

const replyTo = ({ said, ranks, programme }: Willing, menteeId: string): string => {
  if (said.get(menteeId) !== true) return 'No'
  const rank = ranks.get(menteeId)
  const isRanked = programme.protocol.rules.preferences !== undefined && rank !== undefined
  return isRanked ? `Yes, ${ordinal(rank)} choice` : 'Yes'
}

const atMost = ({ most, programme: { protocol } }: Willing) =>
  protocol.rules.menteesPerMentor === undefined
    ? []
    : [
        {
          key: `${protocol.roles.mentee.plural} at most`,
          value: String(Math.min(most ?? 1, protocol.rules.menteesPerMentor)),
        },
      ]

const notNow = {
  not_open: 'You are asked about this later. You will be told when.',
  not_asked: 'This programme does not ask about it.',
  invited: 'You are asked about this once you have agreed to take part.',
  declined: 'You said that you do not want to take part, so you are not asked.',
  withdrawn: 'You have withdrawn from the programme, so you are not asked any more.',
} as const

type NotNowProps = FinalProps & { readonly standing: keyof typeof notNow }

export const NotNowPage = ({ willing, standing }: NotNowProps) => (
  <Columns>
    <Title willing={willing} />
    <p>{notNow[standing]}</p>
    <p>
      <a href={`/programmes/${willing.programme.programmeId}`}>Go to your programme</a>
    </p>
  </Columns>
)
