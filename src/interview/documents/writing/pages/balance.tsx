/** Strengths against areas for improvement, as a picture, a table and a sentence. */
import { nounOfDomains } from '../../../../protocol/wording/domain-noun.ts'
import { drawBars } from '../../../../web/components/bar-chart.tsx'
import { Figure } from '../../../../web/components/figure.tsx'
import { balanceOf, balanceSentence, type DomainBalance } from '../balance-rules.ts'
import type { EditorView } from '../editor-view.ts'

const colours = { strengths: 'blue', improvement: 'orange', other: 'quiet' } as const

const barOf = ({ label, points, side }: DomainBalance) => ({
  label,
  value: points,
  colour: colours[side],
})

export const BalanceView = ({ view }: { readonly view: EditorView }) => {
  const { programme, current } = view.draft
  const balance = balanceOf(current.text)
  const title = 'How many points stand where'
  return (
    <Figure
      id="balance"
      title={title}
      description={balanceSentence(balance) ?? 'The number of points of each part of the document.'}
      svg={drawBars(title, balance.domains.map(barOf))}
      table={{
        caption: 'Points and words',
        columns: [
          { header: nounOfDomains(programme.protocol).singular },
          { header: 'Points', isNumeric: true },
          { header: 'Words', isNumeric: true },
        ],
        rows: balance.domains.map(({ label, points, words }) => [label, points, words]),
      }}
    />
  )
}
