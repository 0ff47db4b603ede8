/** Finishes a recording with what the server has, when the device that recorded it is lost. */
import { finishSending } from './finish.ts'
import { panelOf } from './panel.ts'

export const offerToKeep = (page: Document): void => {
  for (const place of page.querySelectorAll<HTMLElement>('[data-finish]')) {
    const panel = panelOf(place)
    panel.show(['finish'])
    panel.onPress('finish', async () => {
      panel.show([])
      const { finish = '', finishPieces, finishBytes } = place.dataset
      const sent = { pieces: Number(finishPieces), bytes: Number(finishBytes) }
      const told = await finishSending(finish, sent, panel.tell)
      if (told.state === 'taken') window.location.reload()
      else panel.tell(told.sentence ?? '')
    })
  }
}
