/** One step of a protocol for reading. */
import { each } from '../../web/components/each.ts'
import { type Protocol, type RoleId, roleIds, type Step } from '../model.ts'
import { itemsOf, measuresOf, stageOf } from '../rules.ts'
import { questionId } from './part-of-protocol.tsx'

type Props = { readonly protocol: Protocol; readonly step: Step }

const modes = { face_to_face: 'Face to face.', online: 'Online.' } as const

const captionOf = (step: Step): string => {
  const stage = stageOf(step)
  return stage === null ? `Phase ${step.phase}` : `Stage ${stage}, phase ${step.phase}`
}

export const StepInWords = ({ protocol, step }: Props) => (
  <section>
    <h3 className="nhsuk-heading-s">
      <span className="nhsuk-caption-m">{captionOf(step)}</span> {step.title}
    </h3>
    <p>
      {step.description} {'mode' in step ? modes[step.mode] : null}
    </p>
    {step.kind === 'questionnaire' ? (
      <>
        {each(roleIds, (role) => (
          <AskedOf protocol={protocol} step={step} role={role} />
        ))}
        {step.willingness ? (
          <p>
            {protocol.roles.mentor.plural} also say in private whom they would be willing to mentor.
          </p>
        ) : null}
      </>
    ) : null}
  </section>
)

const AskedOf = ({ protocol, step, role }: Props & { readonly role: RoleId }) => {
  const asked = [...measuresOf(protocol, step, role), ...itemsOf(protocol, step, role)]
  return asked.length === 0 ? null : (
    <>
      <p>{protocol.roles[role].plural} are asked:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(asked, (question) => (
          <li>
            <a href={`#${questionId(question)}`}>{question.label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
