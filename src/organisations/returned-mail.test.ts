import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { messagesIn, readReturnedMail } from './returned-mail.ts'

const folder = path.resolve('tests/fixtures/returned-mails')
const fixture = (name: string): string => readFileSync(path.join(folder, `${name}.eml`), 'utf8')
const mailId = '6f9619ff-8b86-4d11-b42d-00c04fc964ff'

describe('a mail that came back', () => {
  test.each([
    ['postfix', '5.1.1'],
    ['exchange', '5.1.10'],
    ['exim', '550'],
  ])('as %s writes it is known by its number, with the reason', (name, code) => {
    expect(readReturnedMail(fixture(name))).toEqual({ kind: 'returned', mailIds: [mailId], code })
  })

  test('is read with the line ends of the network too', () => {
    const message = fixture('postfix').replaceAll('\n', '\r\n')
    expect(readReturnedMail(message)).toMatchObject({ kind: 'returned', mailIds: [mailId] })
  })

  test.each([
    ['the header of its own', /^(?!X-Turnabout)/],
    ['the Message-ID', /^(?!Message-ID: <6f)/],
    ['the envelope’s number', /^(?!Original-Envelope-Id)/],
  ])('is known by %s alone', (_, keep) => {
    const others = [/^X-Turnabout-Mail/, /^Message-ID: <6f/, /^Original-Envelope-Id/]
    const lines = fixture('postfix').split('\n')
    const left = lines.filter((line) => !others.some((one) => one.test(line)) || !keep.test(line))
    expect(left.length).toBe(lines.length - 2)
    expect(readReturnedMail(left.join('\n'))).toMatchObject({ mailIds: [mailId] })
  })
})

test.each(['postfix-late', 'exim-late'])(
  'a notice that a mail is late (%s) says no more',
  (name) => {
    expect(readReturnedMail(fixture(name))).toEqual({ kind: 'late' })
  },
)

test.each(['out-of-office', 'reply'])(
  'what a person or their mailbox writes (%s) is none',
  (name) => {
    expect(readReturnedMail(fixture(name))).toEqual({ kind: 'not_returned' })
  },
)

test.each(['', 'x', '\n\n', 'From: MAILER-DAEMON@x.example\n\nno number here'])(
  'nothing is made of %j',
  (message) => {
    expect(readReturnedMail(message)).toEqual({ kind: 'not_returned' })
  },
)

test('a mailbox file is read message by message', () => {
  const line = 'From MAILER-DAEMON Mon Oct 12 09:14:22 2026\n'
  const all = ['postfix', 'out-of-office', 'exim'].map(fixture)
  const kinds = messagesIn(all.map((message) => `${line}${message}\n`).join('')).map(
    (message) => readReturnedMail(message).kind,
  )
  expect(kinds).toEqual(['returned', 'not_returned', 'returned'])
})
