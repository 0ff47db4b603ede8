/** Pages in place of a form that does not apply now. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { programmeAddress } from '../addresses.ts'
import { OpenPackFirst } from '../open-first.tsx'
import type { OpenPack } from '../open-pack.ts'
import { PackFrame } from './frame.tsx'

type StandingProps = {
  readonly programme: OpenProgramme
  readonly title: string
}

export const NotTakingPartPage = (props: StandingProps) => (
  <PackFrame {...props}>
    <p>You can make a reflection pack while you take part in the programme.</p>
  </PackFrame>
)

/** A page of the pack, while the pack is not open. */
export const ClosedPage = ({
  kind,
  to,
  ...props
}: StandingProps & { readonly kind: Exclude<OpenPack['kind'], 'open'>; readonly to: string }) => (
  <PackFrame {...props}>
    <OpenPackFirst programmeId={props.programme.programmeId} kind={kind} to={to} />
  </PackFrame>
)

/** It is open, or there is one: nothing to be done with this form. */
export const NothingToUnlockPage = ({
  isOpen,
  to,
  ...props
}: StandingProps & { readonly isOpen: boolean; readonly to: string }) => (
  <PackFrame {...props}>
    {isOpen ? (
      <>
        <p>Your reflection pack is open in this browser.</p>
        <ButtonLink href={programmeAddress(props.programme.programmeId, to)}>Continue</ButtonLink>
      </>
    ) : (
      <OpenPackFirst programmeId={props.programme.programmeId} kind="closed" to={to} />
    )}
  </PackFrame>
)
