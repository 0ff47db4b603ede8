/** The buttons of the room, sent without leaving the page: whoever is typing goes on. */
import { newId } from './new-id.ts'

const patienceMilliseconds = 10_000

type Telling = {
  readonly tell: (words: string) => void
  /** Called when a form is on its way, whether or not it arrives, with the domain that it leads to. */
  readonly leadTo: (domain: string) => void
}

const words = {
  shown: 'Points from phones are on the board now.',
  failed: 'The other screens were not told. Press the button again in a moment.',
} as const

export const sendRoomForms = (root: HTMLElement, { tell, leadTo }: Telling): void => {
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const room = form.closest<HTMLElement>('[data-room-form]')
    const isPhones = form.closest('[data-phone-form]') !== null
    if (room === null && !isPhones) return
    event.preventDefault()
    const body = new FormData(form)
    const key = form.querySelector<HTMLInputElement>('input[name="idempotencyKey"]')
    if (key !== null) key.value = newId()
    const domain = room?.dataset.roomForm ?? ''
    if (domain !== '') leadTo(domain)
    void send(form.action, body).then((problem) => tell(problem ?? (isPhones ? words.shown : '')))
  })
}

/** Null: done. Otherwise what the page says that came instead. */
const send = async (address: string, body: FormData): Promise<string | null> => {
  const signal = AbortSignal.timeout(patienceMilliseconds)
  const sent = { method: 'POST', body, redirect: 'manual', signal } as const
  try {
    const reply = await fetch(address, sent)
    if (reply.type === 'opaqueredirect') return null
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const said = page.querySelector('main .nhsuk-error-summary li, main h1 ~ p')
    return said?.textContent ?? words.failed
  } catch {
    return words.failed
  }
}
