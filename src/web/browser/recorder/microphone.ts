/** The microphone, or why there is none. */

const insecure =
  'This page was not opened over https, so the browser keeps the microphone from it. Record with another device and upload the file, or ask the person who runs the service for https.'
const refused =
  'The browser did not get the microphone. Allow it: press the sign beside the address of this page, set the microphone to “Allow”, then press “Start recording” again.'
const missing =
  'No microphone was found. Plug one in or turn it on, then press “Start recording” again.'
const unknown =
  'This browser cannot record. Use another one, or record with another device and upload the file.'

type Microphone = { readonly stream: MediaStream } | { readonly sentence: string }

const sentenceOf = (error: unknown): string => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return refused
  return ['NotFoundError', 'NotReadableError', 'OverconstrainedError'].includes(name)
    ? missing
    : unknown
}

export const openMicrophone = async (): Promise<Microphone> => {
  if (!window.isSecureContext) return { sentence: insecure }
  if (typeof MediaRecorder === 'undefined') return { sentence: unknown }
  try {
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true }
    return { stream: await navigator.mediaDevices.getUserMedia({ audio }) }
  } catch (error) {
    return { sentence: sentenceOf(error) }
  }
}

const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']
/** Speech is clear with it, and three hours are 65 MB. */
const bitsPerSecond = 48_000

export const recorderOf = (stream: MediaStream): MediaRecorder => {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type))
  const quality = { audioBitsPerSecond: bitsPerSecond }
  return new MediaRecorder(stream, mimeType === undefined ? quality : { ...quality, mimeType })
}
