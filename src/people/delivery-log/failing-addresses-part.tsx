/** Addresses that did not take a message about a pair, without the message. */
import { each } from '../../web/components/each.ts'
import type { FailingAddress } from './model.ts'

type Props = {
  readonly programme: { readonly programmeId: string }
  readonly failing: readonly FailingAddress[]
}

export const FailingAddresses = ({ programme: { programmeId }, failing }: Props) =>
  failing.length === 0 ? null : (
    <>
      <h2 className="nhsuk-heading-m">Addresses that do not work</h2>
      <p>
        At these addresses a message about a pair did not arrive. Which message it was, and when, is
        not shown. Ask each person for an address that works, and change it on their page.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(failing, ({ participantId, name }) => (
          <li>
            <a href={`/programmes/${programmeId}/people/${participantId}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
