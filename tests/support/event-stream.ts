/** Server-sent events as a browser hears them. */

export type HeardEvent = { readonly name: string; readonly data: unknown }

export type Stream = {
  /** Once it has ended, however it did. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export const hearEvents = (response: Response, hear: (event: HeardEvent) => void): Stream => {
  if (response.body === null) throw new Error(`No stream of events: ${response.status}`)
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const listen = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + decoder.decode(part.value, { stream: true })).split('\n\n')
      text = blocks.pop() ?? ''
      for (const event of blocks.flatMap(eventIn)) hear(event)
    }
  }
  return { ended: listen().catch(() => undefined), stop: () => reader.cancel() }
}

/** Heartbeats and the like are none. */
const eventIn = (block: string): readonly HeardEvent[] => {
  const [, name] = /^event: (.*)$/m.exec(block) ?? []
  const [, data = 'null'] = /^data: (.*)$/m.exec(block) ?? []
  return name === undefined ? [] : [{ name, data: JSON.parse(data) }]
}

/** Keeps all that a stream says. */
export const keepEvents = (response: Response): Stream & { readonly heard: HeardEvent[] } => {
  const heard: HeardEvent[] = []
  return { heard, ...hearEvents(response, (event) => heard.push(event)) }
}
