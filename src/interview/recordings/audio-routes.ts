/** A recording as a player gets it: in the ranges that it asks for. */
import * as z from 'zod'
import { openProgramme } from '../../protocol/open-programme.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { rangeOf } from './byte-range.ts'
import { openRecording, type ReadableRecording } from './read-recording.ts'

const params = z.object({ programme: z.uuid(), recording: z.uuid() })

type Context = RouteContext<z.infer<typeof params>, unknown>

/** A recording that cannot be played has a page that says so. */
const play = async ({ scope, params: given, read, range }: Context): Promise<Reply> => {
  const { organisationId, masterKey } = scope
  const { programme: programmeId, recording } = given
  const programme = await read((tx) =>
    openProgramme(tx, { organisationId, programmeId, masterKey }),
  )
  if (programme === null) return { kind: 'not_found' }
  const found = await openRecording(read, programme, recording)
  if (found === null) {
    const to = `/programmes/${programmeId}/interview/recordings/${recording}`
    return { kind: 'redirect', to }
  }
  return streamOf(found, range)
}

const streamOf = (recording: ReadableRecording, asked: string | null): Reply => {
  const { bytes, mediaType } = recording
  const range = rangeOf(asked, bytes)
  const headers = {
    'Content-Type': mediaType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'Content-Disposition': 'inline',
  }
  if (range === null) {
    const none = { ...headers, 'Content-Range': `bytes */${bytes}` }
    return { kind: 'stream', status: 416, headers: none, body: null }
  }
  const { start, end } = range === 'all' ? { start: 0, end: bytes } : range
  const length = { ...headers, 'Content-Length': String(end - start) }
  const body = recording.stream({ start, end })
  if (range === 'all') return { kind: 'stream', status: 200, headers: length, body }
  const part = { ...length, 'Content-Range': `bytes ${start}-${end - 1}/${bytes}` }
  return { kind: 'stream', status: 206, headers: part, body }
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/programmes/:programme/interview/recordings/:recording/audio',
    who: ['facilitator'],
    params,
    input: z.object({}),
    handle: play,
  }),
]
