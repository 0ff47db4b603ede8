/** The scripts of every page. Nothing depends on them: they only make pages quicker to use. */
import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  Header,
  isSupported,
  NotificationBanner,
  PasswordInput,
  Radios,
  Scroll,
  SkipLink,
} from 'nhsuk-frontend'
import { startBoard } from './board/start-board.ts'
import { showCopyButtons } from './copy-buttons.ts'
import { saveDrafts } from './drafts.ts'
import { followInterview } from './follow/follow.ts'
import { lookAgain } from './player/look-again.ts'
import { startPlayer } from './player/player.ts'
import { showPrintButtons } from './print-buttons.ts'
import { offerToKeep } from './recorder/keep-received.ts'
import { offerRecorder } from './recorder/recorder.ts'
import { offerUpload } from './recorder/upload.ts'

const designSystem = [
  Button,
  Checkboxes,
  ErrorSummary,
  Header,
  NotificationBanner,
  PasswordInput,
  Radios,
  Scroll,
  SkipLink,
]

if (isSupported()) {
  for (const component of designSystem) createAll(component)
}
showPrintButtons(document)
showCopyButtons(document)
saveDrafts(document)
followInterview(document)
startBoard(document)
offerRecorder(document)
offerUpload(document)
offerToKeep(document)
startPlayer(document)
lookAgain(document)
