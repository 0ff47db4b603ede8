/** What was saved a moment ago, and the button that takes it back. */
import { Button } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Form } from '../../web/components/form.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import type { Editing } from './editing-routes.ts'

/** Nothing when nothing was saved. */
export const SavedBanner = ({ editing }: { readonly editing: Editing<unknown> }) => {
  const { saved, programme, action, idempotencyKey } = editing
  if (saved === null) return null
  const root = `/programmes/${programme.programmeId}`
  return (
    <NotificationBanner kind="success" heading="Saved">
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(saved.differences, (difference) => (
          <li>{difference}</li>
        ))}
      </ul>
      <Form action={`${root}/set-up/undo`} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="from" value={programme.sha256} />
        <input type="hidden" name="before" value={saved.before} />
        <input type="hidden" name="back" value={action.slice(root.length)} />
        <Button variant="secondary" isSmall>
          Undo
        </Button>
      </Form>
    </NotificationBanner>
  )
}
