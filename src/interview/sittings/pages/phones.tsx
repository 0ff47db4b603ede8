/** How mentors follow on their phones, for reading aloud or showing. */
import type { Protocol } from '../../../protocol/model.ts'
import { plural } from '../../../protocol/wording/words.ts'
import { CopyField } from '../../../web/components/copy-field.tsx'
import { Details } from '../../../web/components/details.tsx'

type PhonesProps = { readonly protocol: Protocol; readonly address: string }

export const Phones = ({ protocol, address }: PhonesProps) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">Phones</h2>
    <p>
      {`The ${plural(protocol, 'mentor')} can follow on their phones, add points and say what they have seen too. They open their personal link first, then this address.`}
    </p>
    <CopyField id="phones" label="Address for phones" value={address} />
    <Details summary="What to say about it">
      <p>
        “If you like, follow on your phone: open your personal link, then the address on the screen.
        You see there what we are speaking about.”
      </p>
      <p>
        “You can write a point yourself. It comes onto the board together with others, in an order
        of chance, so that nobody can tell whose it is. You can also say that you have seen a thing
        too: that is counted, and nobody sees who did.”
      </p>
      <p>“Nobody has to use a phone. Saying it here is just as good.”</p>
    </Details>
  </section>
)
