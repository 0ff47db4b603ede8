/** That answers were received: how many, never which. */
import { PrintButton } from '../../../web/components/button.tsx'
import { Panel } from '../../../web/components/panel.tsx'

export type ReceiptPageProps = {
  readonly title: string
  readonly programmeName: string
  readonly answers: number
  /** Where a mentor says whom they are willing to mentor; null where that is not asked at this stage. */
  readonly willingness: string | null
  /** The title of the programme's next step; null after the last. */
  readonly nextStep: string | null
}

const count = (n: number): string => (n === 1 ? '1 answer' : `${n} answers`)

export const ReceiptPage = ({ title, ...props }: ReceiptPageProps) => (
  <>
    <Panel heading="Your answers have been received">{title}</Panel>
    <p>
      We have stored {count(props.answers)} of yours for {props.programmeName}, under a pseudonym.
      They cannot be changed any more.
    </p>
    <h2 className="nhsuk-heading-m">What happens next</h2>
    {props.willingness === null ? null : (
      <p>
        One more question is asked of you now, on a page of its own, and can be changed later:{' '}
        <a href={props.willingness}>whom you would be willing to mentor</a>.
      </p>
    )}
    <p>
      {props.nextStep === null
        ? 'This was the last step of the programme. Thank you for taking part.'
        : `The next step of the programme is: ${props.nextStep}. You will be told when there is something for you to do.`}
    </p>
    <PrintButton>Print this receipt</PrintButton>
    <p>
      <a href="/">Go to your start page</a>
    </p>
  </>
)
