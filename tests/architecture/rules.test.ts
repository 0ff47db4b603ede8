/** Each rule finds a breach that is planted, and leaves alone what is as it has to be. */
import { describe, expect, test } from 'vitest'
import { codeRules } from './code-rules.ts'
import { importRules } from './import-rules.ts'
import { nameRules } from './name-rules.ts'
import { tableRules } from './table-rules.ts'

const rules = { ...importRules, ...nameRules, ...codeRules, ...tableRules }

type Case = readonly [rule: keyof typeof rules, path: string, text: string]

const importing = (target: string) => `import { a } from '${target}'`
const importingType = (target: string) => `import type { A } from '${target}'`

/** Put together here, so that a search for tests that are switched off finds none in this file. */
const leavingOut = (what: string, how: string): string => `${what}.${how}('a', () => {})`

const breaches: readonly Case[] = [
  ['roomsInOrder', 'src/people/actions.ts', importing('../report/show.ts')],
  ['roomsInOrder', 'src/people/model.ts', importingType('../sessions/store.ts')],
  ['roomsInOrder', 'src/people/commands.ts', "const a = await import('../example/people.ts')"],
  ['roomsInOrder', 'src/people/store.ts', "export { a } from '../allocation/store.ts'"],
  ['roomsInOrder', 'src/people/routes.ts', importing('../web/server.ts')],
  ['roomsInOrder', 'src/people/commands.ts', importing('../cli/main.ts')],
  ['roomsInOrder', 'src/report/pages/stage.tsx', importing('../../example/people.ts')],
  ['statisticsAlone', 'src/statistics/ranks.ts', importing('../platform/database.ts')],
  ['statisticsAlone', 'src/statistics/ranks.ts', importingType('../people/model.ts')],
  ['statisticsAlone', 'src/statistics/ranks.ts', importingType('../cli/command.ts')],
  ['platformBelow', 'src/platform/mail.ts', importing('../organisations/store.ts')],
  ['platformBelow', 'src/platform/mail.ts', importing('../web/route.ts')],
  ['libAtTheBottom', 'src/lib/dates.ts', importing('../platform/config.ts')],
  ['libAtTheBottom', 'src/lib/dates.ts', importing('../flow.ts')],
  ['webBesideTheRooms', 'src/web/frame.ts', importing('../people/store.ts')],
  ['webBesideTheRooms', 'src/web/route.ts', importing('../people/model.ts')],
  ['webBesideTheRooms', 'src/web/route.ts', importingType('../people/store.ts')],
  ['componentsAlone', 'src/web/components/table.tsx', importing('../layout.tsx')],
  ['componentsAlone', 'src/web/components/table.tsx', importing('../../platform/log.ts')],
  ['commandShapeAlone', 'src/cli/command.ts', importing('./main.ts')],
  ['oneWay', 'src/people/model.ts', importing('./rules.ts')],
  ['oneWay', 'src/people/rules.ts', importing('./store.ts')],
  ['oneWay', 'src/people/store.ts', importing('./actions.ts')],
  ['oneWay', 'src/people/actions.ts', importing('./pages.tsx')],
  ['oneWay', 'src/organisations/sign-in-pages.tsx', importing('./store.ts')],
  ['oneWay', 'src/report/pages/stage.tsx', importing('../../people/store.ts')],
  ['libIsClosed', 'src/lib/strings.ts', ''],
  ['libIsClosed', 'src/lib/dates/weeks.ts', ''],
  ['everyFolderIsKnown', 'src/meetings/store.ts', ''],
  ['everyFolderIsKnown', 'src/main.ts', ''],
  ['namesSayWhatIsHeld', 'src/people/utils.ts', ''],
  ['namesSayWhatIsHeld', 'src/people/date-helpers.ts', ''],
  ['namesSayWhatIsHeld', 'src/common/dates.ts', ''],
  ['namesSayWhatIsHeld', 'tests/support/helpers/dates.ts', ''],
  ['namesSayWhatIsHeld', 'src/people/index.ts', ''],
  ['roomsUseTheSameNames', 'src/people/types.ts', ''],
  ['roomsUseTheSameNames', 'src/people/page.tsx', ''],
  ['roomsUseTheSameNames', 'src/people/sign-in-route.ts', ''],
  ['roomsUseTheSameNames', 'src/people/queries.ts', ''],
  ['filesAreShort', 'src/people/store.ts', 'a\n'.repeat(301)],
  ['filesAreShort', 'src/web/styles/page.css', 'a\n'.repeat(301)],
  ['sqlInStores', 'src/people/actions.ts', "tx.selectFrom('people')"],
  ['sqlInStores', 'src/people/actions.ts', 'await sql`select 1`.execute(tx)'],
  ['sqlInStores', 'src/people/restore.ts', 'sql<number>`count(*)`'],
  ['sqlInStores', 'src/web/serve.ts', "await client.query('select 1')"],
  ['sqlInStores', 'src/cli/main.ts', 'sql.raw(text)'],
  ['pureFilesDoNotWait', 'src/people/rules.ts', 'export const a = async () => 1'],
  ['pureFilesDoNotWait', 'src/people/model.ts', 'const a = load().then(b)'],
  ['pureFilesDoNotWait', 'src/people/pages.tsx', '<p>{await load()}</p>'],
  ['pureFilesDoNotWait', 'src/report/pages/stage.tsx', 'const a = await b'],
  ['pureFilesReadNoClock', 'src/people/rules.ts', 'const a = new Date()'],
  ['pureFilesReadNoClock', 'src/people/rules.ts', 'const a = Date.now()'],
  ['pureFilesReadNoClock', 'src/people/rules.ts', 'const a = Math.random()'],
  ['pureFilesReadNoClock', 'src/people/rules.ts', 'const a = crypto.randomUUID()'],
  ['pureFilesReadNoClock', 'src/people/rules.ts', "import { randomInt } from 'node:crypto'"],
  ['pureFilesReadNoClock', 'src/statistics/ranks.ts', 'const a = performance.now()'],
  ['pureFilesReadNoClock', 'src/people/pages.tsx', '<p>{process.env.HOME}</p>'],
  ['castsInLib', 'src/people/store.ts', 'const a = b as C'],
  ['castsInLib', 'src/people/store.ts', "import { d } from 'e'\nconst a = (b()) as { c: D }"],
  ['castsInLib', 'src/people/pages.tsx', '<p title={a as string}>as it is</p>'],
  ['castsInLib', 'scripts/build.ts', "const a = b['c'] as [string]"],
  ['noDefaultExports', 'src/people/model.ts', 'export default a'],
  ['noDefaultExports', 'tests/support/a.ts', 'export { a as default }'],
  ['noConsole', 'src/people/model.ts', "console.log('a')"],
  ['kindsNameTheThing', 'src/people/rules.ts', "fail({ kind: 'too-late' })"],
  ['todosHaveNumbers', 'src/people/model.ts', '// TODO: say more'],
  ['todosHaveNumbers', 'src/people/tables/people.sql', '-- FIXME'],
  ['titlesAreFacts', 'src/people/a.test.ts', "test('should draw', () => {})"],
  ['titlesAreFacts', 'src/people/a.test.ts', 'describe("the draw works", () => {})'],
  ['titlesAreFacts', 'tests/a.test.ts', "test.each([['a', (b)]])('%s should draw', () => {})"],
  ['titlesAreFacts', 'tests/a.test.ts', 'it.concurrent(`works`, () => {})'],
  ['noTestIsLeftOut', 'tests/a.test.ts', leavingOut('test', 'only')],
  ['noTestIsLeftOut', 'src/people/a.test.ts', leavingOut('describe', 'skip')],
  ['foreignKeysGoBack', 'src/people/tables/people.sql', 'a uuid references nowhere (a)'],
  ['oneTablePerFile', 'src/people/tables/people.sql', 'create table persons ('],
]

