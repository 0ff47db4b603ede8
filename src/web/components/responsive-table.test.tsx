import { expect, test } from 'vitest'
import { markupOf, publishedMarkup } from './published-markup.ts'
import { ResponsiveTable } from './responsive-table.tsx'

test('the table whose rows become cards is the published one', () => {
  const table = (
    <ResponsiveTable
      caption="Impetigo can look similar to other skin conditions"
      headers={['Skin symptoms', 'Possible cause']}
      rows={[
        ['Blisters on lips or around the mouth', 'Cold sores'],
        ['Itchy, dry, cracked, sore', 'Eczema'],
        ['Itchy blisters', 'Shingles, chickenpox'],
      ]}
    />
  )
  expect(markupOf(table)).toBe(publishedMarkup('tables', 'default', 'table--responsive" role'))
})
