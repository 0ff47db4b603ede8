/** The scripts of every page. Nothing depends on them: they only make pages quicker to use. */
import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  Header,
  isSupported,
  NotificationBanner,
  Radios,
  Scroll,
  SkipLink,
} from 'nhsuk-frontend'
import { showCopyButtons } from './copy-buttons.ts'
import { saveDrafts } from './drafts.ts'
import { showPrintButtons } from './print-buttons.ts'

const designSystem = [
  Button,
  Checkboxes,
  ErrorSummary,
  Header,
  NotificationBanner,
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
