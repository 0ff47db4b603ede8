/** In place of what lies in the reflection pack while the pack is not open. */
import { ButtonLink } from '../../web/components/button.tsx'
import { packAddress } from './addresses.ts'

type OpenPackFirstProps = {
  readonly programmeId: string
  /** Of the pack, as it is now. */
  readonly kind: 'none' | 'closed'
  /** The page that comes afterwards, below the programme and without a slash before it: `changes`. */
  readonly to: string
}

export const OpenPackFirst = ({ programmeId, kind, to }: OpenPackFirstProps) =>
  kind === 'none' ? (
    <>
      <h2 className="nhsuk-heading-m">Make your reflection pack first</h2>
      <p>
        What you write here is kept in your reflection pack. It opens with a passphrase that you
        choose, and nobody but you can read it.
      </p>
      <ButtonLink href={packAddress(programmeId, 'new', to)}>Make your reflection pack</ButtonLink>
    </>
  ) : (
    <>
      <h2 className="nhsuk-heading-m">Open your reflection pack first</h2>
      <p>What you write here is kept in your reflection pack, which is closed.</p>
      <ButtonLink href={packAddress(programmeId, 'open', to)}>Open your reflection pack</ButtonLink>
    </>
  )
