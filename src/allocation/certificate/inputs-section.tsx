/** Where an auditor opens what a draw was made from. */
import { Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import type { Certificate } from './certificate.ts'

type InputsSectionProps = {
  readonly certificate: Certificate
  /** Of the certificate. */
  readonly address: string
  /** Null: whoever looks is no auditor. */
  readonly inputsKey: string | null
}

export const InputsSection = ({ certificate, address, inputsKey }: InputsSectionProps) =>
  inputsKey === null || certificate.mode === 'chosen' ? null : (
    <section>
      <h2 className="nhsuk-heading-m">The inputs</h2>
      <p>
        All that the draw was made from, to the byte: who was willing to be paired with whom, who
        supervises whom, which pairs were excluded. People stand in it as M1, M2 … and C1, C2 …,
        labels that were given by chance for this draw alone. No name is in it.
      </p>
      <p>
        Keep it to yourself: somebody who knows the group well may recognise people. That you open
        it is recorded in the audit log, each time.
      </p>
      <Form action={`${address}/inputs`} idempotencyKey={inputsKey}>
        <Button>Open the inputs (JSON)</Button>
      </Form>
    </section>
  )
