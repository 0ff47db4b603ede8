/** What somebody is told who cannot answer now, and the texts that they had just typed. */
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { type AtAddress, addressOf } from '../addresses.ts'
import type { Standing } from '../rules.ts'

export type StandingPageProps = {
  readonly at: AtAddress
  readonly title: string
  readonly standing: Exclude<Standing, 'open' | 'late'>
  /** It opens for each pair by itself, once the pair has met. */
  readonly opensWithSession: boolean
  /** A form was just sent that is not what was received before. */
  readonly isDifferent: boolean
  /** The texts in that form which are stored nowhere. */
  readonly unsent: readonly { readonly label: string; readonly text: string }[]
}

type Words = { readonly heading: string; readonly sentences: readonly string[] }

const words: Readonly<Record<StandingPageProps['standing'], Words>> = {
  not_open: {
    heading: 'This questionnaire is not open yet',
    sentences: ['You will be told when it opens. There is nothing for you to do now.'],
  },
  closed: {
    heading: 'This questionnaire has closed',
    sentences: [
      'Answers are no longer taken. If you wanted to answer, tell the person who runs your programme.',
    ],
  },
  answered: {
    heading: 'You have sent your answers',
    sentences: ['Your answers to this questionnaire have been received and cannot be changed.'],
  },
  not_asked: {
    heading: 'There are no questions for you at this stage',
    sentences: ['This questionnaire is for the other group. There is nothing for you to do.'],
  },
  invited: {
    heading: 'Decide first whether you want to take part',
    sentences: [
      'The questionnaire opens to you once you have agreed to take part. Read the information and give your consent on your own page.',
    ],
  },
  declined: {
    heading: 'You said that you do not want to take part',
    sentences: [
      'You are asked nothing. If you have changed your mind, tell the person who runs your programme.',
    ],
  },
  withdrawn: {
    heading: 'You have withdrawn from the programme',
    sentences: ['You are not asked to answer any more. There is nothing for you to do.'],
  },
}

const sentencesFor = ({ standing, opensWithSession }: StandingPageProps): readonly string[] =>
  standing === 'not_open' && opensWithSession
    ? [
        'It opens for you once your session is recorded, or earlier if the person who runs your programme opens it. You will be told.',
      ]
    : words[standing].sentences

/** In fields that cannot be changed: to be marked and copied with one key. */
const Unsent = ({ unsent }: Pick<StandingPageProps, 'unsent'>) => (
  <>
    <h2 className="nhsuk-heading-m">What you had just written</h2>
    <p>It was not stored. Copy it now if you want to keep it.</p>
    {each(unsent, ({ label, text }, place) => (
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor={`unsent-${place}`}>
          {label}
        </label>
        <textarea
          className="nhsuk-textarea"
          id={`unsent-${place}`}
          rows={5}
          readOnly
          defaultValue={text}
        />
      </div>
    ))}
  </>
)

const FirstWasKept = () => (
  <InsetText>
    The answers that you sent first were kept. The form that you sent now was different, and was not
    stored.
  </InsetText>
)

export const StandingPage = (props: StandingPageProps) => {
  const { at, title, standing, unsent } = props
  const { heading } = words[standing]
  return (
    <>
      <PageHeading caption={title}>{heading}</PageHeading>
      {each(sentencesFor(props), (sentence) => (
        <p>{sentence}</p>
      ))}
      {standing === 'answered' && props.isDifferent ? <FirstWasKept /> : null}
      {unsent.length === 0 ? null : <Unsent unsent={unsent} />}
      {standing === 'answered' ? (
        <p>
          <a href={addressOf(at, 'receipt')}>See the receipt</a>
        </p>
      ) : null}
      <p>
        <a href="/">Go to your start page</a>
      </p>
    </>
  )
}
