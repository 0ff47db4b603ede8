import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hearEvents, keepEvents } from '../../tests/support/event-stream.ts'
import { eventsReply } from './events.ts'
import type { ServerEvent } from './route.ts'

/** A reply whose events the test sends. */
const openReply = (opening: Promise<void> = Promise.resolve()) => {
  const stopping = new AbortController()
  const close = vi.fn()
  const given: { send: (event: ServerEvent) => void } = { send: () => undefined }
  const live = { stopping: stopping.signal, subscribe: vi.fn(), stop: vi.fn() }
  const response = eventsReply(
    async (send) => {
      given.send = send
      await opening
      return close
    },
    { live },
  )
  return { response, close, stop: () => stopping.abort(), send: (e: ServerEvent) => given.send(e) }
}

const note = { name: 'notes', data: { text: 'two\nlines – and “quotes”' } }

describe('a stream of events', () => {
  test('says what is sent, in order, and that it is kept by nobody', async () => {
    const { response, send, stop } = openReply()
    const { heard, ended } = keepEvents(response)
    send(note)
    send({ name: 'room', data: null })
    stop()
    await ended
    expect(heard).toEqual([note, { name: 'room', data: null }])
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('ends when the server stops, and ends what it listened to', async () => {
    const { response, close, stop, send } = openReply()
    const { ended } = keepEvents(response)
    await Promise.resolve()
    stop()
    await ended
    expect(close).toHaveBeenCalledOnce()
    send(note)
  })

  test('ends what it listened to when the browser goes', async () => {
    const { response, close, send } = openReply()
    const { stop } = hearEvents(response, () => undefined)
    await vi.waitFor(async () => {
      await stop()
      expect(close).toHaveBeenCalledOnce()
    })
    send(note)
  })

  test('whose browser goes while it is being opened ends what it listened to all the same', async () => {
    const opening = Promise.withResolvers<void>()
    const { response, close } = openReply(opening.promise)
    await response.body?.cancel()
    expect(close).not.toHaveBeenCalled()
    opening.resolve()
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce())
  })

  test('that is opened while the server stops ends at once', async () => {
    const opening = Promise.withResolvers<void>()
    const { response, close, stop } = openReply(opening.promise)
    const { ended } = keepEvents(response)
    stop()
    opening.resolve()
    await ended
    expect(close).toHaveBeenCalledOnce()
  })

  test('that cannot be opened breaks off', async () => {
    const { response } = openReply(Promise.reject(new Error('away')))
    await expect(response.text()).rejects.toThrow('away')
  })
})

describe('a stream that is open for long', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('says from time to time that it is there, and ends after five minutes', async () => {
    const { response, close } = openReply()
    const said = response.text()
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(close).toHaveBeenCalledOnce()
    expect((await said).match(/^:$/gm)).toHaveLength(19)
  })
})
