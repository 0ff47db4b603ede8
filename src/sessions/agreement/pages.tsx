/** Both of a pair agree to the ground rules: the rules, a box, and afterwards what was agreed to and by whom. */
import type { ReactNode } from 'react'
import {
  endedParagraphs,
  nextSteps,
  unpairedParagraphs,
} from '../../allocation/publishing/partner-words.ts'
import { shortHash } from '../../interview/documents/signing/rules.ts'
import { dayInWords } from '../../lib/dates.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { GroundRulesList } from '../../protocol/reading/ground-rules-list.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import type { LoadedAgreement } from './load-agreement.ts'
import type { PairAgreement } from './model.ts'
import { PairSection, pairFieldId } from './pair-section.tsx'
import type { AgreementStanding } from './rules.ts'

/** What is wrong with the form that was sent; the partner it was for. */
export type AgreementError = { readonly partnerId: string; readonly text: string }

export type AgreementPageProps = {
  readonly loaded: LoadedAgreement
  readonly error: AgreementError | null
  /** One for each pair's form, in the order of the pairs. */
  readonly idempotencyKeys: readonly string[]
}

type FrameProps = {
  readonly programme: OpenProgramme
  readonly title: string
  readonly children: ReactNode
}

const Frame = ({ programme, title, children }: FrameProps) => (
  <>
    <PageHeading caption={programme.name}>{title}</PageHeading>
    {children}
    <p>
      <a href={`/programmes/${programme.programmeId}`}>Go to your programme</a>
    </p>
  </>
)

export const agreementTitle = 'Agree to the ground rules'

export const AgreementPage = (props: AgreementPageProps) => {
  const { loaded, error } = props
  const { standing, pairs } = loaded
  if (standing !== 'asked') return <NotAsked loaded={loaded} standing={standing} />
  const isDone = pairs.every(({ own }) => own === 'agreed')
  return (
    <Columns>
      <ErrorSummary errors={error === null ? [] : [summaryOf(loaded, error)]} />
      <Frame
        programme={loaded.programme}
        title={isDone ? 'You have agreed to the ground rules' : agreementTitle}
      >
        <p>
          You and your partner both agree to the same rules before you meet.
          {isDone
            ? null
            : ' If there is one that you cannot agree to, tell the programme lead before you meet.'}
        </p>
        <Changed loaded={loaded} />
        <GroundRulesList protocol={loaded.programme.protocol} />
        <p className="nhsuk-body-s">
          Fingerprint of these rules: <strong>{shortHash(loaded.rulesSha256)}</strong> (SHA-256{' '}
          <span className="app-fingerprint">{loaded.rulesSha256}</span>). The same fingerprint means
          the same words.
        </p>
        <EachPair {...props} />
        <AfterAgreeing loaded={loaded} />
      </Frame>
    </Columns>
  )
}

const summaryOf = ({ pairs }: LoadedAgreement, { partnerId, text }: AgreementError) => {
  const place = pairs.findIndex(({ partner }) => partner.participantId === partnerId)
  return place === -1 ? { text } : { text, fieldId: pairFieldId(place) }
}

/** They agreed to words that are no longer the words. */
const Changed = ({ loaded: { pairs } }: Pick<AgreementPageProps, 'loaded'>) => {
  const [earlier] = pairs.filter(({ own }) => own === 'others')
  return earlier === undefined || earlier.agreedOn === null ? null : (
    <InsetText>
      <p>
        You agreed to other ground rules on {dayInWords(earlier.agreedOn)}. The programme lead has
        changed them since, so what you agreed to then no longer counts. Read them as they are now
        and agree again.
      </p>
    </InsetText>
  )
}

const EachPair = ({ loaded, error, idempotencyKeys }: AgreementPageProps) =>
  each(loaded.pairs, (pair, place) => (
    <PairSection
      programmeId={loaded.programme.programmeId}
      pair={pair}
      place={place}
      rulesSha256={loaded.rulesSha256}
      error={error?.partnerId === pair.partner.participantId ? error.text : undefined}
      idempotencyKey={idempotencyKeys[place] ?? ''}
    />
  ))

const AfterAgreeing = ({ loaded }: Pick<AgreementPageProps, 'loaded'>) => {
  const { programme, participant, pairs } = loaded
  const base = `/programmes/${programme.programmeId}`
  const hasAgreed = pairs.some(({ own }) => own === 'agreed')
  return (
    <>
      <h2 className="nhsuk-heading-m">What comes next</h2>
      {hasAgreed ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {each(nextSteps(programme.protocol, participant.role), (step) => (
            <li>{step}</li>
          ))}
        </ul>
      ) : (
        <p>Once both of you have agreed, you can meet.</p>
      )}
      <p>
        <a href={`${base}/session`}>Plan your session</a>, and{' '}
        <a href={`${base}/preparation`}>prepare for it</a>.
      </p>
      <p>
        You and your partner each see whether the other has agreed. The programme lead sees every
        pair under a number that chance gave it, without names, and whether both have agreed.
      </p>
    </>
  )
}

const sentences: Readonly<Record<Exclude<AgreementStanding, 'asked'>, readonly string[]>> = {
  invited: ['You are asked to agree to the ground rules once you take part and have a partner.'],
  declined: ['You said that you do not want to take part, so there is nothing to agree to.'],
  withdrawn: ['You have withdrawn from the programme, so there is nothing to agree to.'],
  over: ['The programme is over, so there is nothing left to agree to.'],
  not_published: [
    'You are asked to agree to the ground rules once you have been told who your partner is.',
  ],
  no_partner: unpairedParagraphs,
  ended: endedParagraphs,
}

type NotAskedProps = {
  readonly loaded: LoadedAgreement
  readonly standing: Exclude<AgreementStanding, 'asked'>
}

/** What somebody agreed to before the programme ended stays to be read. */
const NotAsked = ({ loaded: { programme, pairs }, standing }: NotAskedProps) => (
  <Columns>
    <Frame programme={programme} title="Agreement to the ground rules">
      {each([...sentences[standing], ...pairs.flatMap(agreedBefore)], (sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        You can{' '}
        <a href={`/programmes/${programme.programmeId}/ground-rules`}>read the ground rules</a>.
      </p>
    </Frame>
  </Columns>
)

const agreedBefore = ({ partner, agreedOn }: PairAgreement): readonly string[] =>
  agreedOn === null
    ? []
    : [`You and ${partner.name}: you agreed to the ground rules on ${dayInWords(agreedOn)}.`]
