/** A point about safety or conduct is handed on and taken out of the feedback. */
import type { Governance } from '../../protocol/governance/model.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { Button, PrintButton } from '../../web/components/button.tsx'
import { Checkboxes } from '../../web/components/checkboxes.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'
import { ErrorSummary } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { PageHeading } from '../../web/components/page-heading.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import { boardAddress, menteeAddress } from '../board/board-addresses.ts'
import { ConcernsHandedOn } from './concerns-handed-on.tsx'
import { HandOnForm } from './hand-on-form.tsx'
import type { Concern, ConcernPoint } from './load-concern.ts'

export type ConcernPageProps = {
  readonly concern: Concern & { readonly point: ConcernPoint }
  readonly organisationName: string
  readonly error: string | undefined
  readonly idempotencyKey: string
}

export const ConcernPage = (props: ConcernPageProps) => {
  const { concern, error } = props
  const { programme, point, governance } = concern
  const back = menteeAddress(programme.programmeId, point.note.menteeId)
  return (
    <Columns>
      <ErrorSummary errors={error === undefined ? [] : [{ text: error, fieldId: 'handedOn' }]} />
      <div className="app-concern__screen">
        <PageHeading caption={programme.name}>Hand on a concern</PageHeading>
        <p className="nhsuk-body-l">
          A point about patient safety or about how somebody behaves is not feedback. It goes to
          those who can act on it, and is taken out of the feedback.
        </p>
        <InsetText>
          <p className="app-typed">{point.note.text}</p>
        </InsetText>
        <WhereTo governance={governance} programme={programme} />
        <h2 className="nhsuk-heading-m">2. Hand it on</h2>
        <p>
          Print the form, or copy the text below into the way of reporting that your organisation
          asks for. Do not write down who in the group said it: nobody has to know.
        </p>
        <PrintButton>Print the form</PrintButton>
        <CopyText {...props} />
      </div>
      <HandOnForm {...props} />
      <div className="app-concern__screen">
        <TakeOut {...props} />
        <p>
          <a href={back}>It is no concern: go back to the board</a>
        </p>
      </div>
    </Columns>
  )
}

type WhereToProps = { readonly governance: Governance; readonly programme: OpenProgramme }

const WhereTo = ({ governance, programme }: WhereToProps) => {
  const { guardianName, guardianEmail, guardianPhone, guardianWords, patientSafetyRoute } =
    governance
  const reached = [guardianName, guardianPhone].filter((one) => one !== '')
  const hasGuardian = reached.length > 0 || guardianEmail !== ''
  const hasAll = hasGuardian && patientSafetyRoute !== ''
  return (
    <>
      <h2 className="nhsuk-heading-m">1. Find out where it goes</h2>
      <p>
        If somebody is in danger now, tell the senior person on duty before you do anything here.
      </p>
      {hasAll ? null : <NotFilledIn programme={programme} />}
      <h3 className="nhsuk-heading-s">Freedom to Speak Up guardian: how somebody behaves</h3>
      {hasGuardian ? (
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
      ) : (
        <p>Ask for your organisation’s guardian on its intranet or at its switchboard.</p>
      )}
      <h3 className="nhsuk-heading-s">Patient safety</h3>
      <p className="app-typed">
        {patientSafetyRoute === ''
          ? 'Report it as your organisation asks you to report every patient safety event.'
          : patientSafetyRoute}
      </p>
    </>
  )
}

const NotFilledIn = ({ programme }: Pick<WhereToProps, 'programme'>) => (
  <WarningCallout heading="The governance page is not filled in" headingLevel={3}>
    <p>
      {`It does not say yet where concerns of ${programme.name} go. Do not wait for it: use the usual ways of your organisation, as below. Then ask the lead of the programme to fill it in.`}
    </p>
  </WarningCallout>
)

const CopyText = ({ concern }: ConcernPageProps) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor="handOnText">
      Text to copy
    </label>
    <textarea
      className="nhsuk-textarea"
      id="handOnText"
      rows={5}
      readOnly
      defaultValue={`Concern about ${concern.point.mentee.name}, raised by a group in confidence:\n\n${concern.point.note.text}`}
    />
  </div>
)

const TakeOut = ({ concern, error, idempotencyKey }: ConcernPageProps) => {
  const { programme, point } = concern
  return (
    <>
      <h2 className="nhsuk-heading-m">3. Take it out of the feedback</h2>
      <p>
        It then disappears from every screen, with whatever was said about having seen it too. That
        a concern was handed on is counted; what it said is kept nowhere, and cannot be brought
        back. Only this point goes: if the same was said elsewhere, in another point, a recording or
        a transcript, it stays there.
      </p>
      {point.writtenFrom.length === 0 ? null : <WrittenFrom point={point} />}
      {point.hasGoneOut ? (
        <WarningCallout heading="A document has already gone out" headingLevel={3}>
          {`The document about ${point.mentee.name} has gone out to be signed off. If this point is in it, write a new version without it.`}
        </WarningCallout>
      ) : null}
      <Form
        action={`/programmes/${programme.programmeId}/interview/notes/${point.note.noteId}/concern`}
        idempotencyKey={idempotencyKey}
      >
        <Checkboxes
          name="handedOn"
          label="Has it been handed on?"
          labelSize="s"
          error={error}
          choices={[{ value: 'yes', label: 'Yes, I have handed it on' }]}
        />
        <Button variant="warning">Take it out of the feedback</Button>
      </Form>
    </>
  )
}

const WrittenFrom = ({ point }: { readonly point: ConcernPoint }) => (
  <>
    <p>These points of the document are written from it, and go with it:</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(point.writtenFrom, ({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
  </>
)

type GoneProps = { readonly concern: Concern; readonly isTakenOut: boolean }

export const PointGonePage = ({ concern, isTakenOut }: GoneProps) => {
  const { programme, concerns } = concern
  const heading = isTakenOut ? 'The point is taken out' : 'This point is not there'
  return (
    <Columns>
      <PageHeading caption={programme.name}>{heading}</PageHeading>
      <p>
        {isTakenOut
          ? 'It is gone from every screen, and nothing of it is kept.'
          : 'It was taken out, or joined with another point. If it is still on the board, open it from there.'}
      </p>
      <ConcernsHandedOn concerns={concerns} />
      <p>
        <a href={boardAddress(programme.programmeId)}>Go to the board</a>
      </p>
    </Columns>
  )
}
