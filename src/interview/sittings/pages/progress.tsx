/** How far the group has come: for each mentee how long, and which domains. */
import type { ReactElement } from 'react'
import type { Domain, Protocol } from '../../../protocol/model.ts'
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { counted, insideSentence } from '../../../protocol/wording/words.ts'
import { classNames } from '../../../web/components/class-names.ts'
import { each } from '../../../web/components/each.ts'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import { type MenteeProgress, progressOf } from '../progress-rules.ts'
import { bandInWords, bandOf, minutesOf } from '../time-bands.ts'
import { interviewOf } from './frame.tsx'

type ProgressProps = {
  readonly loaded: LoadedInterview
  /** Exact while it goes on; in bands once it is over. */
  readonly time: 'minutes' | 'bands'
}

export const InterviewProgress = ({ loaded, time }: ProgressProps) => {
  const { protocol } = loaded.programme
  const progress = progressOf(loaded, protocol.domains)
  const longest = Math.max(1, ...progress.map(({ seconds }) => minutesOf(seconds)))
  return (
    <Table
      id="progress"
      caption={time === 'minutes' ? 'How far it is' : 'What was spoken about'}
      columns={[
        { header: protocol.roles.mentee.label },
        { header: time === 'minutes' ? 'Minutes' : 'Time' },
        { header: nounOfDomains(protocol).plural },
        { header: 'Not marked as done' },
      ]}
      rows={progress.map((one) => [
        nameOf(loaded, one),
        time === 'minutes' ? minutesWithBar(minutesOf(one.seconds), longest) : timeInWords(one),
        doneOf(one, protocol.domains),
        leftInWords(one, protocol),
      ])}
    />
  )
}

export const timeInWords = ({ seconds }: Pick<MenteeProgress, 'seconds'>): string =>
  seconds === 0 ? 'No time' : bandInWords(bandOf(seconds))

const nameOf = (loaded: LoadedInterview, { menteeId, name }: MenteeProgress): ReactElement => (
  <>
    <a href={`${interviewOf(loaded.programme)}/board/${menteeId}`}>{name}</a>
    {loaded.room.current?.menteeId === menteeId ? (
      <>
        {' '}
        <Tag>Now</Tag>
      </>
    ) : null}
  </>
)

const minutesWithBar = (minutes: number, longest: number): ReactElement => (
  <span className="app-minutes">
    <span className="app-minutes__number">{minutes}</span>
    <svg
      className="app-minutes__bar"
      viewBox="0 0 100 12"
      width={100}
      height={12}
      aria-hidden="true"
      focusable="false"
    >
      <rect width={100} height={12} className="app-minutes__room" />
      <rect width={Math.round((minutes / longest) * 100)} height={12} />
    </svg>
  </span>
)

const doneOf = ({ done }: MenteeProgress, domains: readonly Domain[]): ReactElement => (
  <span className="app-done">
    {`${done.length} of ${domains.length}`}
    <span className="app-done__cells" aria-hidden="true">
      {each(domains, ({ id }) => (
        <span
          className={classNames('app-done__cell', done.includes(id) && 'app-done__cell--yes')}
        />
      ))}
    </span>
  </span>
)

const leftInWords = ({ left }: MenteeProgress, protocol: Protocol): string => {
  const noun = nounOfDomains(protocol)
  if (left.length === 0) return 'nothing'
  return left.length === protocol.domains.length
    ? `all ${counted(left.length, insideSentence(noun.singular), insideSentence(noun.plural))}`
    : left.join(', ')
}

/** What is left, mentee by mentee. */
export const Left = ({ loaded }: Pick<ProgressProps, 'loaded'>) => {
  const { protocol } = loaded.programme
  const unfinished = progressOf(loaded, protocol.domains).filter(({ left }) => left.length > 0)
  return unfinished.length === 0 ? (
    <InsetText>Everything is marked as done.</InsetText>
  ) : (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(unfinished, (one) => (
        <li>{`${one.name}: ${leftInWords(one, protocol)}`}</li>
      ))}
    </ul>
  )
}
