/** The recovery code, shown once; and what stands in its place when the form is sent again. */
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { ButtonLink, PrintButton } from '../../../web/components/button.tsx'
import { CopyField } from '../../../web/components/copy-field.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { programmeAddress } from '../addresses.ts'
import { PackFrame } from './frame.tsx'

export const recoveryCodeTitle = 'Keep your recovery code'

type RecoveryCodePageProps = {
  readonly programme: OpenProgramme
  /** Null: it was shown before, and is not known any more. */
  readonly code: string | null
  readonly to: string
}

export const RecoveryCodePage = ({ programme, code, to }: RecoveryCodePageProps) => {
  const at = (page: string): string => programmeAddress(programme.programmeId, page)
  return (
    <PackFrame programme={programme} title={recoveryCodeTitle}>
      {code === null ? <ShownBefore href={at('pack/recovery-code')} /> : <Code code={code} />}
      <ButtonLink href={at(to)}>Continue</ButtonLink>
    </PackFrame>
  )
}

const Code = ({ code }: { readonly code: string }) => (
  <>
    <InsetText>
      <p>
        You see this code only here and only now. It is not stored and not sent to you. Write it
        down, print it or put it into your password manager now.
      </p>
    </InsetText>
    <CopyField
      id="recovery-code"
      label="Your recovery code"
      hint="Spaces, hyphens and capital letters do not matter when you type it."
      value={code}
      isLong
    />
    <PrintButton>Print this page</PrintButton>
    <p>
      Your pack is open in this browser. You need the code only if you forget your passphrase. If
      you lose both, what is in the pack is lost for good: nobody can open it for you.
    </p>
  </>
)

const ShownBefore = ({ href }: { readonly href: string }) => (
  <>
    <p>
      This was done before, and the code was shown then. It is stored nowhere, so it cannot be shown
      again.
    </p>
    <p>
      If you did not keep it, <a href={href}>make a new recovery code</a>.
    </p>
  </>
)
