/** Calendar files read by a program that is not ours: the package icalendar of Python, where it is installed. */
import { spawnSync } from 'node:child_process'
import * as z from 'zod'

const script = `
import json, sys
from zoneinfo import ZoneInfo
from icalendar import Calendar
london = ZoneInfo('Europe/London')
def many(value):
    return value if isinstance(value, list) else [value]
def read(text):
    calendar = Calendar.from_ical(text.encode())
    [entry] = calendar.walk('VEVENT')
    assert not calendar.errors and not entry.errors, (calendar.errors, entry.errors)
    local = lambda name: entry.decoded(name).astimezone(london).strftime('%Y-%m-%d %H:%M %z')
    text = lambda name: str(entry[name]) if name in entry else None
    return dict(method=str(calendar['METHOD']), uid=text('UID'), sequence=int(entry['SEQUENCE']),
        status=text('STATUS'), starts=local('DTSTART'), ends=local('DTEND'), summary=text('SUMMARY'),
        place=text('LOCATION'), organizer=text('ORGANIZER').lower(),
        attendees=[str(one).lower() for one in many(entry['ATTENDEE'])])
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`

const readings = z.array(
  z.object({
    method: z.string(),
    uid: z.string(),
    sequence: z.number(),
    status: z.string(),
    /** On London's clock, with its distance from UTC: `2026-10-25 01:30 +0000`. */
    starts: z.string(),
    ends: z.string(),
    summary: z.string(),
    place: z.string().nullable(),
    organizer: z.string(),
    attendees: z.array(z.string()),
  }),
)

export type PythonReading = z.infer<typeof readings>[number]

/** Null: it can be asked. */
export const whyNoPython = (): string | null => {
  const asked = spawnSync('python3', ['-c', 'import icalendar, zoneinfo'])
  if (asked.error !== undefined) return 'python3 is not installed'
  return asked.status === 0 ? null : 'the package icalendar of python3 is not installed'
}

export const readByPython = (texts: readonly string[]): readonly PythonReading[] => {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0) throw new Error(stderr)
  return readings.parse(JSON.parse(stdout))
}
