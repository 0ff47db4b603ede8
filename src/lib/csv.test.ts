import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvProblem, readCsv, sentenceOfCsvProblem, writeCsv } from './csv.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const problemOf = (bytes: Uint8Array): CsvProblem => {
  const table = readCsv(bytes)
  if (table.ok) throw new Error('the table was read')
  return table.problem
}

const sentenceFor = (text: string): string =>
  sentenceOfCsvProblem(problemOf(bytesOf(text)), 'x.csv')

describe('reading', () => {
  test('the header is row 1 and the first record row 2', () => {
    expect(readCsv(bytesOf('a,b\n1,2\n'))).toEqual({
      ok: true,
      value: { header: ['a', 'b'], rows: [{ row: 2, cells: ['1', '2'] }] },
    })
  })

  test('a cell with line breaks is one row, and an empty line counts though it holds nothing', () => {
    const table = readCsv(bytesOf('a,b\r\n1,"x\ny"\r\n\r\n3,"say ""no"", then"'))
    expect(table.ok && table.value.rows).toEqual([
      { row: 2, cells: ['1', 'x\ny'] },
      { row: 4, cells: ['3', 'say "no", then'] },
    ])
  })

  test('a byte order mark is no part of the first column name', () => {
    const table = readCsv(bytesOf('\uFEFFa,b\n'))
    expect(table.ok && table.value.header).toEqual(['a', 'b'])
  })

  test('a file is read the same with and without quotation marks', () => {
    const cell = fc.stringMatching(/^[a-c ;é]{0,3}$/)
    const rows = fc.array(fc.tuple(cell, cell))
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), (records, lineEnd) => {
        const plain = [['a', 'b'], ...records].map((cells) => `${cells.join(',')}${lineEnd}`)
        const quoted = plain.join('').replace('a,b', 'a,"b"')
        expect(readCsv(bytesOf(quoted))).toEqual(readCsv(bytesOf(plain.join(''))))
      }),
    )
  })

  test('spaces around a cell are kept', () => {
    const table = readCsv(bytesOf('a,b\n x ,\n'))
    expect(table.ok && table.value.rows[0]?.cells).toEqual([' x ', ''])
  })
})

describe('refusing', () => {
  test('every row of another length than the header is named', () => {
    const text = 'a,b\n1\n1,2\n1,2,3\n'
    expect(problemOf(bytesOf(text))).toEqual({
      kind: 'csv.ragged',
      header: ['a', 'b'],
      rows: [
        { row: 2, cells: 1 },
        { row: 4, cells: 3 },
      ],
      total: 2,
    })
    expect(sentenceFor(text)).toBe(
      'x.csv, row 2: 1 cell where the header has 2; add or remove cells (and 1 more row).',
    )
  })

  test('a million rows of another length are counted and a thousand kept', () => {
    const problem = problemOf(bytesOf(`a,b\n${'1\n'.repeat(1_000_000)}`))
    expect(problem.kind === 'csv.ragged' && [problem.total, problem.rows.length]).toEqual([
      1_000_000, 1000,
    ])
  })

  test('Windows-1252 is told from UTF-8 by its first letter that is not', () => {
    const bytes = Uint8Array.from([...bytesOf('a,b\n1,2\n3,caf'), 0xe9, 0x0a])
    const problem = problemOf(bytes)
    expect(problem).toEqual({ kind: 'csv.not_utf8', guess: 'Windows-1252', row: 3 })
    expect(sentenceOfCsvProblem(problem, 'x.csv')).toContain('save it as “CSV UTF-8')
  })

  test('UTF-16 is recognised with and without its mark', () => {
    const marked = Uint8Array.from([0xff, 0xfe, ...Buffer.from('a,b\n', 'utf16le')])
    const unmarked = Uint8Array.from(Buffer.from('a,b\n', 'utf16le'))
    expect([marked, unmarked].map((bytes) => problemOf(bytes))).toEqual([
      { kind: 'csv.not_utf8', guess: 'UTF-16', row: 1 },
      { kind: 'csv.not_utf8', guess: 'UTF-16', row: 1 },
    ])
  })

  test.each([
    ['', 'x.csv: the file has no header'],
    ['\n', 'x.csv: the file has no header'],
    ['\na,b\n', 'x.csv: the file has no header'],
    ['a;b\n1;2\n', 'x.csv, row 1: the cells are separated by semicolons'],
    ['a\tb\n1\t2\n', 'x.csv, row 1: the cells are separated by tabs'],
    ['a,b\n1,2\n1,"2\n', 'x.csv, row 3: a quotation mark is opened and never closed'],
    ['a,b\n1,2"3"\n', 'x.csv, row 2: a quotation mark stands in the middle'],
    ['a,b\n1,"2"3\n', 'x.csv, row 2: a quotation mark stands in the middle'],
  ])('%j is refused with the place and the reason', (text, start) => {
    expect(sentenceFor(text)).toContain(start)
  })
})

describe('writing', () => {
  test('quotation marks stand only where they are needed, and a formula stays as it is', () => {
    const rows = [
      ['x,y', 'say "no"', 'two\nlines'],
      ['=1+1', null, 2.5],
    ]
    expect(writeCsv(['a', 'b', 'c'], rows)).toBe(
      'a,b,c\n"x,y","say ""no""","two\nlines"\n=1+1,,2.5\n',
    )
  })

  test('what is written is read back the same', () => {
    const cells = fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string()))
    fc.assert(
      fc.property(cells, (rows) => {
        const table = readCsv(bytesOf(writeCsv(['a', 'b'], rows)))
        const clean = rows.some((row) => row.join('').includes('\0'))
        expect(table.ok ? table.value.rows.map((row) => row.cells) : 'refused').toEqual(
          clean ? 'refused' : rows,
        )
      }),
    )
  })
})
