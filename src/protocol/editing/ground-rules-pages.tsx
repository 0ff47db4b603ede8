/** The form of the ground rules, and below it how people see them. */
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { Textarea } from '../../web/components/textarea.tsx'
import { EditingForm, EditingFrame } from '../changing/editing-pages.tsx'
import type { Editing } from '../changing/editing-routes.ts'
import { GroundRulesList } from '../reading/ground-rules-list.tsx'
import { insideSentence, plural } from '../wording/words.ts'
import type { GroundRulesForm } from './ground-rules.ts'

type Props = { readonly editing: Editing<GroundRulesForm> }

export const GroundRulesPage = ({ editing }: Props) => {
  const { programme, form, errors } = editing
  const { protocol } = programme
  const { sessionLimitMinutes } = protocol.rules
  return (
    <EditingFrame editing={editing} title="Ground rules">
      <p>
        {`Each ${insideSentence(protocol.roles.mentor.label)} and each ${insideSentence(protocol.roles.mentee.label)} gets them with the name of their partner, by email and on their page.`}
      </p>
      {protocol.groundRules === undefined ? (
        <p>
          {`These are the usual ones. They use your labels and the limit of a session in your rules: ${sessionLimitMinutes} minutes. A limit of 45 to 60 minutes is usual.`}
        </p>
      ) : null}
      <EditingForm editing={editing}>
        <Textarea
          name="groundRules"
          label="Ground rules"
          labelSize="m"
          hint="One rule on each line"
          rows={20}
          value={form.groundRules}
          error={errors.groundRules}
        />
        <ButtonGroup>
          <Button>Save ground rules</Button>
          {protocol.groundRules === undefined ? null : (
            <Button variant="secondary" name="usual" value="yes">
              Go back to the usual ones
            </Button>
          )}
        </ButtonGroup>
      </EditingForm>
      <h2 className="nhsuk-heading-m">{`How ${plural(protocol, 'mentor')} and ${plural(protocol, 'mentee')} see them`}</h2>
      <GroundRulesList protocol={protocol} />
    </EditingFrame>
  )
}
