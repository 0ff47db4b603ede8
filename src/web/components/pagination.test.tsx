import { expect, test } from 'vitest'
import { Pagination } from './pagination.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'

const hrefOf = (page: number): string => `#/section/${page}`

test.each([
  ['numbered', 2, 3],
  ['numbered first page', 1, 3],
  ['numbered last page', 3, 3],
] as const)('the pagination is the published one: %s', (name, current, pages) => {
  const element = <Pagination current={current} pages={pages} hrefOf={hrefOf} />
  expect(markupOf(element)).toBe(publishedMarkup('pagination', name))
})

test.each([
  [1, 1, ''],
  [1, 2, '1 2'],
  [1, 50, '1 2 ⋯ 50'],
  [25, 50, '1 ⋯ 24 25 26 ⋯ 50'],
  [50, 50, '1 ⋯ 49 50'],
] as const)('on page %i of %i it shows %s', (current, pages, shown) => {
  const markup = markupOf(<Pagination current={current} pages={pages} hrefOf={hrefOf} />)
  const entries = [...markup.matchAll(/<li[^>]*>(.*?)<\/li>/gs)]
  expect(entries.map(([, entry = '']) => entry.replaceAll(/<[^>]*>|\s/g, '')).join(' ')).toBe(shown)
})
