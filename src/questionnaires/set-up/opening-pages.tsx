/** The check before a programme opens: what it is, what is missing, what cannot be changed afterwards. */
import type { Protocol } from '../../protocol/model.ts'
import { plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../../web/components/summary-list.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { WarningCallout } from '../../web/components/warning-callout.tsx'
import { Bullets, baseOf } from './programme-frame.tsx'
import type { OpeningProblem, OpeningWarning, SetUpFacts } from './set-up-rules.ts'
import { sentenceOfOpeningProblem, sentenceOfOpeningWarning } from './set-up-words.ts'

type OpenProps = {
  readonly facts: SetUpFacts
  readonly problems: readonly OpeningProblem[]
  readonly warnings: readonly OpeningWarning[]
  /** Whether the form was sent with these problems. */
  readonly wasSent: boolean
  readonly idempotencyKey: string
}

export const OpenProgrammePage = (props: OpenProps) => {
  const { facts, problems, wasSent } = props
  const { programme } = facts
  const sentences = problems.map((problem) => sentenceOfOpeningProblem(programme.protocol, problem))
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: 'Set up the programme', href: `${baseOf(programme)}/set-up` }]}
      />
      <TitledPage
        caption={programme.name}
        title="Check and open the programme"
        errors={wasSent ? sentences.map((text) => ({ text })) : []}
      >
        <SummaryList rows={rowsOf(facts)} />
        {programme.state === 'setting_up' ? (
          <ToOpen {...props} sentences={sentences} />
        ) : (
          <InsetText>
            {programme.state === 'open'
              ? 'The programme is open.'
              : 'The programme was open and is closed.'}
          </InsetText>
        )}
      </TitledPage>
    </>
  )
}

const ToOpen = ({
  facts,
  warnings,
  idempotencyKey,
  sentences,
}: OpenProps & { readonly sentences: readonly string[] }) => (
  <>
    {sentences.length === 0 ? null : (
      <WarningCallout heading="Before you can open" headingLevel={2}>
        <Bullets lines={sentences} />
      </WarningCallout>
    )}
    {warnings.length === 0 ? null : (
      <>
        <h2 className="nhsuk-heading-m">Worth another look</h2>
        <Bullets lines={warnings.map(sentenceOfOpeningWarning)} />
      </>
    )}
    <h2 className="nhsuk-heading-m">What cannot be changed afterwards</h2>
    <Bullets lines={fixedAfterwards} />
    {sentences.length === 0 ? (
      <>
        <p>
          Opening asks nobody anything yet: you invite people on the page “People” and open each
          questionnaire on the page “Questionnaires”.
        </p>
        <Form action={`${baseOf(facts.programme)}/set-up/open`} idempotencyKey={idempotencyKey}>
          <Button>Open the programme</Button>
        </Form>
      </>
    ) : null}
  </>
)

const fixedAfterwards = [
  'The progression criteria are fixed.',
  'From the first answer on, this version of the protocol is locked. A change then makes the next version, and comparisons between the two say so.',
  'What somebody has agreed to stays as they read it. A new information sheet is only for those who agree later.',
  'The programme cannot go back to being set up. You can add people at any time.',
]

const supervisorInWords = (protocol: Protocol): string => {
  const { mentor } = protocol.roles
  switch (protocol.rules.supervisor) {
    case 'ask':
      return `${mentor.plural} are asked about their own supervisor as about anybody else`
    case 'avoid':
      return `${mentor.plural} are not drawn for their own supervisor where it can be avoided`
    case 'forbid':
      return `${mentor.plural} are never drawn for their own supervisor`
  }
}

const rowsOf = (facts: SetUpFacts): readonly SummaryRow[] => {
  const { programme, people, consentVersion } = facts
  const { protocol, version, sha256, name, site } = programme
  const { rules } = protocol
  const base = baseOf(programme)
  const change = (path: string, hiddenLabel: string) => ({
    change: { href: `${base}${path}`, label: 'Change', hiddenLabel },
  })
  return [
    {
      key: 'Name and site',
      value: site === null ? name : `${name}, ${site}`,
      ...change('/set-up/name', 'name and site'),
    },
    {
      key: 'Protocol',
      value: (
        <>
          {protocol.title}, version {version}
          <br />
          SHA-256 <code className="app-hash">{sha256}</code>
        </>
      ),
      ...change('/set-up/protocol', 'protocol'),
    },
    {
      key: 'Smallest group (k)',
      value: `${rules.anonymityFloor}: results of fewer people stay hidden`,
      ...change('/set-up/rules', 'smallest group'),
    },
    {
      key: 'Rules',
      value: (
        <>
          {supervisorInWords(protocol)}. Least number that each is willing for:{' '}
          {rules.minimumWilling}. Sessions of each pair: {rules.sessionsPerPair}, up to{' '}
          {rules.sessionLimitMinutes} minutes.
        </>
      ),
      ...change('/set-up/rules', 'rules'),
    },
    {
      key: protocol.roles.mentor.plural,
      value: String(people.mentor),
      ...change('/people', plural(protocol, 'mentor')),
    },
    {
      key: protocol.roles.mentee.plural,
      value: String(people.mentee),
      ...change('/people', plural(protocol, 'mentee')),
    },
    {
      key: 'Information sheet',
      value: consentVersion === null ? 'Not edited' : `Version ${consentVersion}`,
      ...change('/set-up/consent', 'information sheet'),
    },
  ]
}
