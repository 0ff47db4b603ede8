/** The first page of a questionnaire: what it is, what becomes of the answers, and how far one has come. */
import { InsetText } from '../../../web/components/inset-text.tsx'
import { type Task, TaskList } from '../../../web/components/task-list.tsx'
import type { Draft } from '../../draft-store.ts'
import { type AtAddress, addressOf, addressOfSection } from '../addresses.ts'
import { minutesFor, type Questionnaire, questionsOf, type Section } from '../questions.ts'
import { isOptional, stateOfSection } from '../rules.ts'

export type StartPageProps = {
  readonly at: AtAddress
  readonly questionnaire: Questionnaire
  readonly draft: Draft
  readonly isLate: boolean
}

const hintOf = (section: Section): string => {
  const n = section.questions.length
  const count = n === 1 ? '1 question' : `${n} questions`
  return isOptional(section) ? `${count}, optional` : count
}

const tasksFor = ({ at, questionnaire, draft }: StartPageProps): readonly Task[] => {
  const sections = questionnaire.sections.map(
    (section): Task => ({
      label: section.title,
      href: addressOfSection(at, section.place),
      hint: hintOf(section),
      status: stateOfSection(section, draft),
    }),
  )
  const isReady = questionnaire.sections.every(
    (section) => isOptional(section) || stateOfSection(section, draft) === 'completed',
  )
  const send: Task = {
    label: 'Check and send your answers',
    href: isReady ? addressOf(at, 'check') : null,
    status: isReady ? 'incomplete' : 'cannot_start_yet',
  }
  return [...sections, send]
}

const minutes = (n: number): string => (n === 1 ? '1 minute' : `${n} minutes`)

const WhatBecomesOfAnswers = () => (
  <>
    <h2 className="nhsuk-heading-m">What becomes of your answers</h2>
    <p>
      They are confidential. They are stored under a pseudonym, apart from your name. The people who
      run the programme do not see who has answered or what anybody answered. Researchers see the
      answers without names, and reports are about groups.
    </p>
    <p>
      What you write in your own words may be quoted without your name. Do not name anybody in it.
    </p>
  </>
)

const OtherWays = ({ at }: Pick<StartPageProps, 'at'>) => (
  <>
    <h2 className="nhsuk-heading-m">Other ways to answer</h2>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>
        <a href={addressOf(at, 'all')}>All questions on one page</a>
      </li>
      <li>
        <a href={addressOf(at, 'paper')}>Print on paper</a>
      </li>
    </ul>
  </>
)

export const StartPage = (props: StartPageProps) => {
  const { questionnaire } = props
  const n = questionsOf(questionnaire).length
  return (
    <>
      <h1 className="nhsuk-heading-l">{questionnaire.title}</h1>
      {props.isLate ? (
        <InsetText>
          This questionnaire has closed. You can still answer until the next one opens.
        </InsetText>
      ) : null}
      <p>
        There are {n} questions. They take about {minutes(minutesFor(questionnaire))}.
      </p>
      <p>
        What you enter is saved as you go. You can leave and come back, on this device or another.
        It counts only once you have sent it.
      </p>
      <h2 className="nhsuk-heading-m">Answer section by section</h2>
      <TaskList id="sections" tasks={tasksFor(props)} />
      <OtherWays at={props.at} />
      <WhatBecomesOfAnswers />
    </>
  )
}
