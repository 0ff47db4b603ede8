import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { each } from './each.ts'

export type TaskStatus = 'completed' | 'incomplete' | 'optional' | 'cannot_start_yet'

export type Task = {
  readonly label: ReactNode
  /** Where the task is done; null while it cannot be started. */
  readonly href: string | null
  readonly hint?: ReactNode
  readonly status: TaskStatus
}

type TaskListProps = {
  /** Unique on the page: starts the ids of hints and statuses. */
  readonly id: string
  readonly tasks: readonly Task[]
}

const plain = 'nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal'

const statuses = {
  completed: { text: 'Completed', look: plain },
  incomplete: { text: 'Incomplete', look: 'nhsuk-tag--blue' },
  optional: { text: 'Optional', look: plain },
  cannot_start_yet: {
    text: 'Cannot start yet',
    look: `${plain} nhsuk-u-secondary-text-colour`,
  },
} as const satisfies Record<TaskStatus, { text: string; look: string }>

type TaskItemProps = { readonly id: string; readonly task: Task }

const TaskName = ({ id, task }: TaskItemProps) => {
  const hintId = task.hint === undefined ? undefined : `${id}-hint`
  const describedBy = [hintId, `${id}-status`].filter((part) => part !== undefined).join(' ')
  return (
    <div className="nhsuk-task-list__name-and-hint">
      {task.href === null ? (
        <div>{task.label}</div>
      ) : (
        <a
          className="nhsuk-task-list__link nhsuk-link"
          href={task.href}
          aria-describedby={describedBy}
        >
          {task.label}
        </a>
      )}
      {hintId === undefined ? null : (
        <div className="nhsuk-task-list__hint" id={hintId}>
          {task.hint}
        </div>
      )}
    </div>
  )
}

const TaskItem = ({ id, task }: TaskItemProps) => {
  const { text, look } = statuses[task.status]
  return (
    <li
      className={classNames(
        'nhsuk-task-list__item',
        task.href !== null && 'nhsuk-task-list__item--with-link',
      )}
    >
      <TaskName id={id} task={task} />
      <div className="nhsuk-task-list__status" id={`${id}-status`}>
        <strong className={`nhsuk-tag ${look}`}>{text}</strong>
      </div>
    </li>
  )
}

export const TaskList = ({ id, tasks }: TaskListProps) => (
  <ul className="nhsuk-task-list">
    {each(tasks, (task, place) => (
      <TaskItem id={`${id}-${place + 1}`} task={task} />
    ))}
  </ul>
)
