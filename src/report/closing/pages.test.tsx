import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import type { LoadedEnding } from './load-ending.ts'
import { ClosingPage } from './pages.tsx'
import type { Ending } from './rules.ts'

const pageOf = (ending: Partial<Ending>, wavesToCome: LoadedEnding['wavesToCome']): string =>
  renderToStaticMarkup(
    <ClosingPage
      programme={{
        ...{ programmeId: 'p', name: 'Gastro', site: null, state: 'open', version: 1 },
        ...{ isLocked: true, protocol: sheffield, protocolText: '', sha256: '' },
      }}
      ending={{ state: 'open', letterSentOn: null, wasOpenHere: true, ...ending }}
      {...{ withAddress: 5, withoutAddress: 0, wavesToCome, errors: [], idempotencyKey: 'key' }}
    />,
  )

test('whoever is about to end a programme reads which follow-ups are then asked no more', () => {
  const waves = ['Follow-up after 6 months', 'Follow-up after 12 months']
  const lost =
    'these are not asked any more: Follow-up after 6 months and Follow-up after 12 months.'
  expect(pageOf({}, waves)).toContain(`Once the programme is closed, ${lost}`)
  expect(pageOf({ state: 'closed' }, waves)).toContain(`Once the letter is sent, ${lost}`)
  const sent = pageOf({ state: 'closed', letterSentOn: '2026-11-22' }, waves)
  for (const page of [sent, pageOf({}, []), pageOf({ state: 'closed' }, [])])
    expect(page).not.toContain('not asked any more')
})
