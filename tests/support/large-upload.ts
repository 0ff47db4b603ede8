/** A recording of any size, made while it is sent, to a server that listens. */
import { setTimeout as wait } from 'node:timers/promises'
import { pieceBytes } from '../../src/interview/recordings/model.ts'

export type Large = {
  readonly origin: string
  readonly programmeId: string
  readonly token: string
  readonly type: string
  readonly mebibytes: number
}

/** What stands at a place of a file: the same each time. */
type Made = { readonly bytes: number; readonly at: (start: number, end: number) => Buffer }

const wav = (bytes: number): Made => {
  const header = Buffer.alloc(44)
  header.write('RIFF', 'latin1')
  header.writeUInt32LE(bytes - 8, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 16_000],
    [40, bytes - 44],
  ] as const)
    header.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    header.writeUInt16LE(value, at)
  header.write('data', 36, 'latin1')
  const at = (start: number, end: number) => {
    const part = Buffer.alloc(end - start, 7)
    if (start < 44) header.copy(part, 0, start, Math.min(44, end))
    return part
  }
  return { bytes, at }
}

/** Frames of 417 bytes. */
const mp3 = (most: number): Made => {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc0]), Buffer.alloc(413)])
  const bytes = most - (most % frame.length)
  const row = Buffer.concat(Array.from({ length: 2_516 }, () => frame))
  const at = (start: number, end: number) => {
    const offset = start % frame.length
    return Buffer.from(row.subarray(offset, offset + end - start))
  }
  return { bytes, at }
}

/** @returns what went wrong; null: it was taken */
export const sendLargeFile = async (large: Large): Promise<string | null> => {
  const { origin, programmeId, token, type, mebibytes } = large
  const file = (type === 'mp3' ? mp3 : wav)(mebibytes * 1_048_576)
  const base = `${origin}/programmes/${programmeId}/interview/recordings`
  const ask = async (address: string, body: URLSearchParams | Uint8Array<ArrayBuffer>) => {
    const kind =
      body instanceof URLSearchParams ? {} : { 'content-type': 'application/octet-stream' }
    const headers = { cookie: `turnabout=${token}`, origin, ...kind }
    const reply = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' })
    return (await reply.json()) as Answer & { readonly recordingId?: string }
  }
  const form = (fields: Readonly<Record<string, string>>) =>
    new URLSearchParams({ idempotencyKey: crypto.randomUUID(), ...fields })
  const declared = { kind: 'file', sitting: '1', name: `large.${type}`, type: '' }
  const begun = await ask(base, form({ ...declared, bytes: String(file.bytes) }))
  const address = `${base}/${begun.recordingId}`
  for (let piece = 0; piece * pieceBytes < file.bytes; piece += 1) {
    const end = Math.min(file.bytes, (piece + 1) * pieceBytes)
    const part = new Uint8Array(file.at(piece * pieceBytes, end))
    const key = `?idempotencyKey=${crypto.randomUUID()}`
    const told = await ask(`${address}/pieces/${piece}${key}`, part)
    if (told.state !== 'taken') return told.sentence ?? told.state
  }
  const sent = { pieces: String(Math.ceil(file.bytes / pieceBytes)), bytes: String(file.bytes) }
  return finishLarge(() => ask(`${address}/finish`, form(sent)))
}

type Answer = { readonly state: string; readonly sentence?: string; readonly kind?: string }

/** Whoever asks waits no longer than some minutes for an answer, and asks again: it is busy, or it is done. */
const finishLarge = async (ask: () => Promise<Answer>): Promise<string | null> => {
  for (;;) {
    const told = await ask().catch(() => null)
    if (told?.state === 'taken') return null
    if (told !== null && told.kind !== 'recording.busy') return told.sentence ?? told.state
    await wait(1_000)
  }
}
