/** What every page of the set-up has around its fields: the way back, what went wrong, the form. */
import type { ReactNode } from 'react'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import type { Editing } from './editing-routes.ts'
import { SavedBanner } from './undo-pages.tsx'

type FrameProps = {
  readonly editing: Editing<unknown>
  readonly title: string
  readonly children: ReactNode
}

/** A page of the set-up: back to the tasks, the errors, the heading, then what the page is about. */
export const EditingFrame = ({ editing, title, children }: FrameProps) => {
  const { programme, errors, problems, meanwhile } = editing
  const setUp = `/programmes/${programme.programmeId}/set-up`
  const ofFields = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Set up the programme', href: setUp }]} />
      <SavedBanner editing={editing} />
      <TitledPage
        caption={programme.name}
        title={title}
        errors={[...problems.map((text) => ({ text })), ...ofFields]}
      >
        {meanwhile.length === 0 ? null : <Meanwhile differences={meanwhile} />}
        {children}
      </TitledPage>
    </>
  )
}

const Meanwhile = ({ differences }: { readonly differences: readonly string[] }) => (
  <InsetText>
    <p>Changed while this page was open:</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(differences, (difference) => (
        <li>{difference}</li>
      ))}
    </ul>
    <p>The form below has these changes and your own. It is not saved yet.</p>
  </InsetText>
)

type FormProps = { readonly editing: Editing<unknown>; readonly children: ReactNode }

/** The form; it carries the hash of the protocol it was made from, so that two people cannot overwrite each other. */
export const EditingForm = ({ editing, children }: FormProps) => (
  <Form action={editing.action} idempotencyKey={editing.idempotencyKey}>
    <input type="hidden" name="from" value={editing.programme.sha256} />
    {children}
  </Form>
)
