import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, sentenceOfConfigProblem } from './config.ts'

const configFrom = (environment: Record<string, string>) => {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(sentenceOfConfigProblem(config.problem))
  return config.value
}

describe('without any setting', () => {
  test('the service runs its own PostgreSQL in ./data, on port 3000', () => {
    expect(configFrom({})).toEqual({
      port: 3000,
      dataFolder: path.resolve('data'),
      publicUrl: 'http://localhost:3000',
      isSecure: false,
      masterKey: null,
      logLevel: null,
      ownerDatabaseUrl: null,
      appDatabaseUrl: null,
      smtpUrl: null,
      mailFrom: 'turnabout@localhost.localdomain',
      transcriber: null,
    })
  })

  test('an empty setting is none', () => {
    expect(configFrom({ PORT: '', SMTP_URL: '', TURNABOUT_MASTER_KEY: '' })).toEqual(configFrom({}))
  })
})

describe('a setting', () => {
  test.each([
    ['PORT', '8080', { port: 8080, publicUrl: 'http://localhost:8080' }],
    ['TURNABOUT_DATA', '/srv/data', { dataFolder: '/srv/data' }],
    ['TURNABOUT_URL', 'https://a.example/', { publicUrl: 'https://a.example', isSecure: true }],
    ['TURNABOUT_URL', 'http://a.example', { publicUrl: 'http://a.example', isSecure: false }],
    ['TURNABOUT_MASTER_KEY', 'ab'.repeat(32), { masterKey: 'ab'.repeat(32) }],
    ['TURNABOUT_LOG', 'warn', { logLevel: 'warn' }],
    ['DATABASE_URL', 'postgres://a:b@c/d', { ownerDatabaseUrl: 'postgres://a:b@c/d' }],
    ['DATABASE_APP_URL', 'postgresql://a@c/d', { appDatabaseUrl: 'postgresql://a@c/d' }],
    ['SMTP_URL', 'smtps://a:b@mail.example:465', { smtpUrl: 'smtps://a:b@mail.example:465' }],
    ['MAIL_FROM', 'a@hospital.example', { mailFrom: 'a@hospital.example' }],
    ['TURNABOUT_TRANSCRIBER', process.execPath, { transcriber: process.execPath }],
  ])('%s=%s is taken', (name, value, expected) => {
    expect(configFrom({ [name]: value })).toMatchObject(expected)
  })

  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'web'],
    ['TURNABOUT_URL', 'hospital.example'],
    ['TURNABOUT_URL', 'ftp://hospital.example'],
    ['TURNABOUT_MASTER_KEY', 'secret'],
    ['TURNABOUT_MASTER_KEY', 'AB'.repeat(32)],
    ['TURNABOUT_MASTER_KEY', 'ab'.repeat(33)],
    ['TURNABOUT_LOG', 'loud'],
    ['DATABASE_URL', 'mysql://a:secret@c/d'],
    ['DATABASE_APP_URL', 'secret'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'turnabout'],
    ['TURNABOUT_TRANSCRIBER', 'node'],
    ['TURNABOUT_TRANSCRIBER', '/nowhere/secret'],
    ['TURNABOUT_TRANSCRIBER', '/'],
  ])('%s=%s is refused with a sentence that names it and does not repeat it', (name, value) => {
    const config = readConfig({ [name]: value })
    const sentence = config.ok ? '' : sentenceOfConfigProblem(config.problem)
    expect(sentence.split('\n')).toEqual([
      'The settings cannot be used:',
      expect.stringMatching(new RegExp(`^  ${name}: \\S.*`)),
      'Correct them in the environment and start again.',
    ])
    expect(sentence).not.toContain('secret')
  })

  test('that is wrong does not hide another that is wrong', () => {
    const config = readConfig({ PORT: 'web', SMTP_URL: 'x', TURNABOUT_LOG: 'loud' })
    const lines = config.ok ? [] : config.problem.lines
    expect(lines.map((line) => line.split(':')[0])).toEqual(['PORT', 'TURNABOUT_LOG', 'SMTP_URL'])
  })

  test('that is not ours is left alone', () => {
    expect(configFrom({ HOME: '/home/a', LANG: 'C' })).toEqual(configFrom({}))
  })
})
