/** What may stand in a file. */
import { codeOf, withoutMarkupText } from './code.ts'
import { ruleForEach } from './rule.ts'
import { isProduct, isScript, isTest, nameOf, roomOf, type SourceFile } from './source-files.ts'

const codeIn = ({ path, text }: SourceFile): string =>
  path.endsWith('.tsx') ? withoutMarkupText(codeOf(text)) : codeOf(text)

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** What the pattern finds in a file's code, with its line. */
const findingsOf = (
  pattern: RegExp,
  file: SourceFile,
  code: (file: SourceFile) => string = codeIn,
): readonly string[] =>
  [...code(file).matchAll(pattern)].map(
    ({ 0: found, index }) =>
      `line ${lineOf(file.text, index)} has ${found.trim().replace(/\s+/g, ' ')}`,
  )

/** The rules' own tests quote breaches. */
const isJudged = (file: SourceFile): boolean =>
  isScript(file) && !file.path.startsWith('tests/architecture')

const isStore = (path: string): boolean => /(?:^|\/|-)store\.ts$/.test(path)

const sqlPattern =
  /\b(?:client|pool)\.query\s*\(|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(|(?<![.\w])sql\s*(?:<[^`()]*>)?\s*[`.]/g

const sqlInStores = ruleForEach(
  'SQL stands in store.ts files and in platform only',
  (file) => isProduct(file) && roomOf(file.path) !== 'platform' && !isStore(file.path),
  (file) => findingsOf(sqlPattern, file),
)

const isRules = (path: string): boolean => /(?:^|\/|-)rules\.ts$/.test(path)
const isModel = (path: string): boolean => /(?:^|\/|-)model\.ts$/.test(path)
const isPages = (path: string): boolean =>
  /(?:^|\/|-)pages\.tsx$/.test(path) || /\/pages\/.*\.tsx?$/.test(path)
const isStatistic = (path: string): boolean =>
  roomOf(path) === 'statistics' && nameOf(path) !== 'commands.ts'

/** Their answer follows from what they are given, at once: the same today and tomorrow. */
const isPure = (file: SourceFile): boolean =>
  isProduct(file) && [isRules, isModel, isPages, isStatistic].some((isOne) => isOne(file.path))

const awaiting = /\b(?:async|await)\b|\.then\s*\(|\bnew Promise\b/g

const pureFilesDoNotWait = ruleForEach(
  'rules, models, pages and statistics do not wait: what they need is given to them',
  isPure,
  (file) => findingsOf(awaiting, file),
)

const clockOrChance =
  /\bDate\.now\b|\bnew Date\s*(?:\(\s*\)|(?![\s\w(]))|\bperformance\.now\b|\bTemporal\.Now\b|\bhrtime\b|\bMath\.random\b|\bcrypto\.getRandomValues\b|\brandom(?:UUID|Bytes|Int)\b|\bprocess\.env\b/g

const pureFilesReadNoClock = ruleForEach(
  'rules, models, pages and statistics read neither clock nor chance nor environment: they are given',
  isPure,
  (file) => findingsOf(clockOrChance, file),
)

/** `import { a as b }` and `export { a as b }` rename; they are no casts. */
const renaming = /\b(?:import|export)\b(?:\s+type)?\s*(?:\{[^}]*\}|\*\s*as\s+\w+)/g
const codeWithoutRenaming = ({ path, text }: SourceFile): string =>
  codeIn({ path, text: text.replace(renaming, (found) => found.replace(/[^\n]/g, ' ')) })

const castsInLib = ruleForEach(
  'a cast (as) stands in lib and in tests only: parse what comes from outside, believe the type afterwards',
  (file) => isJudged(file) && !isTest(file) && roomOf(file.path) !== 'lib',
  (file) =>
    findingsOf(/(?<=[\w)\]}'"`>!?]\s+)as\s+(?!const\b)[\w{[(]+/g, file, codeWithoutRenaming),
)

const noDefaultExports = ruleForEach('exports have names: no default export', isJudged, (file) =>
  findingsOf(/\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/g, file),
)

const noConsole = ruleForEach(
  'nothing is written to the console: use the logger, or the write that a command is given',
  isJudged,
  (file) => findingsOf(/\bconsole\s*\??\./g, file),
)

/** The kind of a problem that is refused on the spot; unions of other things have a kind too. */
const kindsNameTheThing = ruleForEach(
  'the kind of a problem is a thing and what is wrong with it: link.not_usable',
  (file) => isProduct(file),
  (file) =>
    findingsOf(
      /\bfail\(\{ kind: '(?![a-z][a-z_]*\.[a-z][a-z0-9_]*')[^']*'/g,
      file,
      ({ text }) => text,
    ),
)

const todosHaveNumbers = ruleForEach(
  'a TODO names its issue: TODO #12',
  (file) => !file.path.startsWith('tests/architecture'),
  (file) => findingsOf(/\b(?:TODO|FIXME|XXX|HACK)\b(?! ?\(?#\d)/g, file, ({ text }) => text),
)

/** Where the balanced bracket that opens here closes. */
const closeOf = (code: string, open: number): number => {
  let depth = 0
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === '(') depth += 1
    if (code[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return code.length
}

/** The titles of `test('…')`, `describe('…')` and, behind its table, `test.each(…)('…')`. */
const titlesIn = (text: string): readonly string[] => {
  const code = codeOf(text)
  return [...code.matchAll(/(?<![.\w])(?:test|it|describe)(?:\.\w+)*\s*(?=[(`])/g)].flatMap(
    (found) => {
      const start = found.index + found[0].length
      const isTable = /\.(?:each|for|skipIf|runIf)\s*$/.test(found[0])
      const call = isTable ? closeOf(code, start) + 1 : start
      const title = /^\(\s*(?:'[^']*'|"[^"]*"|`[^`]*`)/.exec(code.slice(call))?.[0]
      return title === undefined
        ? []
        : [text.slice(call, call + title.length).replace(/^\(\s*/, '')]
    },
  )
}

const titlesAreFacts = ruleForEach(
  'the title of a test is a fact: no should, no works',
  (file) => isJudged(file) && isTest(file),
  ({ text }) =>
    titlesIn(text)
      .filter((title) => /\bshould\b|\bworks\b/i.test(title))
      .map((title) => `has the title ${title}`),
)

const noTestIsLeftOut = ruleForEach(
  'no test is left out or alone: no .skip, .only, .todo or .fails',
  (file) => isJudged(file) && isTest(file),
  (file) => findingsOf(/\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b/g, file),
)

export const codeRules = {
  sqlInStores,
  pureFilesDoNotWait,
  pureFilesReadNoClock,
  castsInLib,
  noDefaultExports,
  noConsole,
  kindsNameTheThing,
  todosHaveNumbers,
  titlesAreFacts,
  noTestIsLeftOut,
}
