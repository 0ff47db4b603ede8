/** The questions of the governance page, section by section. */
import type { ReactNode } from 'react'
import { DateInput, type TypedDate } from '../../web/components/date-input.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import type { Characteristic } from '../model.ts'
import {
  lawfulBasisChoices,
  programmeKindChoices,
  specialConditionChoices,
  toolOutcomeChoices,
} from './choices.ts'
import type { Governance } from './model.ts'

/** As it was typed, field by field. */
export type GovernanceForm = Readonly<Record<string, string>>
export type GovernanceErrors = Readonly<Record<string, string>>

export type Typed = { readonly form: GovernanceForm; readonly errors: GovernanceErrors }

const fieldOf = ({ form, errors }: Typed, name: keyof Governance) => ({
  name,
  value: form[name],
  error: errors[name],
})

/** The day stands in three fields. */
const dayIn = ({ form }: Typed): TypedDate => ({
  day: form['toolUsedOn-day'] ?? '',
  month: form['toolUsedOn-month'] ?? '',
  year: form['toolUsedOn-year'] ?? '',
})

type SectionProps = { readonly heading: string; readonly children: ReactNode }

const Section = ({ heading, children }: SectionProps) => (
  <section>
    <h2 className="nhsuk-heading-m">{heading}</h2>
    {children}
  </section>
)

export const KindSection = (typed: Typed) => (
  <Section heading="Service evaluation or research">
    <p>
      Use the{' '}
      <a href="https://www.hra-decisiontools.org.uk/research/">
        decision tool of the Health Research Authority
      </a>
      . It asks whether people are randomised, whether care or practice changes for the sake of the
      study, and whether the findings are meant to hold elsewhere. Print its last page and keep it.
    </p>
    <Radios
      {...fieldOf(typed, 'toolOutcome')}
      label="What did the decision tool say?"
      labelSize="s"
      choices={toolOutcomeChoices}
    />
    <DateInput
      {...fieldOf(typed, 'toolUsedOn')}
      value={dayIn(typed)}
      label="When was it used?"
      labelSize="s"
    />
    <TextInput {...fieldOf(typed, 'toolUsedBy')} label="Who used it?" hint="Name and position" />
    <Radios
      {...fieldOf(typed, 'kind')}
      label="What is this programme?"
      labelSize="s"
      hint="A doubtful case is treated as research until your research office says otherwise."
      choices={programmeKindChoices}
    />
  </Section>
)

export const ApprovalSection = (typed: Typed) => (
  <Section heading="Approval and responsibility">
    <h3 className="nhsuk-heading-s">For service evaluation</h3>
    <TextInput
      {...fieldOf(typed, 'registrationOffice')}
      label="Office with which it is registered"
      hint="For example, the clinical audit and effectiveness office"
    />
    <TextInput {...fieldOf(typed, 'registrationNumber')} label="Registration number" width={20} />
    <h3 className="nhsuk-heading-s">For research</h3>
    <TextInput
      {...fieldOf(typed, 'approvalBodies')}
      label="Bodies that approved it"
      hint="For example, the HRA and the research ethics committee, by name"
    />
    <TextInput
      {...fieldOf(typed, 'approvalReference')}
      label="References"
      hint="IRAS project number and REC reference"
    />
    <h3 className="nhsuk-heading-s">For both</h3>
    <TextInput
      {...fieldOf(typed, 'sponsor')}
      label="Sponsor or responsible officer"
      hint="For research, the sponsor. Otherwise the person who answers for the programme, such as the director of medical education"
    />
  </Section>
)

type SpecialProps = Typed & { readonly characteristics: readonly Characteristic[] }

