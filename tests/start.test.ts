/** The program as people start and stop it: on its data folder, beside others, after crashes. */
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, stat, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { foldersIn } from '../src/platform/postgres-files.ts'
import {
  ask,
  base,
  expectNothingRuns,
  folder,
  isReady,
  postmaster,
  prepareInstallation,
  settings,
  stop,
} from './support/installation.ts'
import {
  freePort,
  linkOf,
  type Program,
  removeAtTheEnd,
  startServer,
  until,
} from './support/program.ts'

prepareInstallation()

/** Opens the example, as pressing its button does. @returns the cookie of the sign-in */
const openExample = async (link: string): Promise<string> => {
  const reply = await ask(`${link}/example`, {
    method: 'POST',
    headers: { origin: new URL(link).origin },
    body: new URLSearchParams({ idempotencyKey: crypto.randomUUID() }),
    redirect: 'manual',
  })
  expect(reply.status).toBe(303)
  return String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
}

const startPage = async (cookie: string): Promise<string> =>
  (await ask(base(), { headers: { cookie } })).text()

describe('a start', () => {
  test('prints one link, which opens the set-up page; SIGTERM leaves nothing behind', async () => {
    const server = startServer(settings())
    const link = await linkOf(server)
    expect(server.output().match(/https?:\/\/\S+/g)).toEqual([link])
    const page = await ask(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Explore the example programme')
    expect(await isReady()).toBe('ready\n')
    await stop(server)
    await expectNothingRuns()
  })

  test('keeps its data, its keys and its socket from other users', async () => {
    const server = startServer(settings())
    await linkOf(server)
    const data = settings().TURNABOUT_DATA
    const others = async (file: string) => (await stat(path.join(data, file))).mode & 0o077
    for (const file of ['keys', 'keys/master-key', 'socket', 'postgres', 'postgres.log']) {
      expect([file, await others(file)]).toEqual([file, 0])
    }
    await stop(server, 'SIGINT')
    await expectNothingRuns()
  })

  test('beside a server on the same data says who holds it, and disturbs nothing', async () => {
    const first = startServer(settings())
    await linkOf(first)
    const second = await startServer({ ...settings(), PORT: await freePort() }).ended
    expect(second.code).toBe(1)
    expect(second.errors).toContain(`in use by process ${first.pid}, ${base()}`)
    expect(second.errors.trim().split('\n')).toHaveLength(1)
    expect(await isReady()).toBe('ready\n')
    await stop(first)
    await expectNothingRuns()
  })

  test('on a port that is taken says so and leaves nothing behind', async () => {
    const other = createServer().listen(Number(settings().PORT))
    try {
      const ended = await startServer(settings()).ended
      expect(ended.code).toBe(1)
      expect(ended.errors).toMatch(
        /^Port \d+ is in use by another program\. Set PORT to a free one.*\n$/,
      )
      await expectNothingRuns()
    } finally {
      other.close()
    }
  })

  test('twice at once on a new folder: one serves, the other says who does', async () => {
    const data = path.join(folder(), 'twice')
    const ports = [await freePort(), await freePort()]
    const servers = ports.map((PORT) => startServer({ TURNABOUT_DATA: data, PORT }))
    const first = await Promise.race(servers.map(({ ended }) => ended))
    expect(first.code).toBe(1)
    expect(first.errors).toMatch(/^The data folder .* is in use by process \d+/)
    const serving = servers.find(({ pid }) => first.errors.includes(`process ${pid},`)) as Program
    await linkOf(serving)
    await stop(serving)
    await expectNothingRuns()
  })

  test('that is stopped before it is ready leaves nothing behind', async () => {
    const data = path.join(folder(), 'stopped')
    const server = startServer({ TURNABOUT_DATA: data, PORT: await freePort() })
    const pidFile = path.join(data, 'postgres', 'postmaster.pid')
    await until('PostgreSQL to start', async () => (existsSync(pidFile) ? true : null))
    server.kill('SIGTERM')
    await server.ended
    await expectNothingRuns()
  })

  test('keeps the sockets of folders with long paths apart, however alike they end', () => {
    const socketOf = (name: string) =>
      foldersIn(path.join('/', name, 'deeper'.repeat(20), 'data')).socket
    expect(socketOf('a')).toBe(socketOf('a'))
    expect(socketOf('a')).not.toBe(socketOf('b'))
    expect(`${socketOf('a')}/.s.PGSQL.5432`.length).toBeLessThan(108)
  })

  test('in a folder with a long path', async () => {
    const data = path.join(folder(), 'deep '.repeat(20), 'deeper'.repeat(10), 'data')
    const server = startServer({ TURNABOUT_DATA: data, PORT: await freePort() })
    await linkOf(server)
    expect(foldersIn(data).socket).not.toContain(data)
    removeAtTheEnd(foldersIn(data).socket)
    await stop(server)
    await expectNothingRuns()
  })
})

describe('settings that cannot be used stop the start with a sentence', () => {
  test.each([
    { setting: 'PORT', value: 'three thousand' },
    { setting: 'PORT', value: '70000' },
    { setting: 'TURNABOUT_URL', value: 'turnabout.example' },
    { setting: 'TURNABOUT_MASTER_KEY', value: 'secret' },
    { setting: 'DATABASE_URL', value: 'mysql://localhost/turnabout' },
    { setting: 'SMTP_URL', value: 'localhost:25' },
  ])('$setting=$value', async ({ setting, value }) => {
    const data = path.join(folder(), 'never-made')
    const ended = await startServer({ TURNABOUT_DATA: data, [setting]: value }).ended
    expect(ended.code).toBe(1)
    expect(ended.errors).toMatch(new RegExp(`^The settings cannot be used:\n  ${setting}: `))
    expect(ended.errors).not.toContain('secret')
    expect(existsSync(data)).toBe(false)
  })

  test('a master key that others can read', async () => {
    const data = path.join(folder(), 'open-key')
    const file = path.join(data, 'keys', 'master-key')
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, 'ab'.repeat(32))
    await chmod(file, 0o644)
    const ended = await startServer({ TURNABOUT_DATA: data, PORT: await freePort() }).ended
    expect(ended.code).toBe(1)
    expect(ended.errors).toContain(`Other users can read ${file}. Run: chmod 600 ${file}`)
    await expectNothingRuns()
  })
})

