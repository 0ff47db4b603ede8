/** Says on every page of the example organisation that nothing there is real, and lets look around. */
import { each } from './each.ts'
import { Form } from './form.tsx'
import type { Option } from './select.tsx'
import { Tag } from './tag.tsx'

export type ViewAs = {
  readonly current: string
  readonly choices: readonly Option[]
  readonly action: string
  readonly idempotencyKey: string
}

/** The field's name in the posted form. */
export const viewAsField = 'viewAs'

const ViewAsForm = ({ current, choices, action, idempotencyKey }: ViewAs) => (
  <Form className="app-example__form" action={action} idempotencyKey={idempotencyKey}>
    <label className="app-example__label" htmlFor="view-as">
      Look at it as
    </label>
    <select
      className="nhsuk-select app-example__select"
      id="view-as"
      name={viewAsField}
      defaultValue={current}
    >
      {each(choices, ({ value, label }) => (
        <option value={value}>{label}</option>
      ))}
    </select>
    <button className="app-example__button" type="submit">
      Change<span className="nhsuk-u-visually-hidden"> who you look at it as</span>
    </button>
  </Form>
)

export const ExampleBanner = ({ viewAs }: { readonly viewAs: ViewAs | undefined }) => (
  <aside className="app-example" aria-label="Example organisation">
    <div className="nhsuk-width-container app-example__container">
      <p className="app-example__text">
        <Tag colour="blue">Example</Tag> <span>Its people and answers are made up</span>
      </p>
      {viewAs === undefined ? null : <ViewAsForm {...viewAs} />}
    </div>
  </aside>
)
