import { describe, expect, test } from 'vitest'
import {
  encoded,
  encodings,
  nobodyThere,
  readFile,
  secondsSince,
  separators,
} from '../../../../tests/support/people-tables.ts'
import type { Surroundings, TableProblem } from './model.ts'
import { readPeople } from './read-people.ts'
import { sentenceOfTableFault, sentenceOfTableProblem } from './sentences.ts'

const problemOf = (text: string, surroundings = nobodyThere): TableProblem => {
  const outcome = readPeople(text, surroundings)
  if (outcome.ok) throw new Error('the table was read')
  return outcome.problem
}

/** Each fault as `row 2, Email (x): what to do`. */
const faultsOf = (text: string, surroundings = nobodyThere): readonly string[] => {
  const problem = problemOf(text, surroundings)
  if (problem.kind !== 'people_table.faulty') throw new Error(sentenceOfTableProblem(problem))
  return problem.faults.map(
    (fault) =>
      `row ${fault.row}, ${fault.column} (${fault.found}): ${sentenceOfTableFault(fault, surroundings.roles)}`,
  )
}

const peopleOf = (text: string, surroundings = nobodyThere) => {
  const outcome = readPeople(text, surroundings)
  if (!outcome.ok) throw new Error(sentenceOfTableProblem(outcome.problem))
  return outcome.value.people
}

describe('a file', () => {
  const rows = [
    ['Role', 'Name', 'Email', 'Staff number', 'Supervisor', 'Ward'],
    ['mentee', 'Zoë Müller', 'zoe@hospital.example', '17', '', '"7; east, left"'],
    ['Mentor', 'Ørjan Åse', '', '', '17', '8'],
  ]
  const cases = encodings.flatMap((encoding) =>
    separators.map((separator) => ({ encoding, separator, name: JSON.stringify(separator) })),
  )

  test.each(cases)('in $encoding, separated by $name, is read', ({ encoding, separator }) => {
    const text = rows.map((cells) => cells.join(separator)).join('\r\n')
    const outcome = readFile(encoded(text, encoding))
    expect(outcome).toEqual({
      ok: true,
      value: {
        people: [
          {
            row: 2,
            role: 'mentee',
            name: 'Zoë Müller',
            email: 'zoe@hospital.example',
            permanentId: '17',
            supervisor: null,
          },
          {
            row: 3,
            role: 'mentor',
            name: 'Ørjan Åse',
            email: null,
            permanentId: null,
            supervisor: { kind: 'row', row: 2 },
          },
        ],
        unused: ['Ward'],
      },
    })
  })

  test.each([
    { what: 'a workbook', bytes: [0x50, 0x4b, 0x03, 0x04, 0, 0], says: 'save it as CSV' },
    { what: 'an old workbook', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1], says: 'save it as CSV' },
    { what: 'a PDF', bytes: [...Buffer.from('%PDF-1.7')], says: 'This is a PDF' },
    { what: 'bytes of no kind', bytes: [0, 0, 0, 0, 1], says: 'not a table in text' },
  ])('that is $what says how to save it', ({ bytes, says }) => {
    const outcome = readFile(Uint8Array.from(bytes))
    expect(outcome.ok ? '' : sentenceOfTableProblem(outcome.problem)).toContain(says)
  })
})

