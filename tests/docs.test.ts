/** The documentation says what is there: links, commands, settings, columns, words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/all-commands.ts'
import { parseProtocol } from '../src/protocol/rules.ts'
import {
  packageFile,
  resourceNames,
  usualFile,
} from '../src/report/exchange/study-folder/data-package.ts'
import { columnsOf } from '../src/report/exchange/study-folder/read-resources.ts'
import { namedStatistics } from '../src/statistics/named-statistics.ts'

const root = path.resolve(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))

const files = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...['docs', 'examples'].flatMap(markdownIn),
]

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

const targetsIn = (file: string): readonly string[] =>
  [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

const isElsewhere = (target: string): boolean => /^[a-z]+:/.test(target)

/** As the pages that show these files make it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const anchorsIn = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

const isThere = (from: string, target: string): boolean => {
  const [place = '', anchor] = target.split('#')
  const file = place === '' ? from : path.join(path.dirname(from), place)
  if (!existsSync(path.join(root, file))) return false
  return anchor === undefined || anchorsIn(file).includes(anchor)
}

describe('links', () => {
  test.each(files)('%s links only to files and headings that exist', (file) => {
    const broken = targetsIn(file).filter(
      (target) => !isElsewhere(target) && !isThere(file, target),
    )
    expect(broken).toEqual([])
  })

  test('the list of decisions names every note, once, by its number', () => {
    const notes = readdirSync(path.join(root, 'docs/decisions')).filter((file) => /^\d/.test(file))
    expect(targetsIn('docs/decisions/README.md')).toEqual(notes.toSorted())
    const numbers = notes.map((file) => file.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test.each(['Context', 'Decision', 'Consequences'])('every decision has its %s', (heading) => {
    const notes = readdirSync(path.join(root, 'docs/decisions')).filter((file) => /^\d/.test(file))
    const without = notes.filter(
      (file) => !textOf(`docs/decisions/${file}`).includes(`\n## ${heading}\n`),
    )
    expect(without).toEqual([])
  })
})

/** The lines of code blocks, as somebody would copy them. */
const linesToCopy = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  )

describe('commands', () => {
  test.each(['npm ci && npm start', 'npm ci && npm test'])('the README carries `%s`', (line) => {
    expect(linesToCopy('README.md')).toContain(line)
  })

  const guide = textOf('docs/guides/command-line.md')
  const sectionOf = (name: string): string =>
    guide.split(/^## /m).find((section) => section.startsWith(`${name}\n`)) ?? ''

  test.each(commands)('the guide shows `turnabout $name` with every option', (command) => {
    const { name, options } = command
    const section = sectionOf(name)
    expect(section).toContain(`npm run -s turnabout -- ${name}`)
    const flags = options.map(({ flags: written }) => written.split(' ')[0] ?? '')
    expect(flags.filter((flag) => !section.includes(`\`${flag}`))).toEqual([])
  })

  test('the guide has no section for a command that does not exist', () => {
    const sections = [...guide.matchAll(/^## (.+)$/gm)].map(([, name]) => name)
    expect(sections.toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
  })

  test('every command line in the documentation names a command that exists', () => {
    const called = files.flatMap((file) =>
      [...textOf(file).matchAll(/npm run -s turnabout -- ([a-z][a-z-]*)/g)].map(([, name]) => name),
    )
    const names = commands.map(({ name }) => name)
    expect(called.filter((name) => name === undefined || !names.includes(name))).toEqual([])
  })

  test('the guide lists exactly the statistics that `statistic` offers', () => {
    const listed = [...sectionOf('statistic').matchAll(/^\| `([a-z-]+)` \|/gm)]
    expect(listed.map(([, name]) => name)).toEqual([...namedStatistics.keys()])
  })
})

test('operations.md lists exactly the settings that are read', () => {
  const read = [...textOf('src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)]
  const listed = [...textOf('docs/operations.md').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)]
  expect(listed.map(([, name]) => name)).toEqual(read.map(([, name]) => name))
  expect(read).not.toEqual([])
})

describe('the data format', () => {
  const guide = textOf('docs/guides/study-folder.md')
  const protocol = parseProtocol(textOf('protocols/sheffield-2022.json'))
  if (!protocol.ok) throw new Error('the built-in protocol does not parse')
  const columns = Object.entries(columnsOf(protocol.value))

  test('every file of a study folder has its line and its section, and no other has', () => {
    const names = [packageFile, ...resourceNames.map(usualFile)]
    const lines = [...guide.matchAll(/^\| `([a-z]+\.(?:csv|json))` \|/gm)]
    const sections = [...guide.matchAll(/^## ([a-z]+\.(?:csv|json))$/gm)]
    expect(lines.map(([, name]) => name)).toEqual(names)
    expect(sections.map(([, name]) => name)).toEqual(names)
  })

  test.each(columns)('the columns of %s are listed as they are read, in order', (name, read) => {
    const section = guide.split(/^## /m).find((part) => part.startsWith(`${name}.csv\n`)) ?? ''
    const listed = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column)
    expect(listed).toEqual(read)
  })
})

describe('the glossary', () => {
  const defined = [...textOf('docs/glossary.md').matchAll(/^\| \*\*([a-z -]+)\*\* \|/gm)].map(
    ([, word]) => word,
  )

  test.each(
    [
      ...['mentor', 'mentee', 'organiser', 'stage', 'instrument', 'domain', 'item', 'answer'],
      ...['response', 'consent', 'willingness', 'allocation', 'pair', 'session'],
      ...['feedback document', 'excerpt', 'code', 'category', 'theme', 'coder'],
    ].map((word) => [word]),
  )('defines “%s”', (word) => {
    expect(defined).toContain(word)
  })

  test('defines each word once', () => {
    expect(defined).toEqual([...new Set(defined)])
  })
})
