/** Where to turn with a worry: apart from the feedback, and from the people who run the programme. */
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import type { Governance } from './model.ts'

type ConcernProps = { readonly programmeName: string; readonly governance: Governance }

export const ConcernPage = ({ programmeName, governance }: ConcernProps) => (
  <>
    <PageHeading caption={programmeName}>Raise a concern</PageHeading>
    <p className="nhsuk-body-l">
      Feedback and questionnaires are not the place for a worry about patient safety or about how
      somebody behaves: they are read late, by few, and as the words of a group.
    </p>
    <InsetText>
      If somebody is in danger now, tell the senior person on duty, or call for help as you would at
      any other time.
    </InsetText>
    <h2 className="nhsuk-heading-m">Freedom to Speak Up guardian</h2>
    <Guardian governance={governance} />
    <h2 className="nhsuk-heading-m">Patient safety</h2>
    <p>
      {governance.patientSafetyRoute === ''
        ? 'Report it as your organisation asks you to report every patient safety event.'
        : governance.patientSafetyRoute}
    </p>
    <p>
      This page keeps nothing and tells nobody that you have opened it. Raising a concern does not
      end your part in the programme.
    </p>
  </>
)

/** Who the guardian is, and how to reach them. */
export const Guardian = ({ governance }: Pick<ConcernProps, 'governance'>) => {
  const { guardianName, guardianEmail, guardianPhone, guardianWords } = governance
  const reached = [guardianName, guardianPhone].filter((one) => one !== '')
  if (reached.length === 0 && guardianEmail === '') {
    return <p>Your organisation has a guardian: ask for the name on its intranet or switchboard.</p>
  }
  return (
    <>
      {guardianWords === '' ? null : <p>{guardianWords}</p>}
      <ul className="nhsuk-list">
        {each(reached, (line) => (
          <li>{line}</li>
        ))}
        {guardianEmail === '' ? null : (
          <li>
            <a href={`mailto:${guardianEmail}`}>{guardianEmail}</a>
          </li>
        )}
      </ul>
    </>
  )
}
