import type { ReactNode } from 'react'
import { each } from './each.ts'

export type ProgressStep = {
  readonly label: ReactNode
  readonly detail?: ReactNode
  readonly state: 'done' | 'current' | 'upcoming'
  readonly href?: string | undefined
}

const stateText = { done: 'Done: ', current: 'Now: ', upcoming: 'Still to come: ' } as const

const Step = ({ label, detail, state, href }: ProgressStep) => (
  <li
    className={`app-progress__step app-progress__step--${state}`}
    aria-current={state === 'current' ? 'step' : undefined}
  >
    <span className="app-progress__label">
      <span className="nhsuk-u-visually-hidden">{stateText[state]}</span>
      {href === undefined ? label : <a href={href}>{label}</a>}
    </span>
    {detail === undefined ? null : <span className="app-progress__detail">{detail}</span>}
  </li>
)

/** The steps of a programme in their order, and how far it has come. */
export const Progress = ({ steps }: { readonly steps: readonly ProgressStep[] }) => (
  <ol className="app-progress">
    {each(steps, (step) => (
      <Step {...step} />
    ))}
  </ol>
)
