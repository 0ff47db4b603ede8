/** Who may import whom. A test may look at everything, so these rules are about the product's files. */
import { rooms } from '../../src/flow.ts'
import { type Import, importsOf } from './imports.ts'
import { type Rule, ruleForEach } from './rule.ts'
import { isProduct, nameOf, roomOf, type SourceFile } from './source-files.ts'

const isRoom = (room: string): boolean => rooms.some((known) => known === room)

const isOurs = ({ target }: Import): boolean => target.startsWith('src/')

/** A rule for some files: what of ours each of their imports may be. */
const importRule = (
  fact: string,
  appliesTo: (file: SourceFile) => boolean,
  isAllowed: (found: Import, file: SourceFile) => boolean,
): Rule =>
  ruleForEach(
    fact,
    (file) => isProduct(file) && appliesTo(file),
    (file) =>
      importsOf(file)
        .filter((found) => isOurs(found) && !isAllowed(found, file))
        .map(({ target }) => `imports ${target}`),
  )

/** What a room needs of the web (routes, who may open them, layout, components) and of the command line (the shape of a command). */
const isForRooms = (target: string): boolean =>
  ['src/web/route.ts', 'src/web/access.ts', 'src/web/layout.tsx', 'src/cli/command.ts'].includes(
    target,
  ) || target.startsWith('src/web/components/')

const order: readonly string[] = rooms
const isNotLater = (target: string, room: string): boolean =>
  isRoom(roomOf(target)) && order.indexOf(roomOf(target)) <= order.indexOf(room)

const roomsInOrder = importRule(
  'a room imports only from itself, rooms before it, platform, lib, web/route.ts, web/access.ts, web/layout.tsx, web/components and cli/command.ts',
  ({ path }) => isRoom(roomOf(path)) && roomOf(path) !== 'statistics',
  ({ target }, { path }) =>
    ['platform', 'lib'].includes(roomOf(target)) ||
    isNotLater(target, roomOf(path)) ||
    isForRooms(target),
)

const statisticsAlone = importRule(
  'statistics imports only lib, so that its numbers can be checked by themselves (its commands.ts: cli/command.ts too)',
  ({ path }) => roomOf(path) === 'statistics',
  ({ target }, { path }) =>
    ['statistics', 'lib'].includes(roomOf(target)) ||
    (nameOf(path) === 'commands.ts' && target === 'src/cli/command.ts'),
)

const platformBelow = importRule(
  'platform imports only lib and the list of rooms',
  ({ path }) => roomOf(path) === 'platform',
  ({ target }) => ['platform', 'lib'].includes(roomOf(target)) || target === 'src/flow.ts',
)

const libAtTheBottom = importRule(
  'lib imports only lib',
  ({ path }) => roomOf(path) === 'lib',
  ({ target }) => roomOf(target) === 'lib',
)

/** The files of web that know the rooms: they collect what the rooms offer, and find out who is asking. */
const webThatKnowsRooms = [
  'all-routes.ts',
  'load-person.ts',
  'serve.ts',
  'commands.ts',
  'server.ts',
].map((name) => `src/web/${name}`)

const webBesideTheRooms = importRule(
  `only ${webThatKnowsRooms.map(nameOf).join(', ')} and the scripts in browser/ import rooms from web (the others: types of a model.ts)`,
  ({ path }) =>
    roomOf(path) === 'web' &&
    !webThatKnowsRooms.includes(path) &&
    !path.startsWith('src/web/browser/'),
  ({ target, isType }) => !isRoom(roomOf(target)) || (isType && nameOf(target) === 'model.ts'),
)

const componentsAlone = importRule(
  'a component imports only components and lib',
  ({ path }) => path.startsWith('src/web/components/'),
  ({ target }) => target.startsWith('src/web/components/') || roomOf(target) === 'lib',
)

const commandShapeAlone = importRule(
  'cli/command.ts, which rooms import, imports only lib',
  ({ path }) => path === 'src/cli/command.ts',
  ({ target }) => roomOf(target) === 'lib',
)

/** The part of a room that a file plays, by its name. Null: a piece named for one thing. */
const partOf = (path: string): string | null => {
  if (/\/pages\//.test(path)) return 'pages'
  return (
    /(?:^|[/-])(model|rules|store|actions|pages|routes|commands)\.tsx?$/.exec(path)?.[1] ?? null
  )
}

const doors = ['pages', 'routes', 'commands']
const notBelow: Readonly<Record<string, readonly string[]>> = {
  model: ['rules', 'store', 'actions', ...doors],
  rules: ['store', 'actions', ...doors],
  store: ['actions', ...doors],
  actions: doors,
  pages: ['store', 'actions', 'routes', 'commands'],
}

const oneWay = importRule(
  'data goes one way: routes, commands → actions → rules, store → model, and pages get data (types may be imported)',
  ({ path }) => isRoom(roomOf(path)),
  ({ target, isType }, { path }) =>
    isType || !(notBelow[partOf(path) ?? ''] ?? []).includes(partOf(target) ?? ''),
)

export const importRules = {
  roomsInOrder,
  statisticsAlone,
  platformBelow,
  libAtTheBottom,
  webBesideTheRooms,
  componentsAlone,
  commandShapeAlone,
  oneWay,
}
