/** Asks the lead once more before all pairs at one point are reminded. */
import type { Result } from '../../lib/result.ts'
import { counted } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { Button, ButtonGroup } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import type { LoadedProgress } from './load-progress.ts'
import type { NudgePoint, PairProgress } from './model.ts'
import { nudgeMail, pointWords } from './nudge-words.ts'
import { progressTitle } from './pages.tsx'
import { sentenceOfNudgeProblem } from './problems.ts'
import type { NudgeProblem } from './rules.ts'

export const nudgeTitle = 'Remind pairs'

export type NudgePageProps = {
  readonly loaded: Pick<LoadedProgress, 'programme'>
  readonly point: NudgePoint
  readonly there: Result<readonly PairProgress[], NudgeProblem>
  /** Why what was sent changed nothing; null: the page is opened. */
  readonly error: string | null
  readonly idempotencyKey: string
}

export const NudgePage = (props: NudgePageProps) => {
  const { programme } = props.loaded
  const { there, error } = props
  const back = `/programmes/${programme.programmeId}/progress`
  return (
    <>
      <Breadcrumb crumbs={[{ label: progressTitle, href: back }]} />
      <TitledPage
        caption={programme.name}
        title={nudgeTitle}
        errors={error === null ? [] : [{ text: error }]}
      >
        {there.ok ? (
          <AskOnceMore {...props} back={back} n={there.value.length} />
        ) : (
          <>
            <InsetText>{sentenceOfNudgeProblem(there.problem)}</InsetText>
            <p>
              <a href={back}>Go to the pairs</a>
            </p>
          </>
        )}
      </TitledPage>
    </>
  )
}

type AskProps = NudgePageProps & { readonly back: string; readonly n: number }

const AskOnceMore = ({ loaded: { programme }, point, back, n, idempotencyKey }: AskProps) => (
  <>
    <p>
      {`This email goes to both people of all pairs that ${pointWords[point]}: ${counted(n, 'pair')}. Who they are is not shown, here or in the list of messages. It does not reach people without an email address.`}
    </p>
    <h2 className="nhsuk-heading-m">What it says</h2>
    <InsetText>
      {each(mailParagraphs(point, programme.name), (paragraph) => (
        <p>{paragraph}</p>
      ))}
    </InsetText>
    <Form
      action={`/programmes/${programme.programmeId}/progress/nudge`}
      idempotencyKey={idempotencyKey}
    >
      <input type="hidden" name="point" value={point} />
      <ButtonGroup>
        <Button>{`Remind ${counted(n, 'pair')}`}</Button>
        <a href={back}>Do not remind</a>
      </ButtonGroup>
    </Form>
  </>
)

const mailParagraphs = (point: NudgePoint, programme: string): readonly string[] =>
  nudgeMail(point, { programme, name: '[name]', address: '[link to their page]', wayIn: '' })
    .text.trim()
    .split('\n\n')