describe('the headings', () => {
  test.each([
    'Group;Full name;Email address;GMC number;Supervised by',
    'MENTOR / MENTEE;name ;e-mail;ESR no.;Supervisor (permanent id)',
    'type;Participant;E-Mail (work);employee_id;Clinical supervisor',
  ])('are known in several wordings: %s', (header) => {
    const [mentor] = peopleOf(
      `${header}\nmentor;Ann Lee;ann@h.example;A1;9\nmentee;Bo Day;bo@h.example;9;`,
    )
    expect(mentor).toMatchObject({ name: 'Ann Lee', email: 'ann@h.example', permanentId: 'A1' })
    expect(mentor?.supervisor).toEqual({ kind: 'row', row: 3 })
  })

  test('may give a name in two columns', () => {
    const [person] = peopleOf('Last name,First name,Role\nBerg,Åsa  Lin,mentor')
    expect(person?.name).toBe('Åsa Lin Berg')
  })

  test('stand in the first row that holds anything', () => {
    expect(peopleOf('\n;;\n\nRole;Name\n\nmentor;Ann\n;\n')[0]?.row).toBe(6)
  })

  test.each([
    { header: 'Name,Email', says: 'Give a column the heading “Role”' },
    { header: 'Role,Email', says: 'Give a column the heading “Name”' },
    { header: 'Role,Name,Staff number,GMC number', says: '“Staff number” and “GMC number”' },
  ])('$header are refused', ({ header, says }) => {
    expect(sentenceOfTableProblem(problemOf(`${header}\na,b,c,d`))).toContain(says)
  })
})

describe('what is wrong', () => {
  test('is told by row and column, with what stands there and what to do', () => {
    const table = [
      'Role,Name,Email,Staff number,Supervisor',
      ',Ann Lee,ann@h.example,1,',
      'nurse,,not an address,2,',
      'mentee,Bo Day,ANN@h.example,1,',
      'mentor,Cy Fox,cy@h.example,3,99',
      'mentor,Di Gray,di@h.example,4,3',
      'mentee,Ed Hill,,,3',
      'mentor,Ed Hill,,5,',
      'mentor,Fay Ivy,fay@h.example,6,x,y,z',
    ].join('\n')
    expect(faultsOf(table)).toEqual([
      'row 2, Role (): Choose a group: Mentor or Mentee',
      'row 3, Role (nurse): Write mentor (Mentor) or mentee (Mentee)',
      'row 3, Name (): Enter a name',
      'row 3, Email (not an address): Enter an email address in the form name@example.com, or leave it empty',
      'row 4, Email (ANN@h.example): The same email address as row 2. Correct it, or leave this person out',
      'row 4, Staff number (1): The same permanent id as row 2. Correct it, or leave this person out',
      'row 5, Supervisor (99): Nobody has this permanent id, email address or name. Write that of a Mentee of this programme',
      'row 6, Supervisor (3): This person is a Mentor. A supervisor is a Mentee',
      'row 7, Supervisor (3): Only a Mentor has a supervisor here. Leave this empty',
      'row 9,  (y): This row has 7 cells, more than there are headings. Put a cell that holds a separator in quotation marks',
      'row 9, Supervisor (x): Nobody has this permanent id, email address or name. Write that of a Mentee of this programme',
    ])
  })

  test('is a letter that was lost, a control character, a text too long', () => {
    const table = `Role,Name\nmentor,M\uFFFDller\nmentor,Bell\u0007\nmentor,${'x'.repeat(201)}`
    expect(faultsOf(table)).toEqual([
      expect.stringMatching(/^row 2, Name \(M\uFFFDller\): Type this again/),
      expect.stringMatching(/^row 3, Name .*: Type this again/s),
      expect.stringMatching(/^row 4, Name \(x{80}…\): Shorten this to 200 characters or fewer$/),
    ])
  })

  test('are two people with one name that nothing tells apart', () => {
    expect(
      faultsOf('Role,Name,Id\nmentor,Ann Lee,\nmentor,ann lee,'.replace('Id', 'Staff no')),
    ).toEqual([expect.stringContaining('The same name as row 2. If they are two people')])
    expect(peopleOf('Role,Name,Staff no\nmentor,Ann Lee,1\nmentor,Ann Lee,2')).toHaveLength(2)
  })

  test('is a supervisor whose name two mentees have', () => {
    const table = 'Role,Name,Staff no,Supervisor\nmentee,Bo,1,\nmentee,Bo,2,\nmentor,Cy,3,bo'
    expect(faultsOf(table)).toEqual([expect.stringContaining('More than one Mentee has this name')])
  })

  test('is counted where there is much of it', () => {
    const table = `Role,Name\n${'x,y\n'.repeat(300)}`
    expect(problemOf(table)).toMatchObject({ kind: 'people_table.faulty', total: 599, rows: 300 })
    expect(faultsOf(table)).toHaveLength(200)
  })
})

