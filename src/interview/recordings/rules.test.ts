import { describe, expect, test } from 'vitest'
import { rangeOf } from './byte-range.ts'
import { type Piece, pieceBytes, type Recording } from './model.ts'
import { lengthInWords, sizeInWords } from './recording-words.ts'
import { faultOfPiece, faultOfWhole, isAbandoned, piecesIn } from './rules.ts'

const begunAt = new Date('2026-11-20T09:00:00Z')
const file: Recording = {
  recordingId: 'a',
  sitting: 1,
  state: 'receiving',
  mediaType: null,
  bytes: 2 * pieceBytes + 5,
  seconds: null,
  begunAt,
  destroyAfter: null,
}
const live: Recording = { ...file, bytes: 0 }

const rowOf = (...lengths: readonly number[]): readonly Piece[] => {
  let start = 0
  return lengths.map((bytes, piece) => {
    const found = { piece, start, bytes }
    start += bytes
    return found
  })
}

describe('a piece', () => {
  test('of a file has the one length that is due', () => {
    expect(faultOfPiece(file, { piece: 1, bytes: pieceBytes })).toBeNull()
    expect(faultOfPiece(file, { piece: 2, bytes: 5 })).toBeNull()
    expect(faultOfPiece(file, { piece: 2, bytes: 6 })?.kind).toBe('recording.piece_of_wrong_length')
  })

  test('of a recording that is being made has any length up to a piece', () => {
    expect(faultOfPiece(live, { piece: 700, bytes: 3 })).toBeNull()
    expect(faultOfPiece(live, { piece: 0, bytes: 0 })?.kind).toBe('recording.piece_of_wrong_length')
    expect(faultOfPiece(live, { piece: 20_000, bytes: 3 })?.kind).toBe('recording.too_large')
  })

  test('is not taken once the recording is ready', () => {
    const ready = { ...file, state: 'ready' } as const
    expect(faultOfPiece(ready, { piece: 0, bytes: pieceBytes })?.kind).toBe(
      'recording.not_receiving',
    )
  })
})

test('a recording is whole when every piece is there and the lengths agree', () => {
  const there = rowOf(3, 4, 5)
  expect(faultOfWhole(live, there, { pieces: 3, bytes: 12 })).toBeNull()
  expect(faultOfWhole(live, there, { pieces: 4, bytes: 12 })?.kind).toBe('recording.incomplete')
  expect(faultOfWhole(live, there, { pieces: 3, bytes: 13 })?.kind).toBe('recording.incomplete')
  expect(faultOfWhole(live, [], { pieces: 0, bytes: 0 })?.kind).toBe('recording.nothing_in_it')
  const gap = there.filter(({ piece }) => piece !== 1)
  expect(faultOfWhole(live, gap, { pieces: 3, bytes: 8 })?.kind).toBe('recording.incomplete')
})

test('a range opens the pieces that it needs and no others', () => {
  const pieces = rowOf(10, 1, 20, 5)
  const opened = (start: number, end: number) =>
    piecesIn(pieces, { start, end }).map(({ piece }) => piece)
  expect(opened(0, 1)).toEqual([0])
  expect(opened(9, 12)).toEqual([0, 1, 2])
  expect(opened(31, 36)).toEqual([3])
  expect(opened(36, 40)).toEqual([])
})

test('a player’s ranges are understood; what is not asks for everything', () => {
  expect(rangeOf('bytes=0-9', 100)).toEqual({ start: 0, end: 10 })
  expect(rangeOf('bytes=90-', 100)).toEqual({ start: 90, end: 100 })
  expect(rangeOf('bytes=-7', 100)).toEqual({ start: 93, end: 100 })
  expect(rangeOf('bytes=-700', 100)).toEqual({ start: 0, end: 100 })
  expect(rangeOf('bytes=100-', 100)).toBeNull()
  for (const other of [null, 'bytes=-', 'bytes=0-1,5-6', 'pages=1-2'])
    expect(rangeOf(other, 100)).toBe('all')
})

test('a file is given up after a day, a recording made here after two weeks, a ready one never', () => {
  const after = (hours: number) => new Date(begunAt.getTime() + hours * 3_600_000)
  expect([isAbandoned(file, after(24)), isAbandoned(file, after(25))]).toEqual([false, true])
  expect([isAbandoned(live, after(25)), isAbandoned(live, after(337))]).toEqual([false, true])
  expect(isAbandoned({ ...file, state: 'ready' }, after(1000))).toBe(false)
})

test('lengths and sizes in words', () => {
  expect([lengthInWords(75), lengthInWords(3_725)]).toEqual(['1:15', '1:02:05'])
  expect([0, 10, 1_500_000, 2 ** 31].map(sizeInWords)).toEqual([
    'nothing',
    '1 KB',
    '1 MB',
    '2.0 GB',
  ])
})
