/** One passage: what was said, and, opened, the forms to correct it and to cut it onto the board. */
import type { ReactNode } from 'react'
import type { Domain } from '../../../protocol/model.ts'
import type { Noun } from '../../../protocol/wording/domain-noun.ts'
import { Button } from '../../../web/components/button.tsx'
import { classNames } from '../../../web/components/class-names.ts'
import { each } from '../../../web/components/each.ts'
import { Form } from '../../../web/components/form.tsx'
import { Select } from '../../../web/components/select.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import type { Mentee } from '../../model.ts'
import type { Passage } from '../model.ts'
import { clockTime } from '../words.ts'

export type PassageErrors = {
  readonly text?: string
  readonly cut?: string
  readonly cell?: string
}

/** What stands in the forms of the passage that is open. */
export type OpenPassage = {
  /** From 1. */
  readonly place: number
  /** As stored when the form was made. */
  readonly from: string
  readonly text: string
  readonly cut: string
  readonly menteeId: string
  readonly domain: string
  readonly errors: PassageErrors
  readonly keys: { readonly correct: string; readonly cut: string; readonly note: string }
}

export type PassageContext = {
  /** The address of the transcript. */
  readonly base: string
  readonly find: string
  readonly canCorrect: boolean
  /** The interview is open: the board takes notes. */
  readonly canCut: boolean
  readonly mentees: readonly Mentee[]
  readonly domains: readonly Domain[]
  readonly noun: Noun
  readonly menteeLabel: string
}

type PassageProps = PassageContext & {
  readonly passage: Passage
  readonly place: number
  readonly open: OpenPassage | null
  readonly said: ReactNode
}

export const PassageItem = (props: PassageProps) => {
  const { passage, place, open, said } = props
  return (
    <li
      className={classNames('app-passage', open !== null && 'app-passage--open')}
      id={`passage-${place}`}
      data-passage={passage.start ?? ''}
    >
      <Head {...props} />
      <p className="app-passage__text" data-passage-text>
        {marked(passage.text, props.find)}
      </p>
      {said}
      {open === null ? null : <Forms {...props} open={open} />}
    </li>
  )
}

const Head = ({ base, passage, place, find, canCorrect, canCut }: PassageProps) => (
  <div className="app-passage__head">
    {passage.start === null ? null : <Time start={passage.start} />}
    {passage.speaker === null ? null : (
      <span className="app-passage__speaker">{passage.speaker}</span>
    )}
    {find === '' ? null : (
      <a href={`${base}#passage-${place}`}>
        In the transcript<span className="nhsuk-u-visually-hidden">: passage {place}</span>
      </a>
    )}
    {canCorrect || canCut ? (
      <a
        className="app-passage__open"
        href={`${base}?passage=${place}#passage-${place}`}
        data-open-passage
      >
        {canCorrect ? (canCut ? 'Correct or cut' : 'Correct') : 'Cut'}
        <span className="nhsuk-u-visually-hidden"> passage {place}</span>
      </a>
    ) : null}
  </div>
)

/** Text where nothing plays, a button where the script can play from there. */
const Time = ({ start }: { readonly start: number }) => (
  <>
    <span className="app-passage__time" data-passage-time>
      {clockTime(start)}
    </span>
    <button className="app-passage__time app-passage__play" type="button" hidden data-play>
      <span className="nhsuk-u-visually-hidden">Play from </span>
      {clockTime(start)}
    </button>
  </>
)

/** What was looked for, marked in what was said. */
const marked = (text: string, find: string): ReactNode => {
  if (find === '') return text
  const [lower, wanted] = [text.toLowerCase(), find.toLowerCase()]
  const parts: { readonly text: string; readonly isFound: boolean }[] = []
  let from = 0
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push({ text: text.slice(from, at), isFound: false })
    from = at + wanted.length
    parts.push({ text: text.slice(at, from), isFound: true })
  }
  parts.push({ text: text.slice(from), isFound: false })
  return each(parts, (part) => (part.isFound ? <mark>{part.text}</mark> : <span>{part.text}</span>))
}

type FormsProps = PassageProps & { readonly open: OpenPassage }

const Forms = (props: FormsProps) => (
  <div className="app-passage__forms">
    {props.canCorrect ? <CorrectForm {...props} /> : null}
    {props.canCut ? <CutForm {...props} /> : null}
    <p>
      <a href={`${props.base}#passage-${props.place}`}>Close</a>
    </p>
  </div>
)

const CorrectForm = ({ base, place, open }: FormsProps) => (
  <Form action={`${base}/passages`} idempotencyKey={open.keys.correct}>
    <input type="hidden" name="passage" value={place} />
    <input type="hidden" name="from" value={open.from} />
    <Textarea
      name="text"
      label="What was said"
      rows={4}
      value={open.text}
      error={open.errors.text}
    />
    <Button variant="secondary">Save the correction</Button>
  </Form>
)

const CutForm = ({ base, place, open, mentees, domains, noun, menteeLabel }: FormsProps) => (
  <Form action={`${base}/cut`} idempotencyKey={open.keys.cut}>
    <input type="hidden" name="passage" value={place} />
    <input type="hidden" name="note" value={open.keys.note} />
    <Textarea
      name="cut"
      label="Words that go onto the board"
      hint="Leave only the part that you need. They go there in quotation marks, to be reworded"
      rows={4}
      value={open.cut}
      error={open.errors.cut}
    />
    <Select
      name="menteeId"
      label={menteeLabel}
      options={[
        { value: '', label: 'Select' },
        ...mentees.map(({ menteeId, name }) => ({ value: menteeId, label: name })),
      ]}
      value={open.menteeId}
      error={open.errors.cell}
    />
    <Select
      name="domain"
      label={noun.singular}
      options={[
        { value: '', label: 'Select' },
        ...domains.map(({ id, label }) => ({ value: id, label })),
      ]}
      value={open.domain}
    />
    <Button>Put onto the board</Button>
  </Form>
)
