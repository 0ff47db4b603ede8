import { expect, test } from 'vitest'
import { textTable } from './text-table.ts'

test('columns are as wide as their widest cell, with numbers to the right', () => {
  const table = textTable(
    [
      { title: 'Role', cell: (row: { role: string; n: number }) => row.role },
      { title: 'n', isNumber: true, cell: ({ n }) => String(n) },
    ],
    [
      { role: 'Mentor', n: 6 },
      { role: 'Mentee é', n: 105 },
    ],
  )
  expect(table).toBe(['Role        n', 'Mentor      6', 'Mentee é  105'].join('\n'))
})
