/** What files are called and how long they are. */
import { rooms } from '../../src/flow.ts'
import { ruleForEach } from './rule.ts'
import { isProduct, nameOf, roomOf, type SourceFile } from './source-files.ts'

const libFiles = ['result', 'random', 'ids', 'dates', 'csv', 'text']
const libNames = libFiles.flatMap((name) => [`src/lib/${name}.ts`, `src/lib/${name}.test.ts`])

const libIsClosed = ruleForEach(
  `lib holds ${libFiles.join(', ')} and nothing else; one more needs a decision note`,
  ({ path }) => roomOf(path) === 'lib',
  ({ path }) => (libNames.includes(path) ? [] : ['is not in the list']),
)

/** Folders of src that are not rooms. */
const besideTheRooms = ['platform', 'lib', 'web', 'cli']

const everyFolderIsKnown = ruleForEach(
  'a folder of src is a room of flow.ts, or platform, lib, web or cli',
  ({ path }) => path.startsWith('src/'),
  ({ path }) =>
    [...rooms, ...besideTheRooms].includes(roomOf(path)) || path === 'src/flow.ts'
      ? []
      : ['belongs to no room'],
)

const vague = /(?:^|[/-])(?:utils?|utilities|helpers?|misc|common)(?=[/.])|\/index(?=\.)/

const namesSayWhatIsHeld = ruleForEach(
  'a file or folder is named as the one thing it holds: no utils, helpers, misc, common or index',
  () => true,
  ({ path }) => {
    const found = vague.exec(path)
    return found === null ? [] : [`has ${found[0].slice(1)} in its path`]
  },
)

/** A usual name with another ending, or a name that other houses use for the same thing. */
const otherNames = [
  '(?:models|types?|rule|action|queries|repository|constants|interfaces|controllers?|services?)\\.tsx?',
  '(?:.+-)?(?:stores|page|route|command)\\.tsx?',
  '(?:model|rules|store|actions|(?:.+-)?routes|(?:.+-)?commands)\\.tsx',
  '(?:.+-)?pages\\.ts',
]
const misnamed = new RegExp(`^(?:${otherNames.join('|')})$`)

const isInRoom = (file: SourceFile): boolean =>
  isProduct(file) && rooms.some((room) => room === roomOf(file.path))

const roomsUseTheSameNames = ruleForEach(
  'every room uses the same names: model.ts, rules.ts, store.ts, actions.ts, pages.tsx, routes.ts, commands.ts',
  isInRoom,
  ({ path }) => (misnamed.test(nameOf(path)) ? [`${nameOf(path)} is none of them`] : []),
)

const lineLimit = 300

const filesAreShort = ruleForEach(
  `a file has at most ${lineLimit} lines`,
  () => true,
  ({ text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length
    return lines > lineLimit ? [`has ${lines}`] : []
  },
)

export const nameRules = {
  libIsClosed,
  everyFolderIsKnown,
  namesSayWhatIsHeld,
  roomsUseTheSameNames,
  filesAreShort,
}
