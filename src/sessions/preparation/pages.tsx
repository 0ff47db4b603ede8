/** What mentors and mentees read before they meet. The page is the same for everybody of a group. */
import { Guardian } from '../../protocol/governance/concern-pages.tsx'
import type { Governance } from '../../protocol/governance/model.ts'
import type { RoleId } from '../../protocol/model.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import {
  hasDocument,
  notRecorded,
  partsFor,
  preparationTitle,
  studyCited,
} from './preparation-words.ts'

export type PreparationPageProps = {
  readonly programme: OpenProgramme
  readonly role: RoleId
  readonly governance: Governance
  /** The document for the session is there. */
  readonly hasPromptSheet: boolean
}

export const PreparationPage = (props: PreparationPageProps) => {
  const { programme, role } = props
  const base = `/programmes/${programme.programmeId}`
  return (
    <Columns>
      <PageHeading caption={programme.name}>{preparationTitle[role]}</PageHeading>
      <InsetText>{notRecorded}</InsetText>
      {role === 'mentor' ? <Document {...props} /> : <SelfAssessment programme={programme} />}
      {each(partsFor(programme.protocol, role), ({ title, lines }) => (
        <>
          <h2 className="nhsuk-heading-m">{title}</h2>
          <Lines lines={lines} />
        </>
      ))}
      <p className="nhsuk-body-s">
        The published study: <a href={studyCited.href}>{studyCited.citation}</a>
      </p>
      <IfItGoesWrong {...props} />
      <Wellbeing />
      <p>
        <a href={`${base}/agreement`}>Agree to the ground rules</a>
      </p>
      <p>
        <a href={base}>Go to your programme</a>
      </p>
    </Columns>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(lines, (line) => (
      <li>{line}</li>
    ))}
  </ul>
)

const Document = ({ programme, hasPromptSheet }: PreparationPageProps) => {
  if (hasPromptSheet)
    return (
      <p>
        The document for your session is ready.{' '}
        <a href={`/programmes/${programme.programmeId}/prompt-sheet`}>Read or print it</a>.
      </p>
    )
  return hasDocument(programme.protocol) ? (
    <p>You find the document for your session here once you have a partner and it is released.</p>
  ) : null
}

const SelfAssessment = ({ programme }: Pick<PreparationPageProps, 'programme'>) =>
  hasDocument(programme.protocol) ? (
    <p>
      Before you meet,{' '}
      <a href={`/programmes/${programme.programmeId}/pack/self-assessment`}>
        write down how you think the group sees you
      </a>
      . It takes five minutes, and nobody but you can read it. Later it stands beside what the group
      says.
    </p>
  ) : null

const IfItGoesWrong = ({ programme, governance }: PreparationPageProps) => {
  const base = `/programmes/${programme.programmeId}`
  return (
    <>
      <h2 className="nhsuk-heading-m">If it goes wrong</h2>
      <Lines
        lines={[
          'Stop. “I would like to stop here” is enough; you do not have to say why, during the session or after it.',
          'If somebody may come to harm, a patient or anybody else, that does not stay between you: say openly that it must be passed on, and pass it on.',
        ]}
      />
      <p>
        Either of you can <a href={`${base}/session/exit`}>end the pair</a>. It is nobody’s fault,
        no reason is asked for, and it has no consequences.
      </p>
      <p>
        <a href={`${base}/concern`}>How to raise a concern</a> about patient safety or about how
        somebody behaves. You can also <a href={`${base}/withdraw`}>withdraw</a> from the programme
        at any time.
      </p>
      <h3 className="nhsuk-heading-s">Freedom to Speak Up guardian</h3>
      <Guardian governance={governance} />
    </>
  )
}

/** Two services that say of themselves that they are there for every doctor, and one that every employer has. */
const Wellbeing = () => (
  <>
    <h2 className="nhsuk-heading-m">If it weighs on you</h2>
    <p>You can talk to somebody in confidence who has nothing to do with the programme:</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>your organisation’s occupational health service, or your GP</li>
      <li>
        for doctors and medical students, members or not: the counselling line of the British
        Medical Association, 0330 123 1245, day and night (www.bma.org.uk)
      </li>
      <li>for doctors in England: NHS Practitioner Health (www.practitionerhealth.nhs.uk)</li>
    </ul>
  </>
)
