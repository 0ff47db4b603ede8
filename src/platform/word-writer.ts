/** Word files by docx: one function for each kind of block. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { WordBlock, WordDocument, WordText } from './word-document.ts'

type TableBlock = Extract<WordBlock, { kind: 'table' }>

/** A4 in twentieths of a point, with margins of 2 cm. */
const [pageWidth, pageHeight, margin] = [11_906, 16_838, 1_134]
const textWidth = pageWidth - 2 * margin
const [blue, grey, headerBlue, blankYellow] = ['005EB8', 'AEB7BD', 'E3ECF5', 'FFF4C2']
const bullets = 'bullets'

const runsOf = (text: WordText, isBold = false): TextRun[] => {
  const parts = typeof text === 'string' ? [text] : text
  return parts.map((part) =>
    typeof part === 'string'
      ? new TextRun(isBold ? { text: part, bold: true } : part)
      : new TextRun({
          text: `[To fill in: ${part.blank}]`,
          shading: { type: ShadingType.CLEAR, fill: blankYellow },
        }),
  )
}

const blockOf = (block: WordBlock): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, text: block.text })]
    }
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.text) })]
    case 'list':
      return block.entries.map(
        (entry) =>
          new Paragraph({
            children: runsOf(entry),
            numbering: { reference: bullets, level: 0 },
            spacing: { before: 0, after: 80 },
          }),
      )
    case 'table':
      return [new Paragraph({ style: 'Caption', text: block.caption }), tableOf(block)]
  }
}

const tableOf = ({ columns, rows }: TableBlock): Table => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const columnWidths = columns.map(({ share }) => Math.floor((textWidth * share) / shares))
  const border = { style: 'single', size: 4, color: grey } as const
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    layout: 'fixed',
    tableLook: { firstRow: true },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      rowOf(
        columns.map(({ header }) => header),
        true,
      ),
      ...rows.map((row) => rowOf(row, false)),
    ],
  })
}

/** A header row is repeated on each page; no row is torn in two. */
const rowOf = (cells: readonly WordText[], isHeader: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          ...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: headerBlue } } : {}),
          children: [
            new Paragraph({
              children: runsOf(text, isHeader),
              alignment: AlignmentType.LEFT,
              spacing: { before: 0, after: 0, line: 252 },
            }),
          ],
        }),
    ),
  })

const footerOf = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        spacing: { after: 0 },
        children: [
          new TextRun({
            size: 18,
            color: '425563',
            children: [`${text} · Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

const stylesFor = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: 22, language: { value: language } },
      paragraph: { spacing: { before: 100, after: 100, line: 276, lineRule: 'auto' } },
    },
    title: {
      run: { font: 'Arial', size: 40, bold: true, color: blue },
      paragraph: { spacing: { after: 240, line: 252, lineRule: 'auto' } },
    },
    heading1: {
      run: { font: 'Arial', size: 30, bold: true, color: blue },
      paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { font: 'Arial', size: 24, bold: true, color: '212B32' },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
    caption: {
      run: { font: 'Arial', size: 22, bold: true, color: '212B32' },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
  },
})

const bulletList = {
  reference: bullets,
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 425, hanging: 285 } } },
    },
  ],
}

export const writeWordDocument = ({
  title,
  language,
  footer,
  blocks,
}: WordDocument): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      creator: 'Turnabout',
      lastModifiedBy: 'Turnabout',
      styles: stylesFor(language),
      numbering: { config: [bulletList] },
      sections: [
        {
          properties: {
            page: {
              size: { width: pageWidth, height: pageHeight },
              margin: { top: margin, bottom: margin, left: margin, right: margin },
            },
          },
          footers: { default: footerOf(footer) },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
            ...blocks.flatMap(blockOf),
          ],
        },
      ],
    }),
  )
