/** Uploads a file in pieces. The same file chosen again goes on where it stopped. */
import { finishSending } from './finish.ts'
import { type Panel, panelOf } from './panel.ts'
import { get, postAndLeave, postForm, postPiece, type Told, untilHeard } from './requests.ts'

const pieceBytes = 1_048_576

type Upload = {
  readonly panel: Panel
  readonly base: string
  readonly file: HTMLInputElement
  readonly sitting: HTMLSelectElement
  readonly progress: HTMLElement
  going: AbortController | null
}

export const offerUpload = (page: Document): void => {
  for (const place of page.querySelectorAll<HTMLElement>('[data-upload]')) {
    const file = place.querySelector<HTMLInputElement>('input[type=file]')
    const sitting = place.querySelector('select')
    const progress = place.querySelector<HTMLElement>('[data-upload-progress]')
    if (file === null || sitting === null || progress === null) continue
    const base = place.dataset.upload ?? ''
    const upload = { panel: panelOf(place), base, file, sitting, progress, going: null }
    place.hidden = false
    listen(upload)
  }
}

const listen = (upload: Upload): void => {
  const { panel } = upload
  panel.show(['upload'])
  panel.onPress('upload', () => void send(upload))
  panel.onPress('cancel', () => upload.going?.abort())
  window.addEventListener('beforeunload', (event) => {
    if (upload.going !== null) event.preventDefault()
  })
}

const send = async (upload: Upload): Promise<void> => {
  const { panel } = upload
  const file = upload.file.files?.[0]
  if (file === undefined) return panel.tell('Choose a file first.')
  const going = new AbortController()
  upload.going = going
  panel.show(['cancel'])
  panel.tell('')
  const told = await sendFile(upload, file, going.signal)
  upload.going = null
  upload.progress.hidden = true
  panel.show(['upload'])
  panel.tell(told.sentence ?? '')
  if (told.state === 'taken') window.location.assign(`${upload.base}/${told.recordingId}`)
}

const cancelled: Told = {
  state: 'cancelled',
  sentence: 'Cancelled. What was sent is deleted from the server.',
}

const sendFile = async (upload: Upload, file: File, signal: AbortSignal): Promise<Told> => {
  const { panel, base } = upload
  const begun = await begin(upload, file)
  const { recordingId } = begun
  if (recordingId === undefined) return begun
  const address = `${base}/${recordingId}`
  const fault = await sendPieces(upload, { file, address, signal })
  if (signal.aborted) return giveUp(upload, file, address)
  if (fault !== null) return fault
  panel.show([])
  const pieces = Math.ceil(file.size / pieceBytes)
  const told = await finishSending(address, { pieces, bytes: file.size }, panel.tell)
  if (told.kind !== 'recording.disk_full') localStorage.removeItem(memoryOf(upload, file))
  return { ...told, recordingId }
}

/** By what the same file is known again: nothing that tells what it is called. */
const memoryOf = ({ base, sitting }: Upload, { size, lastModified }: File): string =>
  `turnabout-upload ${base} ${sitting.value} ${size} ${lastModified}`

/** What was begun and is still open, or a new recording. */
const begin = async (upload: Upload, file: File): Promise<Told> => {
  const { base, sitting, panel } = upload
  const known = localStorage.getItem(memoryOf(upload, file))
  if (known !== null) {
    const told = await untilHeard(() => get(`${base}/${known}/pieces`), panel.tell)
    if (told.state === 'receiving') return { ...told, recordingId: known }
  }
  const { size: bytes, name, type } = file
  const asked = { kind: 'file', sitting: sitting.value, bytes, name, type }
  const told = await untilHeard(() => postForm(base, asked), panel.tell)
  if (told.recordingId !== undefined) localStorage.setItem(memoryOf(upload, file), told.recordingId)
  return told
}

type Going = { readonly file: File; readonly address: string; readonly signal: AbortSignal }

/** @returns why it stopped; null: everything is there */
const sendPieces = async (
  upload: Upload,
  { file, address, signal }: Going,
): Promise<Told | null> => {
  const { panel } = upload
  const there = await untilHeard(() => get(`${address}/pieces`), panel.tell, signal)
  const known = new Set(there.pieces)
  const pieces = Math.ceil(file.size / pieceBytes)
  for (let piece = 0; piece < pieces && !signal.aborted; piece += 1) {
    showProgress(upload, piece / pieces)
    if (known.has(piece)) continue
    const bytes = file.slice(piece * pieceBytes, (piece + 1) * pieceBytes)
    const told = await untilHeard(
      () => postPiece(`${address}/pieces/${piece}`, bytes, signal),
      panel.tell,
      signal,
    )
    if (told.state !== 'taken') return told
    panel.tell('')
  }
  showProgress(upload, 1)
  return null
}

const showProgress = ({ progress }: Upload, part: number): void => {
  const percent = Math.floor(100 * part)
  progress.hidden = false
  const label = progress.querySelector('[data-upload-label]')
  if (label !== null) label.textContent = `Uploading: ${percent} %`
  const bar = progress.querySelector('progress')
  if (bar !== null) bar.value = percent
}

const giveUp = async (upload: Upload, file: File, address: string): Promise<Told> => {
  localStorage.removeItem(memoryOf(upload, file))
  await postAndLeave(`${address}/give-up`)
  return cancelled
}
