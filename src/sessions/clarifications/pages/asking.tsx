/** A mentee asks: first the domain, then the point and the question. */
import type { DocumentText } from '../../../interview/documents/model.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { counted, insideSentence } from '../../../protocol/wording/words.ts'
import { Button } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Radios } from '../../../web/components/radios.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import { longestQuestion } from '../model.ts'
import type { AskedQuestion } from '../rules.ts'
import { addressOf, ConcernNote, Typed } from './clarification-parts.tsx'

export const askTitle = 'Ask the group a question'

type DomainProps = { readonly programme: OpenProgramme; readonly document: DocumentText }

export const ChooseDomainPage = ({ programme, document }: DomainProps) => {
  const { singular } = nounOfDomains(programme.protocol)
  return (
    <TitledPage caption={programme.name} title={askTitle}>
      <h2 className="nhsuk-heading-m">{`Which ${insideSentence(singular)} is it about?`}</h2>
      <ul className="nhsuk-list">
        {each(
          document.domains.filter(({ points }) => points.length > 0),
          ({ domain, label, points }) => (
            <li>
              <a href={`${addressOf(programme, 'ask')}?domain=${encodeURIComponent(domain)}`}>
                {label}
              </a>{' '}
              ({counted(points.length, 'point')})
            </li>
          ),
        )}
      </ul>
      <p>
        <a href={addressOf(programme)}>Go to your questions</a>
      </p>
    </TitledPage>
  )
}

export type AskPageProps = {
  readonly programme: OpenProgramme
  readonly domain: DocumentText['domains'][number]
  readonly typed: Omit<AskedQuestion, 'domain'>
  readonly errors: readonly (FieldError & { readonly fieldId?: 'point' | 'question' })[]
  readonly idempotencyKey: string
}

export const AskPage = (props: AskPageProps) => {
  const { programme, domain, typed, errors, idempotencyKey } = props
  const errorAt = (field: 'point' | 'question'): string | undefined =>
    errors.find(({ fieldId }) => fieldId === field)?.text
  return (
    <TitledPage caption={programme.name} title={askTitle} errors={errors}>
      <h2 className="nhsuk-heading-m">{domain.label}</h2>
      <Form action={addressOf(programme, 'ask')} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="domain" value={domain.domain} />
        <Radios
          name="point"
          label="Which point?"
          labelSize="s"
          value={typed.point}
          error={errorAt('point')}
          choices={domain.points.map((point) => ({ value: point, label: <Typed>{point}</Typed> }))}
        />
        <Textarea
          name="question"
          label="Your question"
          labelSize="s"
          hint={`Ask what it would look like if it were better, or when it matters most. Do not ask who said it. The facilitator reads your question with your name, and may reword it before passing it on. ${longestQuestion} characters at most.`}
          value={typed.question}
          error={errorAt('question')}
        />
        <Button>Send to the facilitator</Button>
      </Form>
      <ConcernNote programme={programme} />
      <p>
        <a href={addressOf(programme, 'ask')}>Ask about something else</a>
      </p>
    </TitledPage>
  )
}
