// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code with templates in it.
import { describe, expect, test } from 'vitest'
import { codeOf, withoutMarkupText } from './code.ts'
import { importsOf } from './imports.ts'

describe('the code of a text', () => {
  test.each([
    ['a // b', 'a     '],
    ['a /* b\nc */ d', 'a     \n     d'],
    ["x('it\\'s', \"b // c\")", 'x(\'     \', "      ")'],
    ["x('http://a') // b", "x('        ')     "],
    ['x(`a ${b({ c: `d ${e}` })} f`)', 'x(`  ${b({ c: `  ${e}` })}  `)'],
    ['`a $ \\` ${b}` + c', '`       ${b}` + c'],
    ["x(/[/'`]/g, a / b / c)", 'x(/     /g, a / b / c)'],
    ["return /'/.test(a)", 'return / /.test(a)'],
  ])('%j is %j', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test('has each character where the text has it', () => {
    const text = "const a = `b ${'}'} c` // d\nconst e = /`/\nexport const f = '`'\n"
    const code = codeOf(text)
    expect(code).toHaveLength(text.length)
    expect(code.indexOf('export')).toBe(text.indexOf('export'))
  })

  test('in markup is what stands in braces', () => {
    const page = '<p>as {a} it <b>is</b></p>'
    expect(withoutMarkupText(page)).toBe('<p>   {a}    <b>  </b></p>')
    expect(withoutMarkupText('() => a as B<C>')).toBe('() => a as B<C>')
  })
})

const targetsOf = (text: string, path = 'src/people/store.ts') =>
  importsOf({ path, text }).map(({ target, isType }) => [target, isType])

describe('the imports of a file', () => {
  test.each([
    ["import { a } from './model.ts'", [['src/people/model.ts', false]]],
    ["import a, { b } from '../lib/text.ts'", [['src/lib/text.ts', false]]],
    ["import * as a from 'pg'", [['pg', false]]],
    ["import './model.ts'", [['src/people/model.ts', false]]],
    ["import type { A } from '../lib/result.ts'", [['src/lib/result.ts', true]]],
    ["import { type A, type B } from 'x'", [['x', true]]],
    ["import { type A, b } from 'x'", [['x', false]]],
    ["import {\n  type A,\n  type B,\n} from '@x/y'", [['@x/y', true]]],
    ["export { a } from './rules.ts'", [['src/people/rules.ts', false]]],
    ["export * from './rules.ts'", [['src/people/rules.ts', false]]],
    ["export type { A } from './model.ts'", [['src/people/model.ts', true]]],
    ["const a = await import('../web/serve.ts')", [['src/web/serve.ts', false]]],
    [
      'import { a } from "x"\nimport { b } from "y"',
      [
        ['x', false],
        ['y', false],
      ],
    ],
  ])('%j', (text, targets) => {
    expect(targetsOf(text)).toEqual(targets)
  })

  test.each([
    "// import { a } from 'x'",
    "/* import('x') */",
    'const a = "import { b } from \'x\'"',
    "const from = 'x'",
    "export const a = b.from('x')",
    "tx.selectFrom('x')",
  ])('%j has none', (text) => {
    expect(targetsOf(text)).toEqual([])
  })

  test('are those of a script, not of a table', () => {
    expect(targetsOf("import 'x'", 'src/people/tables/people.sql')).toEqual([])
  })
})
