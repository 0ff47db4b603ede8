/** Sends what is recorded, slice by slice in their order; each stays in the browser until the server has it. */
import type { Sent } from './finish.ts'
import { postPiece, type Tell, type Told, untilHeard, wait } from './requests.ts'
import { dropSlice, forget, keepSlice, type Slice } from './slices.ts'

export type Sending = {
  readonly recordingId: string
  /** Where the pieces go. */
  readonly address: string
  readonly add: (bytes: ArrayBuffer) => Promise<void>
  /** Sends what waits. @returns what is in the way for good; null: everything is there */
  readonly drain: () => Promise<Told | null>
  readonly waiting: () => number
  readonly sent: () => Sent
  readonly forget: () => Promise<void>
}

type Begun = {
  readonly base: string
  readonly recordingId: string
  readonly sent: Sent
  readonly slices: readonly Slice[]
}

const diskFullMilliseconds = 10_000

export const startSending = (begun: Begun, tell: Tell): Sending => {
  const { base, recordingId } = begun
  const address = `${base}/${recordingId}`
  const queue = [...begun.slices]
  let { pieces, bytes } = begun.sent
  let draining: Promise<Told | null> | null = null

  /** A browser that keeps nothing, as in a private window, records all the same. */
  const add = async (recorded: ArrayBuffer): Promise<void> => {
    const slice = { recordingId, piece: pieces, bytes: recorded }
    pieces += 1
    bytes += recorded.byteLength
    queue.push(slice)
    await keepSlice({ recordingId, base, pieces, bytes }, slice).catch(() => undefined)
  }
  const sendAll = async (): Promise<Told | null> => {
    for (let slice = queue[0]; slice !== undefined; slice = queue[0]) {
      const told = await sendUntilKept(address, slice, tell)
      if (told.state !== 'taken') return told
      queue.shift()
      await dropSlice(slice).catch(() => undefined)
    }
    return null
  }
  const drain = (): Promise<Told | null> => {
    draining ??= sendAll().finally(() => {
      draining = null
    })
    return draining
  }
  return {
    recordingId,
    address,
    add,
    drain,
    waiting: () => queue.length,
    sent: () => ({ pieces, bytes }),
    forget: async () => {
      queue.splice(0)
      await forget(recordingId).catch(() => undefined)
    },
  }
}

/** A full disk passes when somebody makes room. */
const sendUntilKept = async (address: string, slice: Slice, tell: Tell): Promise<Told> => {
  for (;;) {
    const told = await untilHeard(
      () => postPiece(`${address}/pieces/${slice.piece}`, slice.bytes),
      tell,
    )
    if (told.kind !== 'recording.disk_full') return told
    tell(told.sentence ?? '')
    await wait(diskFullMilliseconds)
  }
}
