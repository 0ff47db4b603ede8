/** What the waves of follow-up say: as much as tells of nobody. */
import { dayInWords } from '../../lib/dates.ts'
import { openingInWords } from '../../sessions/follow-ups/opening-words.ts'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { Section } from '../pages/section.tsx'
import { Courses } from './course-figures.tsx'
import type { FollowUps, GroupShown } from './follow-ups.ts'
import type { LoadedFollowUps } from './load-follow-ups.ts'
import { questionInWords, standingInWords } from './words.ts'

export type FollowUpsPageProps = LoadedFollowUps & { readonly isLead: boolean }

export const followUpsTitle = 'Follow-ups'

export const FollowUpsPage = (props: FollowUpsPageProps) => {
  const { programme, followUps } = props
  return (
    <Columns>
      <PageHeading caption={programme.name}>{followUpsTitle}</PageHeading>
      <p className="nhsuk-lede-text app-lead">
        What people say some months after the last session: has it lasted, and was it safe to speak
        openly?
      </p>
      {followUps.waves.length === 0 ? <NoWaves {...props} /> : <Waves {...props} />}
    </Columns>
  )
}

const NoWaves = ({ programme, isLead }: FollowUpsPageProps) => (
  <InsetText>
    {isLead && programme.state !== 'closed' ? (
      <p>
        This programme asks nothing after its last stage.{' '}
        <a href={`/programmes/${programme.programmeId}/set-up/stages`}>
          Choose follow-ups after 3, 6 or 12 months
        </a>
        .
      </p>
    ) : (
      'This programme asks nothing after its last stage.'
    )}
  </InsetText>
)

const Waves = (props: FollowUpsPageProps) => {
  const { programme, followUps } = props
  const { anonymityFloor } = programme.protocol.rules
  return (
    <>
      <p>
        {`Numbers are rounded down to ${anonymityFloor}, ${2 * anonymityFloor} and so on. Whether the relationship became worse, or anybody was treated worse, is said once ${anonymityFloor} people of a group have answered, and never how many said so.`}
      </p>
      {each(followUps.waves, (wave) => (
        <WaveSection {...props} wave={wave} />
      ))}
      <Courses protocol={programme.protocol} courses={followUps.courses} />
      <WhatToDo />
    </>
  )
}

type WaveProps = FollowUpsPageProps & { readonly wave: FollowUps['waves'][number] }

const WaveSection = (props: WaveProps) => {
  const { wave, programme } = props
  const isOver = programme.state === 'closed'
  return (
    <Section level={2} title={`Stage ${wave.stage}: ${wave.title}`} id={`stage-${wave.stage}`}>
      {wave.opening.kind === 'opened' ? (
        each(wave.groups, (group) => <Group {...props} group={group} />)
      ) : (
        <p>{isOver ? 'The programme closed before it was opened.' : `${openingInWords(wave)}.`}</p>
      )}
      {isOver || !isAhead(wave) ? null : <WhenItCloses {...props} />}
    </Section>
  )
}

/** It is to come, or can be answered now: its days can still be changed. */
const isAhead = ({ opening, groups }: WaveProps['wave']): boolean =>
  opening.kind !== 'opened' || groups.some(({ standing }) => standing === 'open')

const WhenItCloses = ({ wave, programme, isLead }: WaveProps) => {
  const { state } = programme
  const last = wave.closesOn === null ? null : dayInWords(wave.closesOn)
  return (
    <p>
      {last === null ? null : `The last day to answer is ${last}. `}
      {state === 'open' ? null : 'It needs an open programme. '}
      {isLead ? (
        <a href={`/programmes/${programme.programmeId}/collecting/${wave.stage}/plan`}>
          Give it other days
          <span className="nhsuk-u-visually-hidden"> ({wave.title})</span>
        </a>
      ) : null}
    </p>
  )
}

const Group = ({ group, programme: { protocol } }: WaveProps & { readonly group: GroupShown }) => {
  const whose = { protocol, role: group.role }
  const why = standingInWords(whose, group.standing)
  return (
    <Section level={3} title={protocol.roles[group.role].plural}>
      {why === null ? null : <p>{why}</p>}
      {each(group.questions, (shown) => (
        <Section level={4} title={shown.question}>
          <p>
            {questionInWords(whose, shown)}
            {shown.kind === 'warning' && shown.result === 'somebody' ? (
              <>
                {' '}
                <a href={`#${whatToDoId}`}>What to do now</a>.
              </>
            ) : null}
          </p>
        </Section>
      ))}
    </Section>
  )
}

const whatToDoId = 'what-to-do'

const WhatToDo = () => (
  <Section level={2} title="If somebody was treated worse" id={whatToDoId}>
    <p>
      Do not try to find out who said so: that would prove them right. Write to everybody alike. Say
      that nobody may be treated worse for taking part, and whom they can speak to in confidence.
      Tell the Freedom to Speak Up guardian that at least one person said so.
    </p>
  </Section>
)
