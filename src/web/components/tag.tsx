import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'

type TagProps = {
  readonly colour?: TagColour | undefined
  readonly hasBorder?: boolean | undefined
  readonly children: ReactNode
}

export const Tag = ({ colour, hasBorder = true, children }: TagProps) => (
  <strong
    className={classNames(
      'nhsuk-tag',
      colour && `nhsuk-tag--${colour}`,
      !hasBorder && 'nhsuk-tag--no-border',
    )}
  >
    {children}
  </strong>
)
