/** Says that everything is sent, and waits until the server has looked at it; says how far it is meanwhile. */
import { get, postForm, type Tell, type Told, untilHeard, wait } from './requests.ts'

export type Sent = { readonly pieces: number; readonly bytes: number }

const pollMilliseconds = 1_500
const busyMilliseconds = 3_000

export const finishSending = async (address: string, sent: Sent, tell: Tell): Promise<Told> => {
  tell('Everything is sent. It is being checked and cleaned.')
  for (;;) {
    const polling = setInterval(() => void tellProgress(address, tell), pollMilliseconds)
    const told = await untilHeard(() => postForm(`${address}/finish`, { ...sent }), tell)
    clearInterval(polling)
    if (told.kind !== 'recording.busy') return told
    if ((await get(`${address}/state`)).state === 'ready') return { state: 'taken' }
    tell(told.sentence ?? '')
    await wait(busyMilliseconds)
  }
}

const tellProgress = async (address: string, tell: Tell): Promise<void> => {
  const { received = 0, cleaned = 0 } = await get(`${address}/state`)
  if (received === 0) return
  const percent = Math.min(99, Math.round((100 * cleaned) / received))
  tell(`Everything is sent. It is being checked and cleaned: ${percent} %.`)
}
