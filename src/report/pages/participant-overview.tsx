/** The programme for a mentor or a mentee: what to do now, what comes next, who hears what. No counts. */
import { pairedSentence } from '../../allocation/publishing/partner-words.ts'
import { dayInWords } from '../../lib/dates.ts'
import { insideSentence } from '../../protocol/wording/words.ts'
import { Card } from '../../web/components/card.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TaskList } from '../../web/components/task-list.tsx'
import { type HomeFacts, stepsToCome, tasksNow } from '../home-rules.ts'
import { Schematic } from '../schematic.tsx'
import { type StayingLink, stayingLinks } from '../staying-links.ts'
import { WhatItGives, WhoHearsWhat } from './participant-explanations.tsx'
import { Section, StudyPage } from './section.tsx'

export type ParticipantProps = {
  readonly name: string
  /** The address of the programme. */
  readonly base: string
  readonly facts: HomeFacts
  /** A copy of what the person agreed to can be had. */
  readonly hasConsented: boolean
}

export const ParticipantOverviewPage = (props: ParticipantProps) => {
  const { state } = props.facts
  return state === 'declined' || state === 'withdrawn' ? (
    <NotTakingPart {...props} state={state} />
  ) : (
    <TakingPart {...props} />
  )
}

type NotTakingPartProps = ParticipantProps & { readonly state: 'declined' | 'withdrawn' }

const NotTakingPart = ({ name, base, facts, state, hasConsented }: NotTakingPartProps) => (
  <StudyPage caption={facts.protocol.title} title={name}>
    {state === 'declined' ? (
      <>
        <p>You said that you do not want to take part. Nothing is asked of you.</p>
        {facts.programme === 'closed' ? null : (
          <p>
            If you change your mind, <a href={`${base}/consent`}>read the information again</a>.
          </p>
        )}
      </>
    ) : (
      <>
        <p>
          You have withdrawn from the programme. Nothing more is asked of you. What you chose for
          what you gave has been done. You can still open what was not deleted:
        </p>
        <Links base={base} links={stayingLinks(facts.protocol, facts.role)} />
      </>
    )}
    {hasConsented ? <CopyOfConsent base={base} /> : null}
  </StudyPage>
)

type LinksProps = Pick<ParticipantProps, 'base'> & { readonly links: readonly StayingLink[] }

const Links = ({ base, links }: LinksProps) => (
  <ul className="nhsuk-list">
    {each(links, ({ label, path }) => (
      <li>
        <a href={`${base}${path}`}>{label}</a>
      </li>
    ))}
  </ul>
)

const CopyOfConsent = ({ base }: Pick<ParticipantProps, 'base'>) => (
  <p>
    <a href={`${base}/consent/copy`}>A copy of what you agreed to (PDF)</a>
  </p>
)

const TakingPart = (props: ParticipantProps) => {
  const { name, base, facts } = props
  const { protocol, role, state } = facts
  const label = insideSentence(protocol.roles[role].label)
  const lead = state === 'invited' ? 'You are invited to take part' : 'You take part'
  return (
    <StudyPage caption={protocol.title} title={name} lead={`${lead} as a ${label}.`}>
      <Now {...props} />
      <Next facts={facts} />
      <Section level={2} title="What it is about">
        <p>{protocol.summary}</p>
      </Section>
      <Section level={2} title="Who hears what">
        <WhoHearsWhat protocol={protocol} role={role} />
      </Section>
      <Section level={2} title="What it can give">
        <WhatItGives protocol={protocol} role={role} />
        <p>
          <a href={`${base}/outcomes`}>Does it work here? What earlier programmes found</a>
        </p>
      </Section>
      {state === 'agreed' ? <YourConsent {...props} /> : null}
      <Schematic protocol={protocol} counts={null} />
    </StudyPage>
  )
}

const Now = ({ facts, base }: ParticipantProps) => {
  const tasks = tasksNow(facts)
  const isDone = tasks.every(({ status }) => status !== 'incomplete')
  return (
    <Section level={2} title="What to do now">
      {facts.programme === 'closed' ? (
        <InsetText>
          <p>The programme is over. Nothing more is asked of you.</p>
          {facts.state === 'agreed' ? (
            <Links base={base} links={[letterLink, ...stayingLinks(facts.protocol, facts.role)]} />
          ) : null}
        </InsetText>
      ) : null}
      {facts.isInInterview ? <Interview base={base} /> : null}
      {facts.hasPromptSheet ? <PromptSheet base={base} /> : null}
      <Partner facts={facts} base={base} />
      {facts.programme !== 'closed' && isDone && !isBusy(facts) ? (
        <p>There is nothing for you to do now. You are told when the next step begins.</p>
      ) : null}
      {tasks.length === 0 ? null : (
        <TaskList
          id="now"
          tasks={tasks.map(({ path, ...task }) => ({ ...task, href: `${base}${path}` }))}
        />
      )}
    </Section>
  )
}

const letterLink = { label: 'The letter at the end of the programme', path: '/letter' } as const

const isBusy = ({ isInInterview, partners }: HomeFacts): boolean =>
  isInInterview || (partners ?? []).length > 0

const Partner = ({ facts, base }: Pick<ParticipantProps, 'facts' | 'base'>) => {
  const { partners, programme, state } = facts
  if (partners === null || programme === 'closed' || state !== 'agreed') return null
  return (
    <Card
      heading={partners.length > 1 ? 'Your partners' : 'Your partner'}
      headingLevel={3}
      headingSize="s"
      href={`${base}/partner`}
      description={
        partners.length === 0
          ? 'You have no partner at the moment.'
          : `${pairedSentence(partners)} See what comes next.`
      }
    />
  )
}

const PromptSheet = ({ base }: Pick<ParticipantProps, 'base'>) => (
  <InsetText>
    <p>
      The document for your session is ready. <a href={`${base}/prompt-sheet`}>Read or print it</a>.
    </p>
  </InsetText>
)

const Interview = ({ base }: Pick<ParticipantProps, 'base'>) => (
  <InsetText>
    <p>
      The group interview is under way.{' '}
      <a href={`${base}/interview/follow`}>Follow the interview</a> on your phone: see who and what
      is being spoken about, add a point, and say in private what you have seen too.
    </p>
  </InsetText>
)

const Next = ({ facts }: Pick<ParticipantProps, 'facts'>) => {
  const steps = facts.programme === 'closed' ? [] : stepsToCome(facts)
  return steps.length === 0 ? null : (
    <Section level={2} title="What comes next">
      <ol className="nhsuk-list nhsuk-list--number">
        {each(steps, ({ title, on }) => (
          <li>
            {title}
            {on === null ? null : `, from ${dayInWords(on)}`}
          </li>
        ))}
      </ol>
      <p>You are told when each step begins. Nothing is asked of you before.</p>
    </Section>
  )
}

const YourConsent = ({ base, facts, hasConsented }: ParticipantProps) => {
  const isOver = facts.programme === 'closed'
  if (isOver && !hasConsented) return null
  const title = isOver ? 'What you agreed to' : 'What you agreed to, and changing your mind'
  return (
    <Section level={2} title={title}>
      {hasConsented ? <CopyOfConsent base={base} /> : null}
      {isOver ? null : (
        <p>
          You can <a href={`${base}/withdraw`}>withdraw</a> at any time, without giving a reason.
        </p>
      )}
    </Section>
  )
}
