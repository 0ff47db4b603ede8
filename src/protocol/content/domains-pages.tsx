/** The domains: their list with a form to add one, and the form to change one. */
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import type { Domain } from '../model.ts'
import { nounOfDomains } from '../wording/domain-noun.ts'
import { counted, insideSentence } from '../wording/words.ts'
import type { DomainForm, DomainsForm } from './domain-form.ts'
import { Entry, EntryActs, movesAt, remove } from './entry-pages.tsx'

const asHeading = (noun: string): string => noun.slice(0, 1).toUpperCase() + noun.slice(1)

export const DomainsPage = ({ editing }: { readonly editing: Editing<DomainsForm> }) => {
  const { protocol } = editing.programme
  const { singular, plural } = nounOfDomains(protocol)
  const isAdding = editing.form.act === 'add'
  return (
    <EditingFrame editing={editing} title={asHeading(plural)}>
      <p>
        What the feedback is about. A scale that is answered for each of them is answered once for
        each, in this order; the total is their sum. A new name changes nothing in what was answered
        under the old one.
      </p>
      <h2 className="nhsuk-heading-m">In this order</h2>
      {each(protocol.domains, (domain, place) => (
        <DomainEntry editing={editing} domain={domain} place={place} />
      ))}
      <h2 className="nhsuk-heading-m">Add a {insideSentence(singular)}</h2>
      <EditingForm editing={editing}>
        <input type="hidden" name="act" value="add" />
        <DomainFields
          form={isAdding ? editing.form : { label: '', open: '', clarifying: '' }}
          errors={editing.errors}
        />
        <Button>Add</Button>
      </EditingForm>
    </EditingFrame>
  )
}

type EntryProps = {
  readonly editing: Editing<DomainsForm>
  readonly domain: Domain
  readonly place: number
}

const DomainEntry = ({ editing, domain, place }: EntryProps) => {
  const { id, label, prompts } = domain
  const all = editing.programme.protocol.domains.length
  return (
    <Entry heading={`${place + 1}. ${label}`} href={`${editing.action}/${id}`} label={label}>
      <p className="nhsuk-body-s">
        {counted(prompts.open.length, 'open question')} and{' '}
        {counted(prompts.clarifying.length, 'clarifying question')} for the interview
      </p>
      <EntryActs editing={editing} id={id} label={label} acts={[...movesAt(place, all), remove]} />
    </Entry>
  )
}

type FieldsProps = Pick<Editing<DomainForm>, 'form' | 'errors'>

const DomainFields = ({ form, errors }: FieldsProps) => (
  <>
    <TextInput name="label" label="Name" value={form.label} error={errors.label} />
    <Textarea
      name="open"
      label="Open questions for the interview"
      hint="One on each line. The facilitator asks one of them to begin with"
      rows={3}
      value={form.open}
      error={errors.open}
    />
    <Textarea
      name="clarifying"
      label="Clarifying questions"
      hint="One on each line. Asked when a reply is not clear. May stay empty"
      rows={3}
      value={form.clarifying}
      error={errors.clarifying}
    />
  </>
)

type DomainPageProps = { readonly editing: Editing<DomainForm>; readonly label: string }

export const DomainPage = ({ editing, label }: DomainPageProps) => (
  <EditingFrame editing={editing} title={`Change “${label}”`}>
    <EditingForm editing={editing}>
      <DomainFields form={editing.form} errors={editing.errors} />
      <Button>Save</Button>
    </EditingForm>
    {editing.programme.isLocked ? (
      <InsetText>
        People have answered already. A new name counts from the next version on; make sure that it
        still means the same.
      </InsetText>
    ) : null}
  </EditingFrame>
)