export const LawfulBasisSection = (typed: Typed) => (
  <Section heading="Lawful basis">
    <p>
      The law asks for a reason for which names, answers and figures may be held at all. Your data
      protection officer can tell you which one your organisation uses.
    </p>
    <InsetText>
      <p>
        Consent to take part is not the lawful basis. People are asked before they take part because
        that is right. But where an employer asks its own staff, and juniors above all, consent is
        rarely as free as data protection law wants it. So the data are held on another basis, and
        withdrawing has the effects that the consent text promises.
      </p>
    </InsetText>
    <Radios
      {...fieldOf(typed, 'lawfulBasis')}
      label="Basis in article 6 of the UK GDPR"
      labelSize="s"
      choices={lawfulBasisChoices}
    />
    <TextInput {...fieldOf(typed, 'lawfulBasisOther')} label="If another basis, which one?" />
  </Section>
)

export const SpecialSection = ({ characteristics, ...typed }: SpecialProps) => (
  <Section heading="Special category data">
    <p>
      These are data about health (disability included), racial or ethnic origin, religion or
      belief, political opinions, trade union membership, sex life, sexual orientation, and genetic
      or biometric data. Sex and age are not among them. Somebody may still write such a thing in
      free text, about themselves or about others.
    </p>
    <p>
      {characteristics.length === 0
        ? 'The protocol asks people for no characteristics.'
        : `The protocol asks people to state: ${characteristics.map(({ label }) => label).join(', ')}.`}
    </p>
    <Radios
      {...fieldOf(typed, 'specialCondition')}
      label="Condition in article 9 of the UK GDPR"
      labelSize="s"
      choices={specialConditionChoices}
    />
    <TextInput
      {...fieldOf(typed, 'specialConditionOther')}
      label="If another condition, which one?"
    />
  </Section>
)

const periods = [
  {
    name: 'answersMonths',
    label: 'Answers, scores and comments',
    hint: 'Held under pseudonyms. Counted from the day on which the programme closes',
  },
  {
    name: 'contactMonths',
    label: 'Names, email addresses and consents',
    hint: 'Counted from the day on which the programme closes. As long as follow-up waves go out, they are needed',
  },
  { name: 'mailMonths', label: 'Mails', hint: 'Counted from the day on which each was written' },
  {
    name: 'auditMonths',
    label: 'Audit log',
    hint: 'Says what was done and when, without names and answers. Counted from the day on which the programme closes',
  },
] as const

export const RetentionSection = (typed: Typed) => (
  <Section heading="How long data are kept">
    <p>
      The numbers below are a start. Compare them with the retention schedule of your organisation.
      They stand in the data protection impact assessment. Turnabout does not delete by itself when
      a period ends: agree with whoever runs the server who does it.
    </p>
    {periods.map(({ name, label, hint }) => (
      <TextInput
        key={name}
        {...fieldOf(typed, name)}
        label={label}
        hint={hint}
        width={4}
        inputMode="numeric"
        suffix="months"
      />
    ))}
  </Section>
)

export const GuardianSection = (typed: Typed) => (
  <Section heading="Freedom to Speak Up guardian">
    <p>
      People read this in the information sheet before they agree. If you have saved an information
      sheet already, check that it says the same.
    </p>
    <TextInput {...fieldOf(typed, 'guardianName')} label="Name of the guardian" />
    <TextInput
      {...fieldOf(typed, 'guardianEmail')}
      label="Email address of the guardian"
      type="email"
    />
    <TextInput
      {...fieldOf(typed, 'guardianPhone')}
      label="Phone number of the guardian"
      type="tel"
      width={20}
    />
    <Textarea
      {...fieldOf(typed, 'guardianWords')}
      label="What participants are told"
      hint="Name, email address and phone number stand below it."
    />
  </Section>
)

export const ContactSection = (typed: Typed) => (
  <Section heading="Data protection and patient safety">
    <TextInput
      {...fieldOf(typed, 'protectionOfficerName')}
      label="Name of the data protection officer"
    />
    <TextInput
      {...fieldOf(typed, 'protectionOfficerEmail')}
      label="Email address of the data protection officer"
      type="email"
    />
    <Textarea
      {...fieldOf(typed, 'patientSafetyRoute')}
      label="Where a patient safety concern goes"
      hint="A concern about a patient must not wait in a questionnaire. Say whom to tell, and in which system to report it."
    />
  </Section>
)
