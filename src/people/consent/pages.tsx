/** The information sheet and the consent form, as mentors and mentees read them. */
import { dateAndTime } from '../../lib/dates.ts'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary, type FieldError } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import {
  type Consent,
  type ConsentText,
  type ConsentTextVersion,
  withdrawalLabels,
} from './model.ts'
import { contactInWords, type TextChange } from './rules.ts'

export const InformationSheet = ({ text }: { readonly text: ConsentText }) => (
  <div className="app-sheet">
    {each(text.sections, ({ heading, paragraphs }) => (
      <section>
        <h2 className="nhsuk-heading-m">{heading}</h2>
        {each(paragraphs, (words) => (
          <p>{words}</p>
        ))}
      </section>
    ))}
    <h2 className="nhsuk-heading-m">Contact</h2>
    <p>{contactInWords(text)}</p>
  </div>
)

export type ConsentEntered = {
  readonly agreed: readonly string[]
  readonly withdrawal: string | undefined
}

type Errors = Readonly<Record<string, string>>

type ConsentQuestionsProps = {
  readonly text: ConsentText
  readonly entered: ConsentEntered
  readonly errors: Errors
}

/** Ids of fields are the names under which errors come back. */
export const statementField = (id: string): string => `statement-${id}`

/** Each statement stands alone and is agreed to by itself. */
export const ConsentQuestions = ({ text, entered, errors }: ConsentQuestionsProps) => (
  <>
    <h2 className="nhsuk-heading-m" id="statements">
      What you agree to
    </h2>
    {each(text.statements, ({ id, text: words, required }, place) => (
      <Checkboxes
        name={statementField(id)}
        label={`Statement ${place + 1}${required ? '' : ' (optional)'}`}
        labelSize="s"
        error={errors[statementField(id)]}
        choices={[{ value: 'agreed', label: words }]}
        values={entered.agreed.includes(id) ? ['agreed'] : []}
      />
    ))}
    <WithdrawalQuestion text={text} entered={entered} errors={errors} />
  </>
)

const WithdrawalQuestion = ({ text, entered, errors }: ConsentQuestionsProps) => {
  const [only, ...others] = text.withdrawal
  if (only !== undefined && others.length === 0) {
    return (
      <>
        <h2 className="nhsuk-heading-m">If you withdraw later</h2>
        <InsetText>{only.effect}</InsetText>
      </>
    )
  }
  return (
    <Radios
      name="withdrawal"
      label="What should happen if you withdraw later?"
      labelSize="m"
      hint="You can withdraw whatever you choose here. What you choose is what we then do."
      error={errors.withdrawal}
      choices={text.withdrawal.map(({ choice, effect }) => ({
        value: choice,
        label: withdrawalLabels[choice],
        hint: effect,
      }))}
      value={entered.withdrawal}
    />
  )
}

export type ConsentPageProps = {
  readonly programmeId: string
  readonly version: number
  readonly text: ConsentText
  readonly entered: ConsentEntered
  readonly errors: Errors
  readonly hasDeclined: boolean
  readonly idempotencyKey: string
}

const errorsFor = (errors: Errors): readonly FieldError[] =>
  Object.entries(errors).map(([fieldId, text]) =>
    fieldId === 'form' ? { text } : { text, fieldId },
  )

export const ConsentPage = (props: ConsentPageProps) => (
  <Columns>
    <ErrorSummary errors={errorsFor(props.errors)} />
    <h1 className="nhsuk-heading-l">{props.text.title}</h1>
    <InformationSheet text={props.text} />
    <p>
      <a href={`/programmes/${props.programmeId}/outcomes`}>
        Does it work here? What earlier programmes found
      </a>
    </p>
    <Form action={`/programmes/${props.programmeId}/consent`} idempotencyKey={props.idempotencyKey}>
      <input type="hidden" name="version" value={props.version} />
      <ConsentQuestions {...props} />
      <div className="nhsuk-button-group">
        <Button name="reply" value="agree">
          Agree and take part
        </Button>
        {props.hasDeclined ? null : (
          <Button name="reply" value="decline" variant="secondary">
            Decline
          </Button>
        )}
      </div>
    </Form>
    {props.hasDeclined ? null : (
      <p>If you decline, nothing more is asked of you, and you do not have to say why.</p>
    )}
  </Columns>
)

type AgreedPageProps = {
  readonly programmeId: string
  readonly agreed: {
    readonly consent: Consent
    /** What they agreed to, in the words of then. */
    readonly text: ConsentText
  }
  /** Since then; empty: nothing. */
  readonly changes: readonly TextChange[]
  readonly latest: ConsentTextVersion
  readonly canWithdraw: boolean
}

export const AgreedPage = (props: AgreedPageProps) => {
  const { programmeId, agreed, changes, latest, canWithdraw } = props
  const { consent, text } = agreed
  const offer = text.withdrawal.find(({ choice }) => choice === consent.withdrawal)
  return (
    <Columns>
      <h1 className="nhsuk-heading-l">What you agreed to</h1>
      <p>
        You agreed on {dateAndTime(consent.agreedAt)}, to version {consent.version} of the
        information.
      </p>
      <SummaryList
        rows={[
          ...text.statements.map((statement) => ({
            key: statement.text,
            value: consent.statements[statement.id] === true ? 'Yes' : 'No',
          })),
          {
            key: 'If you withdraw',
            value: (
              <>
                <p>{withdrawalLabels[consent.withdrawal]}</p>
                <p>{offer?.effect}</p>
              </>
            ),
          },
        ]}
      />
      <ButtonLink href={`/programmes/${programmeId}/consent/copy`} variant="secondary">
        Get a copy (PDF)
      </ButtonLink>
      <Changes changes={changes} version={latest.version} />
      {canWithdraw ? (
        <p>
          You can <a href={`/programmes/${programmeId}/withdraw`}>withdraw</a> at any time, without
          giving a reason.
        </p>
      ) : null}
      <h2 className="nhsuk-heading-l">{text.title}</h2>
      <InformationSheet text={text} />
    </Columns>
  )
}

const changeWords = { added: 'new', changed: 'changed', taken_out: 'taken out' } as const

const Changes = ({
  changes,
  version,
}: {
  readonly changes: readonly TextChange[]
  readonly version: number
}) =>
  changes.length === 0 ? null : (
    <InsetText>
      <h2 className="nhsuk-heading-m">What has changed since then</h2>
      <p>
        Version {version} of the information is in use now. What you agreed to still holds: you do
        not need to agree again unless the programme lead asks you to.
      </p>
      {each(changes, ({ kind, what, words }) => (
        <>
          <h3 className="nhsuk-heading-s">
            {what} ({changeWords[kind]})
          </h3>
          {each(words, (paragraph) =>
            kind === 'taken_out' ? (
              <p>
                <del>{paragraph}</del>
              </p>
            ) : (
              <p>{paragraph}</p>
            ),
          )}
        </>
      ))}
    </InsetText>
  )

type StandingPageProps = {
  readonly heading: string
  readonly sentences: readonly string[]
  readonly next?: { readonly label: string; readonly href: string } | undefined
}

/** Where there is nothing to ask: what is so, and what to do next. */
export const StandingPage = ({ heading, sentences, next }: StandingPageProps) => (
  <Columns>
    <h1 className="nhsuk-heading-l">{heading}</h1>
    {each(sentences, (sentence) => (
      <p>{sentence}</p>
    ))}
    {next === undefined ? null : (
      <p>
        <a href={next.href}>{next.label}</a>
      </p>
    )}
  </Columns>
)