describe('a breach is found', () => {
  test.each(breaches)('%s: %s with %j', (rule, path, text) => {
    const { fact, breachesIn } = rules[rule]
    const [first, ...others] = breachesIn([{ path, text }])
    expect(others).toEqual([])
    expect(first).toMatch(new RegExp(`^${path}: .`))
    expect(first?.endsWith(`; ${fact}`)).toBe(true)
  })

  test('of each rule', () => {
    expect(new Set(breaches.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)))
  })
})

const innocent: readonly Case[] = [
  ['roomsInOrder', 'src/people/actions.ts', importing('../organisations/store.ts')],
  ['roomsInOrder', 'src/people/actions.ts', importing('./store.ts')],
  ['roomsInOrder', 'src/people/actions.ts', importing('../platform/action.ts')],
  ['roomsInOrder', 'src/people/routes.ts', importing('../web/route.ts')],
  ['roomsInOrder', 'src/people/pages.tsx', importing('../web/components/table.tsx')],
  ['roomsInOrder', 'src/people/commands.ts', importingType('../cli/command.ts')],
  ['roomsInOrder', 'src/people/store.test.ts', importing('../report/show.ts')],
  ['statisticsAlone', 'src/statistics/commands.ts', importingType('../cli/command.ts')],
  ['statisticsAlone', 'src/statistics/ranks.ts', importing('../lib/random.ts')],
  ['platformBelow', 'src/platform/table-files.ts', importing('../flow.ts')],
  ['webBesideTheRooms', 'src/web/route.ts', importingType('../people/model.ts')],
  ['webBesideTheRooms', 'src/web/all-routes.ts', importing('../people/routes.ts')],
  ['oneWay', 'src/people/pages.tsx', importingType('./store.ts')],
  ['oneWay', 'src/people/actions.ts', importing('./store.ts')],
  ['namesSayWhatIsHeld', 'src/report/protocol-index.ts', ''],
  ['filesAreShort', 'src/people/store.ts', 'a\n'.repeat(300)],
  ['sqlInStores', 'src/people/store.ts', "tx.selectFrom('people')"],
  ['sqlInStores', 'src/platform/sign-in-store.ts', 'sql`select 1`'],
  ['sqlInStores', 'src/people/actions.ts', 'const a = file.sql.trim() // sql`select 1`'],
  ['sqlInStores', 'src/web/server.ts', 'const a = request.query()'],
  ['pureFilesDoNotWait', 'src/people/actions.ts', 'const a = await b'],
  ['pureFilesDoNotWait', 'src/people/pages.tsx', '<p>We await your answer</p>'],
  ['pureFilesReadNoClock', 'src/people/rules.ts', 'const a = new Date(text)'],
  ['castsInLib', 'src/people/store.ts', "import { a as b } from 'c'\nexport { b as d }"],
  ['castsInLib', 'src/people/store.ts', "import * as a from 'b'\nconst c = ['d'] as const"],
  ['castsInLib', 'src/people/store.test.ts', 'const a = b as C'],
  ['castsInLib', 'src/people/pages.tsx', '<p>as {a} as it is</p>'],
  ['todosHaveNumbers', 'src/people/model.ts', '// TODO #12: say more'],
  ['titlesAreFacts', 'src/people/a.test.ts', "test('a draw is uniform', () => should)"],
  ['oneTablePerFile', 'src/people/tables/old-people.sql', 'create table old_people ('],
]

test.each(innocent)('what is right is left alone, %s: %s with %j', (rule, path, text) => {
  expect(rules[rule].breachesIn([{ path, text }])).toEqual([])
})

describe('a foreign key', () => {
  const organisations = {
    path: 'src/organisations/tables/organisations.sql',
    text: 'create table organisations (a uuid)',
  }
  const people = { path: 'src/people/tables/people.sql', text: 'create table people (a uuid)' }
  const { breachesIn } = rules.foreignKeysGoBack

  test('to the room before or to the room itself goes back', () => {
    const text = `${people.text} references organisations (a) -- references nothing\n references people`
    expect(breachesIn([organisations, { ...people, text }])).toEqual([])
  })

  test('to a later room does not', () => {
    const text = `${organisations.text} references people (a)`
    expect(breachesIn([{ ...organisations, text }, people])).toHaveLength(1)
  })

  test('from platform does not', () => {
    const mails = {
      path: 'src/platform/tables/mails.sql',
      text: 'create table mails (a uuid references organisations (a))',
    }
    expect(breachesIn([organisations, mails])).toHaveLength(1)
  })
})
