/** Choosing another cell for a point: one for the whole page, which stands below the point that is moved. */
import type { Cell } from '../../../interview/board/note-edits.ts'

type Asked = {
  readonly below: HTMLElement
  readonly from: Cell
  readonly chosen: (cell: Cell, name: string) => void
  /** Given up: back to where the cursor was. */
  readonly left: () => void
}

const choiceOf = ({ menteeId, domain }: Cell): string => `${menteeId} ${domain}`

export const askForCell = (template: HTMLTemplateElement, asked: Asked): void => {
  for (const open of document.querySelectorAll('[data-mover]')) open.remove()
  const copy = document.importNode(template.content, true)
  const mover = copy.querySelector<HTMLElement>('[data-mover]')
  const select = copy.querySelector('select')
  if (mover === null || select === null) return
  asked.below.append(copy)
  select.value = choiceOf(asked.from)
  const leave = () => {
    mover.remove()
    asked.left()
  }
  const choose = () => {
    const [menteeId = '', domain = ''] = select.value.split(' ')
    const name = select.selectedOptions[0]?.text ?? ''
    mover.remove()
    if (select.value === choiceOf(asked.from)) asked.left()
    else asked.chosen({ menteeId, domain }, name)
  }
  mover.querySelector('[data-choose]')?.addEventListener('click', choose)
  mover.querySelector('[data-leave]')?.addEventListener('click', leave)
  mover.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') choose()
    else leave()
  })
  mover.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !mover.contains(relatedTarget)) mover.remove()
  })
  select.focus()
}
