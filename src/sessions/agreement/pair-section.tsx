/** One pair on the page of agreeing: a box to tick, or what the two of it have agreed to. */
import { dayInWords } from '../../lib/dates.ts'
import { Button } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Form } from '../../web/components/form.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import type { PairAgreement } from './model.ts'

export type PairSectionProps = {
  readonly programmeId: string
  readonly pair: PairAgreement
  /** Among the pairs on the page: ids stand on it once. */
  readonly place: number
  readonly rulesSha256: string
  readonly error: string | undefined
  readonly idempotencyKey: string
}

export const pairFieldId = (place: number): string =>
  place === 0 ? 'agreed' : `agreed-with-${place + 1}`

export const PairSection = (props: PairSectionProps) => {
  const { pair } = props
  const { name } = pair.partner
  return (
    <>
      <h2 className="nhsuk-heading-m">{`With ${name}`}</h2>
      <SummaryList
        rows={[
          { key: 'You', value: ownWords(pair) },
          { key: name, value: pair.hasPartnerAgreed ? 'Agreed to the same rules' : 'Not yet' },
        ]}
      />
      {pair.own === 'agreed' ? <Standing pair={pair} /> : <AgreeForm {...props} />}
    </>
  )
}

const ownWords = ({ own, agreedOn }: PairAgreement): string => {
  if (agreedOn === null) return 'Not yet'
  const day = dayInWords(agreedOn)
  return own === 'agreed' ? `Agreed to these rules on ${day}` : `Agreed to other rules on ${day}`
}

const Standing = ({ pair: { partner, hasPartnerAgreed } }: Pick<PairSectionProps, 'pair'>) => (
  <p>
    {hasPartnerAgreed
      ? 'Both of you have agreed. You can meet.'
      : `${partner.name} is asked on their own page. There is nothing more for you to do until then; you can already propose times.`}
  </p>
)

const AgreeForm = (props: PairSectionProps) => {
  const { programmeId, pair, place, rulesSha256, error, idempotencyKey } = props
  return (
    <Form action={`/programmes/${programmeId}/agreement`} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="partner" value={pair.partner.participantId} />
      <input type="hidden" name="rules" value={rulesSha256} />
      <Checkboxes
        name="agreed"
        id={pairFieldId(place)}
        label={`Your agreement with ${pair.partner.name}`}
        labelSize="s"
        error={error}
        choices={[{ value: 'yes', label: 'I agree to these ground rules' }]}
      />
      <Button>Agree</Button>
    </Form>
  )
}
