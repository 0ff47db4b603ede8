/** A recording as the script of a page sends it: what it asks, and what it is told. */
import { pieceBytes } from '../../src/interview/recordings/model.ts'
import type { Somebody } from './hospital.ts'
import { visit } from './visit.ts'
import { type Server, usualUrl } from './world.ts'

export type Told = {
  readonly state: string
  readonly kind?: string
  readonly sentence?: string
  readonly recordingId?: string
  readonly pieces?: readonly number[]
}

export type Uploading = {
  readonly server: Server
  readonly programmeId: string
  readonly as: Pick<Somebody, 'token'>
}

const baseOf = ({ programmeId }: Uploading): string =>
  `/programmes/${programmeId}/interview/recordings`

const ask = async (
  { server, as }: Uploading,
  path: string,
  form?: Readonly<Record<string, string>>,
): Promise<Told> => {
  const asked = form === undefined ? {} : { form: { idempotencyKey: crypto.randomUUID(), ...form } }
  const reply = await visit(server, path, { as, ...asked })
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`)
  return (await reply.json()) as Told
}

type File = { readonly name?: string; readonly type?: string; readonly bytes: number }

export const begin = (
  uploading: Uploading,
  { name = 'talk.mp3', type = '', bytes }: File,
): Promise<Told> =>
  ask(uploading, baseOf(uploading), {
    kind: 'file',
    sitting: '1',
    bytes: String(bytes),
    name,
    type,
  })

export const beginLive = (uploading: Uploading): Promise<Told> =>
  ask(uploading, baseOf(uploading), { kind: 'live' })

export const sendPiece = async (
  uploading: Uploading,
  { recordingId, piece, bytes }: { recordingId: string; piece: number; bytes: Uint8Array },
): Promise<Told> => {
  const address = `${baseOf(uploading)}/${recordingId}/pieces/${piece}`
  const key = crypto.randomUUID()
  const reply = await uploading.server.request(`${usualUrl}${address}?idempotencyKey=${key}`, {
    method: 'POST',
    headers: {
      cookie: `turnabout=${uploading.as.token}`,
      origin: usualUrl,
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(bytes),
  })
  if (reply.status !== 200) throw new Error(`${address} answered ${reply.status}`)
  return (await reply.json()) as Told
}

export const finish = (
  uploading: Uploading,
  { recordingId, pieces, bytes }: { recordingId: string; pieces: number; bytes: number },
): Promise<Told> =>
  ask(uploading, `${baseOf(uploading)}/${recordingId}/finish`, {
    pieces: String(pieces),
    bytes: String(bytes),
  })

export const lookAt = (
  uploading: Uploading,
  recordingId: string,
  what: 'pieces' | 'state',
): Promise<Told> => ask(uploading, `${baseOf(uploading)}/${recordingId}/${what}`)

export const piecesIn = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, piece) =>
    bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes),
  )

/** From the beginning to the end; what the last step said, and which recording it was. */
export const uploadAll = async (
  uploading: Uploading,
  bytes: Buffer,
  name = 'talk.mp3',
): Promise<Told & { readonly recordingId: string }> => {
  const { recordingId = '', ...refused } = await begin(uploading, { name, bytes: bytes.length })
  if (recordingId === '') return { ...refused, recordingId }
  const pieces = piecesIn(bytes)
  for (const [piece, part] of pieces.entries()) {
    const told = await sendPiece(uploading, { recordingId, piece, bytes: part })
    if (told.state !== 'taken') return { ...told, recordingId }
  }
  const told = await finish(uploading, { recordingId, pieces: pieces.length, bytes: bytes.length })
  return { ...told, recordingId }
}

export const play = (
  uploading: Uploading,
  recordingId: string,
  range?: string,
): Promise<Response> =>
  visit(uploading.server, `${baseOf(uploading)}/${recordingId}/audio`, {
    as: uploading.as,
    ...(range === undefined ? {} : { headers: { range } }),
  })
