/** With real programs, small ones. */
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programTranscriber } from './transcriber.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'turnabout-transcriber-'))
})
afterAll(() => rm(folder, { recursive: true }))

const programOf = async (script: string): Promise<string> => {
  const file = path.join(folder, crypto.randomUUID())
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  return file
}

async function* sound(chunks = 3): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < chunks; n += 1) yield new Uint8Array(1000).fill(65)
}

type Asked = {
  readonly milliseconds?: number
  readonly bytes?: AsyncIterable<Uint8Array>
  readonly stopping?: AbortSignal
}

const run = (file: string, { milliseconds = 10_000, bytes = sound(), stopping }: Asked = {}) =>
  programTranscriber({
    file,
    stopping: stopping ?? new AbortController().signal,
    limits: { milliseconds, bytes: 10_000 },
  })({ mediaType: 'audio/webm; codecs="opus"', bytes })

test('a program gets the sound, its type and no setting of the server, and its words come back', async () => {
  process.env.TURNABOUT_MASTER_KEY = 'secret'
  const file = await programOf(
    'echo "$1 $(wc -c | tr -d " ") $(test -z "$TURNABOUT_MASTER_KEY" && echo nothing)"',
  )
  expect(await run(file)).toEqual({ ok: true, value: 'audio/webm; codecs="opus" 3000 nothing\n' })
  delete process.env.TURNABOUT_MASTER_KEY
})

test('a program may be content before it has heard everything', async () => {
  expect(await run(await programOf('head -c 10'), { bytes: sound(5000) })).toEqual({
    ok: true,
    value: 'AAAAAAAAAA',
  })
})

describe('it has failed', () => {
  const kindOf = async (script: string, asked: Asked = {}): Promise<string> => {
    const result = await run(await programOf(script), asked)
    return result.ok ? 'ok' : result.problem.kind
  }

  test('when it ends otherwise than with 0, whatever it wrote', async () => {
    expect(await kindOf('echo WEBVTT; exit 3')).toBe('transcriber.failed')
  })

  test('when it cannot be started', async () => {
    const result = await run(path.join(folder, 'nowhere'))
    expect(result).toMatchObject({ problem: { kind: 'transcriber.not_started' } })
  })

  test('when it takes too long; what it started ends with it', async () => {
    const left = path.join(folder, 'left')
    const script = `(sleep 1; touch ${left}) & sleep 5`
    expect(await kindOf(script, { milliseconds: 200 })).toBe('transcriber.took_too_long')
    await wait(1200)
    expect(existsSync(left)).toBe(false)
  })

  test('when it writes without end', async () => {
    expect(await kindOf('yes')).toBe('transcriber.wrote_too_much')
  })

  test('when the recording breaks off: half of it is no transcript', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10)
      throw new Error('gone')
    }
    expect(await kindOf('cat', { bytes: broken() })).toBe('transcriber.recording_gone')
  })

  test('when the server stops', async () => {
    const stopping = new AbortController()
    setTimeout(() => stopping.abort(), 100)
    expect(await kindOf('sleep 5', { stopping: stopping.signal })).toBe('transcriber.failed')
  })
})