describe('against the people who are there', () => {
  const there: Surroundings = {
    ...nobodyThere,
    people: [
      {
        participantId: crypto.randomUUID(),
        role: 'mentee',
        name: 'Dr Bo Day',
        email: 'bo@h.example',
        permanentId: 'K9',
      },
    ],
    organisers: ['Lead@h.example'],
  }
  const participantId = there.people[0]?.participantId

  test('nobody is added twice, however the marks are written', () => {
    const table =
      'Role,Name,Email,Staff no\nmentor,X,BO@h.example,\nmentor,Y,,k9\nmentor,dr bo day,,'
    expect(faultsOf(table, there)).toEqual([
      expect.stringContaining('The same email address as Dr Bo Day, already in the programme'),
      expect.stringContaining('The same permanent id as Dr Bo Day, already in the programme'),
      expect.stringContaining('The same name as Dr Bo Day, already in the programme'),
    ])
  })

  test('whoever runs the programme does not take part in it', () => {
    expect(faultsOf('Role,Name,Email\nmentor,Ann,lead@H.example', there)).toEqual([
      expect.stringContaining('This person runs the programme'),
    ])
  })

  test.each(['k9', 'BO@h.example', 'dr bo  day'])('a supervisor is found by %s', (by) => {
    const [mentor] = peopleOf(`Role,Name,Supervisor\nmentor,Ann,${by}`, there)
    expect(mentor?.supervisor).toEqual({ kind: 'participant', participantId })
  })
})

describe('a group', () => {
  test.each(['mentor', ' MENTORS ', 'Clinical Fellow', 'clinical fellows'])(
    'is known as %s',
    (role) => {
      const mentor = {
        ...nobodyThere.roles.mentor,
        label: 'Clinical fellow',
        plural: 'Clinical fellows',
      }
      const roles = { ...nobodyThere.roles, mentor }
      expect(peopleOf(`Role,Name\n${role},Ann`, { ...nobodyThere, roles })[0]?.role).toBe('mentor')
    },
  )
})

describe('a table that is hard to read is refused within a second', () => {
  const million = 1_000_000
  const header = 'Role,Name\n'
  const cases = {
    'a million quotation marks': '"'.repeat(million),
    'an odd number of them': '"'.repeat(million + 1),
    'a million commas': ','.repeat(million),
    'a million semicolons': ';'.repeat(million),
    'a million empty lines': '\n'.repeat(million),
    'a million commas below a header': header + ','.repeat(million),
    'quoted cells without end': `${header}${'"a",'.repeat(million / 4)}`,
    'an open quotation mark': `${header}"${'a,b\n'.repeat(million / 40)}`,
    '100,000 columns': `${'Role,'.repeat(100_000)}\n${'x,'.repeat(100_000)}`,
    'more than three million characters': 'x'.repeat(3_000_001),
    'one name of a million spaces': `${header}mentor,a${' '.repeat(million)}b${'x'.repeat(300)}`,
    'one heading of a million brackets': `Role,Name,${'('.repeat(million)}\nmentor,Ann,x\nx,y,z`,
    'an address of a million dots': `Role,Name,Email\nmentor,Ann,${'a.'.repeat(million / 2)}@`,
  }

  test.each(Object.entries(cases).map(([name, text]) => ({ name, text })))('$name', ({ text }) => {
    const begun = process.cpuUsage()
    expect(readPeople(text, nobodyThere).ok).toBe(false)
    expect(secondsSince(begun)).toBeLessThan(1)
  })

  test('5,001 people are too many, 5,000 are not', () => {
    const rows = (n: number) =>
      `Role,Name\n${Array.from({ length: n }, (_, place) => `mentor,Person ${place}\n`).join('')}`
    expect(sentenceOfTableProblem(problemOf(rows(5001)))).toContain('5,001 rows')
    expect(peopleOf(rows(5000))).toHaveLength(5000)
  })
})
