/**
 * Who somebody's partner is, and what comes next. Until pairs are published the page is made of the programme's words
 * alone, whatever goes on behind it; after that, of these words and the names of one's own partners.
 */
import type { ReactNode } from 'react'
import type { ParticipantState } from '../../people/model.ts'
import type { RoleId } from '../../protocol/model.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { GroundRulesList } from '../../protocol/reading/ground-rules-list.tsx'
import { listed } from '../../protocol/wording/words.ts'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import {
  agreeFirst,
  endedParagraphs,
  formerPairs,
  nextSteps,
  ownPartnerOnly,
  unpairedParagraphs,
} from './partner-words.ts'
import type { OwnPairs } from './partners.ts'

export type PartnerPageProps = {
  readonly programme: OpenProgramme
  readonly role: RoleId
  readonly state: ParticipantState
  readonly own: OwnPairs
  /** The document for the session is there. */
  readonly hasPromptSheet: boolean
}

type FrameProps = {
  readonly programme: OpenProgramme
  readonly title: string
  readonly children: ReactNode
}

const Frame = ({ programme, title, children }: FrameProps) => (
  <Columns>
    <PageHeading caption={programme.name}>{title}</PageHeading>
    {children}
    <p>
      <a href={`/programmes/${programme.programmeId}`}>Go to your programme</a>
    </p>
  </Columns>
)

const usualTitle = 'Your partner'

export const PartnerPage = (props: PartnerPageProps) => {
  const { programme, state, own } = props
  if (state !== 'agreed') return <NotTakingPart programme={programme} state={state} />
  if (!own.isPublished) return <NotPublished programme={programme} />
  if (own.partners.length > 0) return <Paired {...props} />
  return (
    <Frame programme={programme} title={usualTitle}>
      <Paragraphs texts={own.hadOthers ? endedParagraphs : unpairedParagraphs} />
      {own.hadOthers ? <WhatStays {...props} /> : null}
    </Frame>
  )
}

const notTakingPart = {
  invited: 'This is where you learn who your partner is, once you have agreed to take part.',
  declined: 'You said that you do not want to take part, so you have no partner.',
  withdrawn: 'You have withdrawn from the programme, so you have no partner.',
} as const

type NotTakingPartProps = Pick<PartnerPageProps, 'programme'> & {
  readonly state: keyof typeof notTakingPart
}

const NotTakingPart = ({ programme, state }: NotTakingPartProps) => (
  <Frame programme={programme} title={usualTitle}>
    <p>{notTakingPart[state]}</p>
  </Frame>
)

const NotPublished = ({ programme }: Pick<PartnerPageProps, 'programme'>) => (
  <Frame programme={programme} title={usualTitle}>
    {programme.state === 'closed' ? (
      <p>The programme is over. No pairs were published.</p>
    ) : (
      <>
        <p>You will be told here and by email when the pairs are published.</p>
        <p>
          There is nothing for you to do now. You can already read the{' '}
          <a href={`/programmes/${programme.programmeId}/ground-rules`}>ground rules</a>.
        </p>
      </>
    )}
  </Frame>
)

const Paired = (props: PartnerPageProps) => {
  const { programme, role, own, hasPromptSheet } = props
  const { protocol } = programme
  const names = own.partners.map(({ name }) => name)
  const base = `/programmes/${programme.programmeId}`
  return (
    <Frame programme={programme} title={names.length === 1 ? usualTitle : 'Your partners'}>
      <InsetText>
        <p>
          You have been paired with <strong>{listed(names)}</strong>.
        </p>
      </InsetText>
      {own.hadOthers ? <p>{formerPairs}</p> : null}
      <p>{ownPartnerOnly}</p>
      <h2 className="nhsuk-heading-m">What comes next</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each([agreeFirst, ...nextSteps(protocol, role)], (step) => (
          <li>{step}</li>
        ))}
      </ul>
      <p>
        <a href={`${base}/agreement`}>Agree to the ground rules</a>,{' '}
        <a href={`${base}/session`}>plan your session</a>, and{' '}
        <a href={`${base}/preparation`}>prepare for it</a>.
      </p>
      <p>
        Either of you can <a href={`${base}/session/exit`}>end the pair</a> at any time, without a
        reason.
      </p>
      {hasPromptSheet ? (
        <p>
          The document for your session is ready.{' '}
          <a href={`${base}/prompt-sheet`}>Read or print it</a>.
        </p>
      ) : null}
      <h2 className="nhsuk-heading-m">Ground rules for both of you</h2>
      <GroundRulesList protocol={protocol} />
    </Frame>
  )
}

const Paragraphs = ({ texts }: { readonly texts: readonly string[] }) => (
  <>
    {each(texts, (text) => (
      <p>{text}</p>
    ))}
  </>
)

/** The same for everybody of a group, whatever has been there. */
const WhatStays = ({ role }: Pick<PartnerPageProps, 'role'>) => (
  <p>
    {role === 'mentor'
      ? 'If you have printed or saved the document for the session, destroy it: put paper into confidential waste.'
      : 'If you have been shown your document, you still find it under Feedback.'}
  </p>
)

/** For whoever takes part: also before the pairs are published. */
export const GroundRulesPage = ({ programme }: Pick<PartnerPageProps, 'programme'>) => (
  <Frame programme={programme} title="Ground rules">
    <p>Both of a pair keep to them, before, during and after a session.</p>
    <GroundRulesList protocol={programme.protocol} />
  </Frame>
)
