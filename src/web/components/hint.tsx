import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type HintProps = {
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

export const Hint = ({ id, className, children }: HintProps) => (
  <div className={classNames('nhsuk-hint', className)} id={id}>
    {children}
  </div>
)
