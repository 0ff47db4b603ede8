/** A reflection pack as a file, for whoever its mentee gives it to. No number of mentors, no version and no day is in it. */
import { nothingSaid } from '../../interview/documents/points-of-domain.tsx'
import { makePdf } from '../../platform/pdf.ts'
import { makeWordDocument, type WordBlock, wordType } from '../../platform/word-document.ts'
import { plural } from '../../protocol/wording/words.ts'
import type { Reply } from '../../web/route.ts'
import { ratingAsDots, ratingInWords } from './anchors.ts'
import { notColleagueFeedback, practiceLabels } from './good-medical-practice.ts'
import type { LoadedPack } from './load-pack.ts'
import { noReflection, type ReflectionField, reflectionFields } from './reflection-rules.ts'
import { type SideBySide, sideBySide } from './self-assessment-rules.ts'

export type PackFileForm = 'pdf' | 'docx'

/** A question of the reflection with its answer. */
type Answered = { readonly label: string; readonly text: string }

type Section<Entry> = { readonly heading: string; readonly entries: readonly Entry[] }

type PackFileContent = {
  readonly title: string
  /** Whose it is and of which programme. */
  readonly lines: readonly string[]
  readonly compared: Section<{
    readonly label: string
    readonly dots: string
    readonly own: string
    /** Null: their document is not shown to them. */
    readonly points: readonly string[] | null
  }>
  readonly reflection: Section<Answered>
  readonly plan: Section<Answered>
  readonly changes: Section<string>
  readonly tags: Section<string>
  readonly about: Section<string>
}

const title = 'Reflection on feedback from reverse mentoring'

export const packFileContent = (loaded: LoadedPack): PackFileContent => {
  const { programme, participant, reflection, selfAssessment, feedback } = loaded
  const { protocol } = programme
  const document = feedback.shown?.document.text ?? null
  const rows = sideBySide({ protocol, assessment: selfAssessment, document })
  const written = reflection ?? noReflection
  const answers = (names: readonly ReflectionField[]): readonly Answered[] =>
    names
      .map((name) => ({ label: reflectionFields[name].label, text: written[name] }))
      .filter(({ text }) => text !== '')
  return {
    title,
    lines: [participant.name, programme.name],
    compared: {
      heading: comparedHeading(loaded),
      entries: rows.map(comparedEntry).filter(({ own, points }) => own !== '' || points !== null),
    },
    reflection: { heading: 'Reflection', entries: answers(['happened', 'matters', 'next']) },
    plan: { heading: 'Development plan', entries: answers(['action', 'byWhen', 'howKnown']) },
    changes: { heading: 'What I will change', entries: loaded.changes.map(({ text }) => text) },
    tags: {
      heading: 'Domains of Good medical practice (GMC, 2024)',
      entries: practiceLabels(written.tags),
    },
    about: { heading: 'What this shows, and what it leaves out', entries: aboutIt(loaded) },
  }
}

/** What there is of the two. */
const comparedHeading = ({ selfAssessment, feedback }: LoadedPack): string => {
  if (feedback.shown === null) return 'My self-assessment'
  return selfAssessment === null
    ? 'The group’s feedback'
    : 'My self-assessment beside the group’s feedback'
}

const comparedEntry = ({ label, rating, sentence, points }: SideBySide) => ({
  label,
  dots: rating === null ? '' : ratingAsDots(rating),
  own: [rating === null ? '' : ratingInWords(rating), sentence]
    .filter((part) => part !== '')
    .join('. '),
  points,
})

const aboutIt = ({ programme, selfAssessment, feedback }: LoadedPack): readonly string[] => [
  notColleagueFeedback,
  feedback.shown === null
    ? 'The feedback document itself is not part of this file.'
    : `The feedback is what the ${plural(programme.protocol, 'mentor')} of the programme say together, in words that they agreed to as a group. It leaves out who said what, how many said it, and what was said in the session, which is confidential.`,
  ...(selfAssessment === null
    ? []
    : [
        'The self-assessment was written before the feedback document was opened, and could not be changed afterwards. Its scale is the mentee’s guess at how the group sees them; the group gives no marks.',
      ]),
  'Self-assessment, reflection and plan are the mentee’s own words. Nobody has checked them.',
]

const wordBlocks = (content: PackFileContent): readonly WordBlock[] => [
  { kind: 'paragraph', text: content.lines.join(' · ') },
  ...section(content.compared, ({ label, dots, own, points }) => [
    { kind: 'heading', level: 2, text: label },
    ...(own === ''
      ? []
      : [{ kind: 'paragraph', text: `What I expected: ${`${dots} ${own}`.trim()}` } as const]),
    ...(points === null ? [] : saidBlocks(points)),
  ]),
  ...section(content.reflection, answered),
  ...section(content.plan, answered),
  ...section(content.changes, (text) => [{ kind: 'list', entries: [text] }]),
  ...section(content.tags, (text) => [{ kind: 'paragraph', text }]),
  ...section(content.about, (text) => [{ kind: 'paragraph', text }]),
]

const saidBlocks = (points: readonly string[]): readonly WordBlock[] => [
  { kind: 'paragraph', text: 'What the group says:' },
  points.length === 0
    ? { kind: 'paragraph', text: nothingSaid }
    : { kind: 'list', entries: points },
]

const section = <Entry>(
  { heading, entries }: Section<Entry>,
  blocksOf: (entry: Entry) => readonly WordBlock[],
): readonly WordBlock[] =>
  entries.length === 0
    ? []
    : [{ kind: 'heading', level: 1, text: heading }, ...entries.flatMap(blocksOf)]

const answered = ({ label, text }: Answered): readonly WordBlock[] => [
  { kind: 'heading', level: 2, text: label },
  ...paragraphsOf(text).map((one): WordBlock => ({ kind: 'paragraph', text: one })),
]

const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '')

const template = 'src/sessions/pack/pack.typ'
const name = 'reflection-pack'

export const packFile = async (
  loaded: LoadedPack,
  form: PackFileForm,
  projectRoot: string,
): Promise<Reply> => {
  const content = packFileContent(loaded)
  const footer = content.lines.join(' · ')
  if (form === 'pdf') {
    const body = await makePdf({ projectRoot, file: template }, { ...content, footer, nothingSaid })
    return { kind: 'file', body, type: 'application/pdf', name: `${name}.pdf` }
  }
  const blocks = wordBlocks(content)
  const body = await makeWordDocument({ title, language: 'en-GB', footer, blocks })
  return { kind: 'file', body, type: wordType, name: `${name}.docx` }
}
