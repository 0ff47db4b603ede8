/** The reflection pack as a whole: what it is, who can read it, what lies in it. */
import type { ReactNode } from 'react'
import { Button, ButtonGroup, ButtonLink } from '../../../web/components/button.tsx'
import { Columns } from '../../../web/components/columns.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHeading } from '../../../web/components/page-heading.tsx'
import { type Task, TaskList } from '../../../web/components/task-list.tsx'
import { hasDocument } from '../../preparation/preparation-words.ts'
import { packAddress, programmeAddress } from '../addresses.ts'
import { notColleagueFeedback } from '../good-medical-practice.ts'
import type { LoadedPack } from '../load-pack.ts'

export const overviewTitle = 'Your reflection pack'

type OverviewPageProps = { readonly loaded: LoadedPack; readonly idempotencyKey: string }

export const OverviewPage = (props: OverviewPageProps) => {
  const { programme, pack } = props.loaded
  return (
    <Columns>
      <PageHeading caption={programme.name}>{overviewTitle}</PageHeading>
      <p>
        What you take from this programme into your appraisal, if you want to: how you saw yourself
        beside what the group said, your reflection, and one action for your development plan.
        Nobody asks you for it here.
      </p>
      {pack.kind === 'none' ? <Make {...props} /> : <Parts {...props} />}
      <WhoCanRead />
      <h2 className="nhsuk-heading-m">What it is not</h2>
      <p>{notColleagueFeedback}</p>
      {pack.kind === 'none' ? null : <Settings programmeId={programme.programmeId} />}
      <p>
        <a href={`/programmes/${programme.programmeId}`}>Go to your programme</a>
      </p>
    </Columns>
  )
}

const Make = ({ loaded: { programme, participant } }: OverviewPageProps) =>
  participant.state === 'agreed' ? (
    <ButtonLink href={packAddress(programme.programmeId, 'new', 'pack')}>
      Make your reflection pack
    </ButtonLink>
  ) : (
    <p>You can make a reflection pack while you take part in the programme.</p>
  )

const Parts = (props: OverviewPageProps) => {
  const { loaded, idempotencyKey } = props
  const { programmeId } = loaded.programme
  const at = (page: string): string => programmeAddress(programmeId, page)
  return (
    <>
      <h2 className="nhsuk-heading-m">What is in it</h2>
      <TaskList id="parts" tasks={partsOf(loaded, at)} />
      {loaded.pack.kind === 'open' ? (
        <Form action={at('pack/close')} idempotencyKey={idempotencyKey}>
          <p>Your pack is open in this browser.</p>
          <ButtonGroup>
            <ButtonLink href={at('pack/file.pdf')}>Download as PDF</ButtonLink>
            <ButtonLink href={at('pack/file.docx')} variant="secondary">
              Download for Word
            </ButtonLink>
            <Button variant="secondary">Close your pack</Button>
          </ButtonGroup>
        </Form>
      ) : (
        <>
          <p>Your pack is closed.</p>
          <ButtonLink href={packAddress(programmeId, 'open', 'pack')}>Open your pack</ButtonLink>
        </>
      )}
    </>
  )
}

const partsOf = (
  { programme, written, feedback }: LoadedPack,
  at: (page: string) => string,
): readonly Task[] => {
  const statusOf = (part: LoadedPack['written'][number]) =>
    written.includes(part) ? 'completed' : 'optional'
  const selfAssessment: Task = {
    label: feedback.hasOpened
      ? 'Your self-assessment beside the group’s feedback'
      : 'Your self-assessment',
    href: at('pack/self-assessment'),
    hint: feedback.hasOpened ? undefined : 'Before you open your feedback document',
    status: statusOf('self_assessment'),
  }
  return [
    ...(hasDocument(programme.protocol) ? [selfAssessment] : []),
    {
      ...{ label: 'Your reflection and development plan', href: at('pack/reflection') },
      status: statusOf('reflection'),
    },
    { label: 'What you will change', href: at('changes'), status: statusOf('changes') },
  ]
}

const WhoCanRead = () => (
  <>
    <h2 className="nhsuk-heading-m">Who can read it</h2>
    <p>
      Only you. Not the administrator, the programme lead, the facilitator, a researcher or your
      partner, and nobody who runs the server or its database: what you write is stored under a key
      that only your passphrase or your recovery code opens.
    </p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>If you lose both, what is in it is lost for good. Nobody can open it for you.</li>
      <li>
        Whoever has the database sees that you have a pack, which of its parts are written and about
        how long they are, and no word of them. They could only guess at your passphrase, so choose
        one that nobody guesses.
      </li>
      <li>
        Whoever is able to change the program on the server could make it pass on what you type. No
        service that you use in a browser can rule that out.
      </li>
      <li>Files that you save or print are yours to look after.</li>
    </ul>
  </>
)

const Settings = ({ programmeId }: { readonly programmeId: string }) => {
  const link = (page: string, words: ReactNode) => (
    <li>
      <a href={programmeAddress(programmeId, `pack/${page}`)}>{words}</a>
    </li>
  )
  return (
    <>
      <h2 className="nhsuk-heading-m">Change how it opens</h2>
      <ul className="nhsuk-list">
        {link('passphrase', 'Change your passphrase')}
        {link('recovery-code', 'Make a new recovery code')}
        {link('delete', 'Delete your pack')}
      </ul>
    </>
  )
}
