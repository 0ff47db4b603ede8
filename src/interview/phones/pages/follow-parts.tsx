/** The parts of the page on a mentor's phone. The first two change by themselves while scripts run. */
import type { Protocol } from '../../../protocol/model.ts'
import { nounOfDomains } from '../../../protocol/wording/domain-noun.ts'
import { insideSentence } from '../../../protocol/wording/words.ts'
import { Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { each } from '../../../web/components/each.ts'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Select } from '../../../web/components/select.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import type { FollowStanding } from '../follow-rules.ts'
import type { Followed, FollowedNote } from '../load-follow.ts'

export type FollowProps = {
  /** The address of the programme. */
  readonly base: string
  readonly protocol: Protocol
  readonly standing: FollowStanding
  readonly followed: Followed | null
  readonly newKey: () => string
}

const standings: Readonly<Record<Exclude<FollowStanding, 'following'>, readonly string[]>> = {
  not_started: [
    'The group interview has not begun.',
    'Come back when it is under way. You do not have to do anything before.',
  ],
  ended: [
    'The group interview has ended. Nothing more can be added here.',
    'You will be asked to sign off the documents before anybody gets to see them.',
  ],
  between_sittings: [
    'The group interview goes on at another sitting.',
    'Come back when it begins. Nothing can be added until then.',
  ],
  not_present: [
    'The group interview is under way, and you are not recorded as being in the room.',
    'Ask the facilitator to mark you as present. This page then shows what is being spoken about.',
  ],
  invited: [
    'Decide first whether you want to take part.',
    'You can follow the interview once you have agreed. Read the information on your own page.',
  ],
  declined: ['You said that you do not want to take part, so there is nothing to follow.'],
  withdrawn: ['You have withdrawn from the programme, so there is nothing to follow any more.'],
}

/** What is spoken about now and what the group has said, or why nothing is shown. */
export const NowPart = (props: FollowProps) => {
  const { standing, followed } = props
  if (standing !== 'following') {
    return (
      <InsetText>
        {each(standings[standing], (sentence) => (
          <p>{sentence}</p>
        ))}
      </InsetText>
    )
  }
  if (followed === null) {
    return (
      <InsetText>Nobody is being spoken about yet. Wait for the facilitator to begin.</InsetText>
    )
  }
  return (
    <>
      <Now {...props} followed={followed} />
      <Notes {...props} followed={followed} />
    </>
  )
}

type FollowedProps = FollowProps & { readonly followed: Followed }

const labelOf = ({ domains }: Protocol, domain: string): string =>
  domains.find(({ id }) => id === domain)?.label ?? domain

const Now = ({ protocol, followed }: FollowedProps) => {
  const { mentee, domain, isPaused } = followed
  const prompts = protocol.domains.find(({ id }) => id === domain)?.prompts
  return (
    <section className="app-follow__now" aria-labelledby="follow-now">
      <h2 className="nhsuk-heading-m" id="follow-now">
        <span className="nhsuk-caption-m">{mentee.name}</span> {labelOf(protocol, domain)}
      </h2>
      {isPaused ? <p>There is a break. The interview goes on here afterwards.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(prompts?.open ?? [], (prompt) => (
          <li>{prompt}</li>
        ))}
      </ul>
      {prompts === undefined || prompts.clarifying.length === 0 ? null : (
        <Details summary="Questions to make it clearer">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {each(prompts.clarifying, (prompt) => (
              <li>{prompt}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

/** First what is spoken about now, then the rest in the protocol's order. */
const Notes = (props: FollowedProps) => {
  const { protocol, followed } = props
  const { domain, mentee, notes } = followed
  const others = protocol.domains.filter(
    ({ id }) => id !== domain && notes.some((note) => note.domain === id),
  )
  return (
    <section className="app-follow__notes" aria-labelledby="follow-notes">
      <h2 className="nhsuk-heading-m" id="follow-notes">
        What the group has said about {mentee.name}
      </h2>
      <p>
        Say in private what you have seen too. Nobody sees who said so, and nobody sees how many
        until the interview has ended.
      </p>
      <NotesOf {...props} domain={domain} />
      {each(others, ({ id }) => (
        <NotesOf {...props} domain={id} />
      ))}
    </section>
  )
}

const NotesOf = (props: FollowedProps & { readonly domain: string }) => {
  const { protocol, followed, domain } = props
  const notes = followed.notes.filter((note) => note.domain === domain)
  return (
    <>
      <h3 className="nhsuk-heading-s">{labelOf(protocol, domain)}</h3>
      {notes.length === 0 ? <p>No points yet.</p> : null}
      <ul className="nhsuk-list app-follow__list">
        {each(notes, (note) => (
          <NoteOnPhone {...props} note={note} />
        ))}
      </ul>
    </>
  )
}

const NoteOnPhone = ({ base, note, newKey }: FollowedProps & { readonly note: FollowedNote }) => (
  <li className="app-follow__note" id={`note-${note.noteId}`}>
    <p className="app-typed">{note.text}</p>
    <Form
      action={`${base}/interview/ballots`}
      idempotencyKey={newKey()}
      className="app-follow__vote"
    >
      <input type="hidden" name="note" value={note.noteId} />
      {note.isSeen ? <strong className="app-follow__seen">You have seen this too</strong> : null}
      <Button variant="secondary" isSmall name="seen" value={note.isSeen ? 'no' : 'yes'}>
        {note.isSeen ? 'Take back' : 'I have seen this too'}
        <span className="nhsuk-u-visually-hidden">: {note.text}</span>
      </Button>
    </Form>
  </li>
)

export type PointInput = { readonly mentee: string; readonly domain: string; readonly text: string }

type PointPartProps = FollowProps & {
  /** As typed in a form that was not taken; null: a new one. */
  readonly typed: PointInput | null
  readonly error: string | undefined
}

/** The form for a point, while somebody is spoken about. */
export const PointPart = (props: PointPartProps) => {
  const { base, protocol, followed, newKey, typed, error } = props
  if (followed === null) return null
  const { mentee, domain } = followed
  return (
    <Form action={`${base}/interview/points`} idempotencyKey={newKey()}>
      <h2 className="nhsuk-heading-m">Add a point</h2>
      <p>
        It waits until there are several, and then comes onto the board together with points from
        others, in an order of chance. Who sent it is not stored.
      </p>
      <Select
        name="mentee"
        label={protocol.roles.mentee.label}
        options={followed.mentees.map(({ menteeId, name }) => ({ value: menteeId, label: name }))}
        value={typed?.mentee ?? mentee.menteeId}
      />
      <Select
        name="domain"
        label={nounOfDomains(protocol).singular}
        options={protocol.domains.map(({ id, label }) => ({ value: id, label }))}
        value={typed?.domain ?? domain}
      />
      <Textarea
        name="text"
        label="Your point"
        hint={`Say what the ${insideSentence(protocol.roles.mentee.label)} does. Leave out names, patients, places and days`}
        rows={4}
        value={typed?.text}
        error={error}
      />
      <p>
        A worry about patient safety or about how somebody behaves does not belong here:{' '}
        <a href={`${base}/concern`}>see where to raise a concern</a>.
      </p>
      <Button>Send point</Button>
    </Form>
  )
}
