/** Inviting people, and the letters of those who have no email address. */
import { inGroups } from '../../platform/letter-codes.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import { Button, ButtonGroup, ButtonLink, PrintButton } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import {
  type Invited,
  type InvitingProgramme,
  invitationMail,
  invitationParagraphs,
  whomToAsk,
} from './invitation-words.ts'

export type InvitePageProps = {
  /** The address of the programme. */
  readonly base: string
  readonly state: ProgrammeState
  readonly programme: InvitingProgramme
  /** Those who have not been invited yet. */
  readonly mails: number
  readonly letters: number
  /** Somebody who gets a mail, as whose it is shown; null: nobody does. */
  readonly first: Invited | null
  readonly idempotencyKey: string
}

export const InvitePage = (props: InvitePageProps) => (
  <>
    <h1 className="nhsuk-heading-l">Invite people</h1>
    {props.state === 'open' ? <WhomToInvite {...props} /> : <NotOpen {...props} />}
  </>
)

const NotOpen = ({ base, state }: InvitePageProps) =>
  state === 'closed' ? (
    <InsetText>This programme is closed: nobody is invited any more.</InsetText>
  ) : (
    <>
      <InsetText>
        <p>
          This programme is still being set up. People can be added now, and invited once it is
          open: from then on their links lead somewhere.
        </p>
      </InsetText>
      <ButtonGroup>
        <ButtonLink href={`${base}/set-up`}>See what is missing</ButtonLink>
        <a href={`${base}/people`}>Back to the people</a>
      </ButtonGroup>
    </>
  )

const WhomToInvite = ({ base, programme, mails, letters, first, ...rest }: InvitePageProps) => {
  if (mails + letters === 0) {
    return (
      <>
        <InsetText>Everybody on the list has been invited.</InsetText>
        <ButtonLink href={`${base}/people`} variant="secondary">
          Back to the people
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      <p>{whomInWords(mails, letters)}</p>
      <Form action={`${base}/people/invite`} idempotencyKey={rest.idempotencyKey}>
        <ButtonGroup>
          <Button>{`Invite ${mails + letters === 1 ? '1 person' : `${mails + letters} people`}`}</Button>
          <a href={`${base}/people`}>Not yet</a>
        </ButtonGroup>
      </Form>
      {first === null ? null : (
        <>
          <h2 className="nhsuk-heading-m">What the email says</h2>
          <div className="app-mail-text">
            {invitationMail(programme, first, '(here stands the personal link)').text}
          </div>
        </>
      )}
    </>
  )
}

const whomInWords = (mails: number, letters: number): string => {
  const byMail = `${mails} ${mails === 1 ? 'person gets' : 'people get'} an email with a personal link.`
  const byLetter = `${letters} ${letters === 1 ? 'person has' : 'people have'} no email address: print ${letters === 1 ? 'the letter' : 'their letters'} afterwards.`
  return [...(mails > 0 ? [byMail] : []), ...(letters > 0 ? [byLetter] : [])].join(' ')
}

export type Letter = Invited & { readonly code: string }

type LetterProps = {
  readonly programme: InvitingProgramme
  readonly joinAddress: string
  readonly letter: Letter
}

const LetterText = ({ programme, joinAddress, letter }: LetterProps) => (
  <article className="app-letter">
    <p>{programme.organisation}</p>
    <h2 className="nhsuk-heading-m">Invitation to take part in {programme.name}</h2>
    <p>Dear {letter.name},</p>
    {each(invitationParagraphs(programme, letter.role), (paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p>
      Open this address on a computer, tablet or phone:
      <br />
      <span className="app-letter__address">{joinAddress}</span>
    </p>
    <p>
      Then enter your code:
      <br />
      <span className="app-letter__code">{inGroups(letter.code)}</span>
    </p>
    <p>The code opens your own pages and nothing else, so do not pass this letter on.</p>
    <p>{whomToAsk(programme)}</p>
  </article>
)

export type LettersPageProps = {
  /** The address of the programme's people. */
  readonly base: string
  readonly heading: string
  readonly programme: InvitingProgramme
  readonly joinAddress: string
  readonly letters: readonly Letter[]
  /** Said where there is no letter. */
  readonly none: string
}

export const LettersPage = ({ base, heading, letters, none, ...rest }: LettersPageProps) => (
  <>
    <div className="app-not-printed">
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {letters.length === 0 ? (
        <InsetText>{none}</InsetText>
      ) : (
        <>
          <p>
            Each letter is one sheet of A4. Put it in an envelope with the person’s name on it: the
            code lets in whoever reads it.
          </p>
          <PrintButton>Print</PrintButton>
        </>
      )}
      <p>
        <a href={base}>Back to the people</a>
      </p>
    </div>
    {each(letters, (letter) => (
      <LetterText {...rest} letter={letter} />
    ))}
  </>
)
