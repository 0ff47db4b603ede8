/** Records the sitting in the browser, and takes up again what a crash has interrupted. */
import { finishSending } from './finish.ts'
import { openMicrophone, recorderOf } from './microphone.ts'
import { type Panel, panelOf } from './panel.ts'
import { postForm, untilHeard } from './requests.ts'
import { type Sending, startSending } from './sending.ts'
import { type Interrupted, listInterrupted, listSlices } from './slices.ts'

const sliceMilliseconds = 4_000

type Recorder = {
  readonly panel: Panel
  readonly base: string
  readonly mayStart: boolean
  sending: Sending | null
  media: MediaRecorder | null
  /** Runs while something is recorded: how long before it, and since when. */
  before: number
  since: number | null
}

export const offerRecorder = (page: Document): void => {
  for (const place of page.querySelectorAll<HTMLElement>('[data-recorder]')) {
    const recorder: Recorder = {
      panel: panelOf(place),
      base: place.dataset.recorder ?? '',
      mayStart: place.dataset.recorderMay === 'start',
      sending: null,
      media: null,
      before: 0,
      since: null,
    }
    place.hidden = false
    listen(recorder)
    void takeUp(recorder)
  }
}

const listen = (recorder: Recorder): void => {
  const { panel } = recorder
  panel.onPress('start', () => void start(recorder))
  panel.onPress('pause', () => recorder.media?.pause())
  panel.onPress('resume', () => recorder.media?.resume())
  panel.onPress('stop', () => recorder.media?.stop())
  panel.onPress('finish', () => void keepAndShow(recorder))
  window.addEventListener('beforeunload', (event) => {
    if (recorder.media !== null || (recorder.sending?.waiting() ?? 0) > 0) event.preventDefault()
  })
  setInterval(() => panel.showTime(elapsedOf(recorder)), 250)
}

const elapsedOf = ({ before, since }: Recorder): number =>
  before + (since === null ? 0 : Date.now() - since)

const offerStart = (recorder: Recorder): void =>
  recorder.panel.show(recorder.mayStart ? ['start'] : [])

/** What another page is recording just now is not interrupted: it holds the lock. */
const takeUp = async (recorder: Recorder): Promise<void> => {
  offerStart(recorder)
  const all = await listInterrupted(recorder.base).catch(() => [])
  for (const interrupted of all) {
    if (recorder.sending === null) await takeUpOne(recorder, interrupted)
  }
}

/** Held until the page is left. */
const lockFor = (recordingId: string): Promise<boolean> =>
  new Promise((resolve) => {
    const name = `turnabout-recording-${recordingId}`
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>(() => undefined)
    })
  })

const takeUpOne = async (recorder: Recorder, interrupted: Interrupted): Promise<void> => {
  const { panel, base } = recorder
  const { recordingId, pieces, bytes } = interrupted
  if (!(await lockFor(recordingId))) return
  const slices = await listSlices(recordingId)
  const begun = { base, recordingId, slices, sent: { pieces, bytes } }
  recorder.sending = startSending(begun, panel.tell)
  panel.show([])
  panel.tell('A recording on this device was interrupted. What was recorded is being sent.')
  if (!(await drained(recorder))) return
  panel.tell(
    'A recording on this device was interrupted. What was recorded is safe on the server. Keep it, or keep it and go on in a second recording.',
  )
  panel.show(recorder.mayStart ? ['finish', 'start'] : ['finish'])
  panel.name('start', 'Keep it and go on recording')
}

/** Sends what waits. What is refused ends the recording: it says why, and what waits is given up. */
const drained = async (recorder: Recorder): Promise<boolean> => {
  const { sending, panel } = recorder
  if (sending === null) return false
  const told = await sending.drain()
  if (told === null) return true
  panel.tell(told.sentence ?? '')
  stopMedia(recorder)
  await sending.forget()
  recorder.sending = null
  offerStart(recorder)
  return false
}

const stopMedia = ({ media }: Recorder): void => {
  if (media === null) return
  media.ondataavailable = null
  if (media.state !== 'inactive') media.stop()
}

/** @returns whether it is kept */
const keep = async (recorder: Recorder): Promise<boolean> => {
  const { sending, panel } = recorder
  if (sending === null || !(await drained(recorder))) return false
  const told = await finishSending(sending.address, sending.sent(), panel.tell)
  if (told.kind === 'recording.disk_full') {
    panel.tell(told.sentence ?? '')
    panel.show(['finish'])
    return false
  }
  await sending.forget()
  recorder.sending = null
  if (told.state !== 'taken') panel.tell(told.sentence ?? '')
  return told.state === 'taken'
}

const keepAndShow = async (recorder: Recorder): Promise<void> => {
  const address = recorder.sending?.address
  recorder.panel.show([])
  if (await keep(recorder)) window.location.assign(address ?? recorder.base)
  else if (recorder.sending === null) offerStart(recorder)
}

const start = async (recorder: Recorder): Promise<void> => {
  const { panel, base } = recorder
  panel.show([])
  panel.tell('')
  const microphone = await openMicrophone()
  if ('sentence' in microphone) return refuse(recorder, microphone.sentence)
  if (recorder.sending !== null && !(await keep(recorder))) {
    release(microphone.stream)
    if (recorder.sending === null) offerStart(recorder)
    return
  }
  const told = await untilHeard(() => postForm(base, { kind: 'live' }), panel.tell)
  if (told.recordingId === undefined) {
    release(microphone.stream)
    return refuse(recorder, told.sentence ?? '')
  }
  await lockFor(told.recordingId)
  record(recorder, microphone.stream, told.recordingId)
}

const refuse = (recorder: Recorder, sentence: string): void => {
  recorder.panel.tell(sentence)
  if (recorder.sending === null) offerStart(recorder)
  else recorder.panel.show(['finish', 'start'])
}

const release = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

const record = (recorder: Recorder, stream: MediaStream, recordingId: string): void => {
  const { panel, base } = recorder
  const begun = { base, recordingId, slices: [], sent: { pieces: 0, bytes: 0 } }
  const sending = startSending(begun, panel.tell)
  const media = recorderOf(stream)
  let adding = Promise.resolve()
  const take = async (slice: Blob): Promise<void> => {
    await sending.add(await slice.arrayBuffer())
    void tellWaiting(recorder)
  }
  media.ondataavailable = ({ data }) => {
    if (data.size > 0) adding = adding.then(() => take(data))
  }
  media.onpause = () => stand(recorder, 'paused')
  media.onresume = () => stand(recorder, 'recording')
  media.onstart = () => stand(recorder, 'recording')
  media.onstop = async () => {
    release(stream)
    stand(recorder, 'stopped')
    await adding
    if (recorder.sending === null) offerStart(recorder)
    else await keepAndShow(recorder)
  }
  Object.assign(recorder, { sending, media, before: 0, since: null })
  media.start(sliceMilliseconds)
}

const tellWaiting = async (recorder: Recorder): Promise<void> => {
  const isKept = await drained(recorder)
  if (isKept && recorder.media !== null)
    recorder.panel.tell('Everything so far is safe on the server.')
}

type Standing = 'recording' | 'paused' | 'stopped'

const stand = (recorder: Recorder, standing: Standing): void => {
  recorder.before = elapsedOf(recorder)
  recorder.since = standing === 'recording' ? Date.now() : null
  if (standing === 'stopped') recorder.media = null
  recorder.panel.showSign(standing)
  const buttons = { recording: ['pause', 'stop'], paused: ['resume', 'stop'], stopped: [] } as const
  recorder.panel.show(buttons[standing])
}
