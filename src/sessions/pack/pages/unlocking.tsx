/** Forms that ask for what opens a reflection pack. What is typed into them never comes back. */
import type { ReactNode } from 'react'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { Button } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import type { FieldError } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PasswordInput } from '../../../web/components/password-input.tsx'
import { TextInput } from '../../../web/components/text-input.tsx'
import { packAddress, programmeAddress } from '../addresses.ts'
import { shortestPassphrase } from '../passphrase-rules.ts'
import type { SecretName } from '../problems.ts'
import { PackFrame } from './frame.tsx'

export type UnlockingPageName = 'new' | 'open' | 'recover' | 'passphrase' | 'recovery-code'

type Asked = {
  readonly title: string
  readonly fields: readonly SecretName[]
  readonly button: string
}

export const unlockingForms: Readonly<Record<UnlockingPageName, Asked>> = {
  new: {
    title: 'Make your reflection pack',
    fields: ['passphrase', 'again'],
    button: 'Make the pack',
  },
  open: { title: 'Open your reflection pack', fields: ['current'], button: 'Open it' },
  recover: {
    title: 'Open your pack with the recovery code',
    fields: ['code', 'passphrase', 'again'],
    button: 'Open it',
  },
  passphrase: {
    title: 'Change your passphrase',
    fields: ['current', 'passphrase', 'again'],
    button: 'Change it',
  },
  'recovery-code': {
    title: 'Make a new recovery code',
    fields: ['current'],
    button: 'Make a new code',
  },
}

type UnlockingPageProps = {
  readonly programme: OpenProgramme
  readonly page: UnlockingPageName
  /** The pack is open in this sign-in. */
  readonly isOpen: boolean
  /** The page that comes afterwards. */
  readonly to: string
  readonly error: { readonly field: SecretName; readonly text: string } | null
  readonly idempotencyKey: string
}

export const UnlockingPage = (props: UnlockingPageProps) => {
  const { programme, page, to, error, idempotencyKey } = props
  const { title, fields, button } = unlockingForms[page]
  const errors = error === null ? [] : [summaryOf(error, fields)]
  return (
    <PackFrame programme={programme} title={title} errors={errors}>
      {introductions[page]}
      <Form
        action={programmeAddress(programme.programmeId, `pack/${page}`)}
        idempotencyKey={idempotencyKey}
      >
        <input type="hidden" name="to" value={to} />
        {each(fields, (name) => (
          <Secret
            name={name}
            isFirst={!fields.includes('current') && !fields.includes('code')}
            error={error?.field === name ? error.text : undefined}
          />
        ))}
        <Button>{button}</Button>
      </Form>
      {fields.includes('current') ? <Forgotten {...props} /> : null}
    </PackFrame>
  )
}

const Forgotten = ({ programme: { programmeId }, isOpen, to }: UnlockingPageProps) => (
  <p>
    If you have forgotten it, you can{' '}
    <a href={packAddress(programmeId, 'recover', to)}>use your recovery code</a>.{' '}
    {isOpen ? (
      <>
        With neither of them nobody can open your pack once it is closed:{' '}
        <a href={programmeAddress(programmeId, 'pack')}>save it as a file</a> before that.
      </>
    ) : (
      <>
        With neither of them nobody can open your pack. You can only{' '}
        <a href={programmeAddress(programmeId, 'pack/delete')}>delete it</a> and make a new one.
      </>
    )}
  </p>
)

const summaryOf = (
  { field, text }: NonNullable<UnlockingPageProps['error']>,
  fields: readonly SecretName[],
): FieldError => (fields.includes(field) ? { text, fieldId: field } : { text })

const introductions: Readonly<Record<UnlockingPageName, ReactNode>> = {
  new: (
    <>
      <p>
        Your passphrase is the only way into your pack. Nobody can read it, look it up or set a new
        one for you. Afterwards you get a recovery code, for the day on which you have forgotten it.
        If you lose both, what is in your pack is lost for good.
      </p>
      <p>Do not use a passphrase that you have for something else.</p>
    </>
  ),
  open: <p>It stays open in this browser until you close it or sign out.</p>,
  recover: (
    <p>
      Enter the code that you kept when you made your pack, and choose a new passphrase. The code
      stays valid.
    </p>
  ),
  passphrase: <p>Your recovery code stays valid. Wherever else your pack is open, it is closed.</p>,
  'recovery-code': (
    <p>The code that you have now stops working. Wherever else your pack is open, it is closed.</p>
  ),
}

const labels: Readonly<Record<SecretName, string>> = {
  current: 'Your passphrase',
  passphrase: 'New passphrase',
  again: 'New passphrase again',
  code: 'Recovery code',
}

type SecretProps = {
  readonly name: SecretName
  /** It is the first passphrase of this pack: nothing is old about it. */
  readonly isFirst: boolean
  readonly error: string | undefined
}

const Secret = ({ name, isFirst, error }: SecretProps) => {
  const label = isFirst ? labels[name].replace('New p', 'P') : labels[name]
  if (name === 'code') {
    return (
      <TextInput name={name} label={label} error={error} autoComplete="off" spellCheck={false} />
    )
  }
  const hint =
    name === 'passphrase'
      ? `At least ${shortestPassphrase} characters. Several words that do not belong together are easier to remember than symbols.`
      : undefined
  const autoComplete = name === 'current' ? 'current-password' : 'new-password'
  return <PasswordInput {...{ name, label, hint, error, autoComplete }} />
}
