/** Writes the cleaned bytes of a recording as pieces, one in memory at a time. */
import { pieceBytes } from './model.ts'

/** Mostly bytes follow bytes; a header is put right once the lengths are known. */
export type Sink = {
  readonly write: (position: number, data: Uint8Array) => Promise<void>
  /** Writes what is left. @returns how many bytes there are in all */
  readonly close: () => Promise<number>
}

type PieceStore = {
  readonly put: (piece: number, bytes: Buffer) => Promise<void>
  readonly get: (piece: number) => Promise<Buffer>
}

export const sinkInto = (store: PieceStore): Sink => {
  const open = { piece: 0, buffer: Buffer.alloc(pieceBytes) }
  let end = 0

  const goTo = async (piece: number): Promise<void> => {
    while (open.piece < piece) {
      await store.put(open.piece, open.buffer)
      open.piece += 1
      open.buffer.fill(0)
    }
  }
  const putRight = async (piece: number, at: number, data: Uint8Array): Promise<void> => {
    const buffer = Buffer.from(await store.get(piece))
    buffer.set(data, at)
    await store.put(piece, buffer)
  }
  const write = async (position: number, data: Uint8Array): Promise<void> => {
    for (let done = 0; done < data.length; ) {
      const place = position + done
      const [piece, at] = [Math.floor(place / pieceBytes), place % pieceBytes]
      const bytes = data.subarray(done, done + pieceBytes - at)
      await goTo(piece)
      if (piece < open.piece) await putRight(piece, at, bytes)
      else open.buffer.set(bytes, at)
      done += bytes.length
    }
    end = Math.max(end, position + data.length)
  }
  const close = async (): Promise<number> => {
    const rest = end - open.piece * pieceBytes
    if (rest > 0) await store.put(open.piece, open.buffer.subarray(0, rest))
    return end
  }
  return { write, close }
}