describe('stopping', () => {
  const open = (port: number): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, 'localhost', () => resolve(socket))
      socket.on('error', reject)
    })

  const replyOn = (socket: Socket): Promise<string> =>
    new Promise((resolve, reject) => {
      let text = ''
      socket.on('data', (part) => {
        text += String(part)
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })

  test('answers what has been asked, takes nothing new, then ends', async () => {
    const server = startServer(settings())
    await linkOf(server)
    const port = Number(settings().PORT)
    const body = `idempotencyKey=${crypto.randomUUID()}&email=nobody%40hospital.example`
    const socket = await open(port)
    const reply = replyOn(socket)
    const type = 'content-type: application/x-www-form-urlencoded'
    const length = `content-length: ${body.length}`
    const lines = [
      'POST /sign-in HTTP/1.1',
      `host: localhost:${port}`,
      `origin: ${base()}`,
      type,
      length,
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
    await isReady()
    server.kill('SIGTERM')
    await until('the server to stop listening', () =>
      open(port).then(
        (accepted) => {
          accepted.destroy()
          return null
        },
        () => true,
      ),
    )
    socket.write(body.slice(10))
    expect(await reply).toMatch(/^HTTP\/1\.1 303 [\s\S]*location: \/sign-in\/sent/)
    expect(await server.ended).toMatchObject({ code: 0, signal: null })
    await expectNothingRuns()
  })
})

describe('after a crash the next start is as any other, and what was acknowledged is there', () => {
  const crashes = {
    'of the server': async (server: Program) => server.kill('SIGKILL'),
    'of the server and its database': async (server: Program) => {
      process.kill(await postmaster(), 'SIGKILL')
      server.kill('SIGKILL')
    },
  }

  test.each(Object.entries(crashes).map(([what, crash]) => ({ what, crash })))(
    '$what',
    async ({ crash }) => {
      const before = startServer(settings())
      const cookie = await openExample(await linkOf(before))
      await crash(before)
      expect(await before.ended).toMatchObject({ signal: 'SIGKILL' })
      const after = startServer(settings())
      const link = await linkOf(after)
      expect(await startPage(cookie)).toContain('Reverse mentoring in gastroenterology')
      expect((await ask(link)).status).toBe(200)
      await stop(after)
      await expectNothingRuns()
    },
  )

  test('of the database alone: the server starts it again and goes on', async () => {
    const server = startServer(settings())
    const cookie = await openExample(await linkOf(server))
    const before = await postmaster()
    process.kill(before, 'SIGKILL')
    await until('a new database', async () => ((await postmaster()) === before ? null : true))
    await until('the server to be ready', async () =>
      (await isReady()) === 'ready\n' ? true : null,
    )
    expect(await startPage(cookie)).toContain('Reverse mentoring in gastroenterology')
    await until('the data folder to be held again', async () => {
      const second = startServer({ ...settings(), PORT: await freePort() })
      const { code, errors } = await second.ended
      expect(code).toBe(1)
      return errors.includes('is in use by') ? true : null
    })
    await stop(server)
    await expectNothingRuns()
  })
})

describe('as an ordinary user', () => {
  const nobody = { uid: 65534, gid: 65534 }
  const canBeNobody = process.getuid?.() === 0
  const title = canBeNobody
    ? 'starts, serves and stops'
    : 'is how all tests of this file ran, since they were not started by root'

  test(title, async () => {
    const data = path.join(folder(), 'of-nobody')
    if (!canBeNobody) return expect(process.getuid?.()).not.toBe(0)
    await mkdir(data)
    await chown(data, nobody.uid, nobody.gid)
    const server = startServer({ TURNABOUT_DATA: data, PORT: await freePort(), HOME: data }, nobody)
    expect((await ask(await linkOf(server))).status).toBe(200)
    expect((await stat(path.join(data, 'postgres'))).uid).toBe(nobody.uid)
    await stop(server)
    await expectNothingRuns()
  })
})
