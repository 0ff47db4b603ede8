import { createElement, Fragment, type ReactElement } from 'react'

/**
 * A list as elements. Pages are rendered once, on the server: places never change, so they need
 * no keys.
 */
export const each = <T>(
  list: readonly T[],
  element: (entry: T, place: number) => ReactElement,
): ReactElement => createElement(Fragment, null, ...list.map(element))
