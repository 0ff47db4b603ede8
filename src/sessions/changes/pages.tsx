/** What a mentee will change: the list in their pack, and what the group sees of it. */
import type { ReactNode } from 'react'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { insideSentence, plural } from '../../protocol/wording/words.ts'
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import type { FieldError } from '../../web/components/error-summary.tsx'
import { Form } from '../../web/components/form.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { TitledPage } from '../../web/components/titled-page.tsx'
import { OpenPackFirst } from '../pack/open-first.tsx'
import { AddChange, EditChange, fieldIdOf, type TypedChange } from './change-forms.tsx'
import type { ChangesForGroup, OwnChanges } from './load-changes.ts'
import { mostChanges } from './model.ts'

export const changesTitle = 'What I will change'

type FrameProps = {
  readonly programme: OpenProgramme
  readonly title: string
  readonly errors?: readonly FieldError[]
  readonly children: ReactNode
}

const Frame = ({ programme, title, errors = [], children }: FrameProps) => (
  <TitledPage caption={programme.name} title={title} errors={errors}>
    {children}
    <p>
      <a href={`/programmes/${programme.programmeId}`}>Go to your programme</a>
    </p>
  </TitledPage>
)

export type OwnChangesPageProps = {
  readonly own: OwnChanges
  /** A form that comes back; null: none does. */
  readonly typed: TypedChange | null
  /** What stands at no field, with the words that were not kept. */
  readonly refused: { readonly error: string; readonly text: string } | null
  readonly newKey: () => string
}

export const OwnChangesPage = (props: OwnChangesPageProps) => {
  const { own, typed, refused } = props
  const { programme, participant, pack } = own
  if (participant.state !== 'agreed') {
    return (
      <Frame programme={programme} title={changesTitle}>
        <p>This page is for those who take part. You do not, so there is nothing to write.</p>
      </Frame>
    )
  }
  const errors = [
    ...(refused === null ? [] : [{ text: refused.error }]),
    ...(typed === null ? [] : [{ text: typed.error, fieldId: fieldIdOf(typed.changeId) }]),
  ]
  const { programmeId } = programme
  return (
    <Frame programme={programme} title={changesTitle} errors={errors}>
      <p>
        {`In your own words, one sentence each. It is kept in your reflection pack, where only you can read it. You choose for each sentence whether the ${plural(programme.protocol, 'mentor')} of your programme see it too.`}
      </p>
      {refused === null || refused.text === '' ? null : (
        <InsetText>{`Not kept: ${refused.text}`}</InsetText>
      )}
      {pack.kind === 'open' ? (
        <Sentences {...props} />
      ) : (
        <OpenPackFirst programmeId={programmeId} kind={pack.kind} to="changes" />
      )}
      <SeenByGroup {...props} />
      {pack.kind === 'none' ? null : (
        <p>
          <a href={`/programmes/${programmeId}/pack`}>Go to your reflection pack</a>
        </p>
      )}
      <p>
        <a href={`/programmes/${programmeId}/concern`}>How to raise a concern</a> about patient
        safety or about how somebody behaves.
      </p>
    </Frame>
  )
}

const Sentences = ({ own, typed, newKey }: OwnChangesPageProps) => {
  const { programmeId } = own.programme
  const { changes, sharedIds } = own.list
  const typedFor = (changeId: string | null): TypedChange | null =>
    typed !== null && typed.changeId === changeId ? typed : null
  return (
    <>
      {each(changes, (change, place) => (
        <EditChange
          {...{ programmeId, change, newKey }}
          number={place + 1}
          isShared={sharedIds.includes(change.changeId)}
          typed={typedFor(change.changeId)}
        />
      ))}
      {changes.length < mostChanges ? (
        <AddChange {...{ programmeId, newKey }} typed={typedFor(null)} />
      ) : (
        <InsetText>{`There are ${mostChanges} sentences, which is as many as there can be.`}</InsetText>
      )}
    </>
  )
}

const SeenByGroup = ({ own, newKey }: OwnChangesPageProps) => {
  const { programme, shared } = own
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">What the group sees</h2>
      {shared.length === 0 ? (
        <p>Nothing. You share none of your sentences.</p>
      ) : (
        <>
          <p>{`With your name, ${own.participant.name}:`}</p>
          <SentenceList sentences={shared.map(({ text }) => text)} />
          <Form
            action={`/programmes/${programme.programmeId}/changes/stop-sharing`}
            idempotencyKey={newKey()}
          >
            <Button variant="secondary">Stop sharing all of it</Button>
          </Form>
        </>
      )}
    </section>
  )
}

const SentenceList = ({ sentences }: { readonly sentences: readonly string[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {each(sentences, (sentence) => (
      <li className="app-typed">{sentence}</li>
    ))}
  </ul>
)

export const groupTitle = 'What will change'

export const ChangesForGroupPage = ({ programme, participant, mentees }: ChangesForGroup) => (
  <Frame programme={programme} title={groupTitle}>
    {participant.state === 'agreed' ? (
      <>
        <p>
          {`After the session a ${insideSentence(programme.protocol.roles.mentee.label)} can write down what they will change, and choose which of it your group sees. What is not shared is for them alone.`}
        </p>
        {mentees.length === 0 ? (
          <InsetText>Nobody has shared anything yet. There is nothing for you to do.</InsetText>
        ) : (
          each(mentees, ({ menteeName, sentences }) => (
            <>
              <h2 className="nhsuk-heading-m">{menteeName}</h2>
              <SentenceList sentences={sentences} />
            </>
          ))
        )}
      </>
    ) : (
      <p>This page is for those who take part.</p>
    )}
  </Frame>
)
