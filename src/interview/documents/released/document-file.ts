/** A released document as a file. Neither version nor day is in it: they would tell how often it was reworded. */
import { makePdf } from '../../../platform/pdf.ts'
import { makeWordDocument, type WordBlock, wordType } from '../../../platform/word-document.ts'
import type { Reply } from '../../../web/route.ts'
import { nothingSaid } from '../points-of-domain.tsx'
import { shortHash } from '../signing/rules.ts'
import type { Released } from './load-released.ts'

const template = 'src/interview/documents/released/document.typ'

const titleOf = ({ menteeName }: Released): string => `Feedback for ${menteeName}`

const footerOf = ({ programme, document }: Released): string =>
  `${programme.name} · Fingerprint of the text: ${shortHash(document.sha256)}`

const introduction =
  'This is what a group says together, in words that the group has agreed to. It is for learning, and no part of an appraisal unless you decide so.'

const pdfOf = (released: Released, projectRoot: string): Promise<Uint8Array> =>
  makePdf(
    { projectRoot, file: template },
    {
      title: titleOf(released),
      introduction,
      nothingSaid,
      footer: footerOf(released),
      domains: released.document.text.domains,
    },
  )

const wordOf = (released: Released): Promise<Buffer> =>
  makeWordDocument({
    title: titleOf(released),
    language: 'en-GB',
    footer: footerOf(released),
    blocks: [{ kind: 'paragraph', text: introduction }, ...domainBlocks(released)],
  })

const domainBlocks = ({ document }: Released): readonly WordBlock[] =>
  document.text.domains.flatMap(({ label, points }): readonly WordBlock[] => [
    { kind: 'heading', level: 1, text: label },
    points.length === 0
      ? { kind: 'paragraph', text: nothingSaid }
      : { kind: 'list', entries: points },
  ])

export const fileForms = ['pdf', 'docx'] as const
export type FileForm = (typeof fileForms)[number]

const name = 'feedback-document'

export const documentFile = async (
  released: Released,
  form: FileForm,
  projectRoot: string,
): Promise<Reply> =>
  form === 'pdf'
    ? {
        kind: 'file',
        body: await pdfOf(released, projectRoot),
        type: 'application/pdf',
        name: `${name}.pdf`,
      }
    : { kind: 'file', body: await wordOf(released), type: wordType, name: `${name}.docx` }
