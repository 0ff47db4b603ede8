import type { ReactNode } from 'react'

export type HeadingLevel = 1 | 2 | 3 | 4

type HeadingProps = {
  readonly level: HeadingLevel
  readonly className: string | undefined
  readonly children: ReactNode
}

/** A heading whose level depends on where its component stands. */
export const Heading = ({ level, className, children }: HeadingProps) => {
  const Element = `h${level}` as const
  return <Element className={className}>{children}</Element>
}
