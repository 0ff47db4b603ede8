import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  asked,
  example,
  type Files,
  replacing,
  score,
  sentencesAfter,
  textIn,
  withRows,
} from '../../../tests/support/changed-example.ts'
import { sentenceOfReportProblem } from '../problems.ts'
import { readStudyFolder } from './study-folder.ts'

describe('the example study', () => {
  test('has eleven people, 312 scores and a coded comment for every stroke of table 1', async () => {
    const study = await readStudyFolder(example)
    if (!study.ok) throw new Error(sentenceOfReportProblem(study.problem))
    expect(study.value.participants.map(({ participant }) => participant).join(' ')).toBe(
      'M1 M2 M3 M4 M5 M6 C1 C2 C3 C4 C5',
    )
    expect(study.value.scores).toHaveLength(312)
    expect(study.value.scores[0]).toEqual({
      participant: 'M1',
      role: 'mentor',
      stage: 1,
      measure: 'confidence',
      domain: 'use_of_technology',
      score: 3,
    })
    expect(study.value.participants[5]).toMatchObject({ supervisor: 'C1', leftAfterPhase: 1 })
    expect(study.value.sessions[4]?.durationMinutes).toBe(180)
  })
})

describe('what is wrong is said with its place', () => {
  test.each<[string, (files: Files) => void]>([
    ['scores.csv, row 2, column score: 6 is not on the scale from 1 to 5.', score(`${asked},6`)],
    ['scores.csv, row 2, column score: 0 is not on the scale from 1 to 5.', score(`${asked},0`)],
    ['column score: “3.5” is not a whole number', score(`${asked},3.5`)],
    ['column score: “three” is not a whole number', score(`${asked},three`)],
    ['column score: the cell is empty; leave out the row', score(`${asked},`)],
    ['column participant: “M9” is not in the part', score('M9,mentor,1,confidence,strengths,3')],
    ['“M1” (with a space before or after it)', score('M1 ,mentor,1,confidence,strengths,3')],
    ['column role: “M1” is a mentor in the part', score('M1,mentee,4,awareness,strengths,3')],
    ['column role: “tutor” is not known; use one of', score('M1,tutor,1,confidence,strengths,3')],
    [
      'column stage: “2” is not known; use one of 1, 3',
      score('M1,mentor,2,confidence,strengths,3'),
    ],
    ['column measure: “courage” is not known', score('M1,mentor,1,courage,strengths,3')],
    ['column domain: “charm” is not known', score('M1,mentor,1,confidence,charm,3')],
    ['column domain: “overall” is not known', score('M1,mentor,1,confidence,overall,3')],
    ['use overall', score('M1,mentor,1,understanding,strengths,3')],
    ['confidence is not asked of a mentee at stage 4', score('C1,mentee,4,confidence,strengths,3')],
    [
      'scores.csv, row 4, column score: row 2 already has the score of this participant',
      withRows('scores.csv', `${asked},3`, '', `${asked},4`),
    ],
    [
      'answers.csv, row 2, column answer: “perhaps” is not known; use one of yes, no.',
      withRows('answers.csv', 'M1,mentor,1,concerns_before,perhaps'),
    ],
    ['column item: “mood” is not known', withRows('answers.csv', 'M1,mentor,1,mood,good')],
    [
      'column item: concerns_after is not asked of a mentor at stage 1',
      withRows('answers.csv', 'M1,mentor,1,concerns_after,none'),
    ],
    [
      'column answer: 9999 is not between 5 and 480',
      withRows('answers.csv', 'C1,mentee,4,expected_minutes,9999'),
    ],
    [
      'column answer: “an hour” is not a number',
      withRows('answers.csv', 'C1,mentee,4,expected_minutes,an hour'),
    ],
    [
      'answers.csv, row 3, column answer: row 2 already has the answer',
      withRows('answers.csv', 'M1,mentor,1,concerns_before,no', 'M1,mentor,1,concerns_before,yes'),
    ],
    [
      'willingness.csv, row 2, column mentor: “C1” is a mentee, but a mentor belongs here.',
      withRows('willingness.csv', 'C1,C2,1'),
    ],
    ['column mentee: “M2” is a mentor', withRows('willingness.csv', 'M1,M2,1')],
    [
      'column willing: “yes” is not known; use one of 1, 0',
      withRows('willingness.csv', 'M1,C1,yes'),
    ],
    ['row 2 already has the answer of this', withRows('willingness.csv', 'M1,C1,1', 'M1,C1,0')],
    ['a session takes more than 0 minutes', withRows('sessions.csv', '1,M1,C1,-5')],
    ['column duration_min: “long” is not a number', withRows('sessions.csv', '1,M1,C1,long')],
    [
      'column mode: “by phone” is not known; use one of face_to_face, online',
      (files) => {
        files.set('sessions.csv', 'pair,mentor,mentee,duration_min,mode\n1,M1,C1,30,by phone\n')
      },
    ],
    ['row 2 has other people in this pair', withRows('sessions.csv', '1,M1,C1,30', '1,M2,C1,30')],
    [
      'comments.csv, row 2, column question: “concern” is not known',
      replacing('comments.csv', ',concerns,', ',concern,'),
    ],
    [
      'comments.csv, row 3, column comment: row 2 already has this comment',
      replacing('comments.csv', 'K02,', 'K01,'),
    ],
    [
      'codings.csv, row 2, column comment: “K99” is not in the comments file.',
      withRows('codings.csv', 'K99,0,5,glad_of_the_idea,R1'),
    ],
    [
      'codings.csv, row 2, column end: the text has 45 characters, so the end cannot be 999.',
      withRows('codings.csv', 'K01,0,999,glad_of_the_idea,R1'),
    ],
    ['the end 5 is not after the start 5', withRows('codings.csv', 'K01,5,5,glad_of_the_idea,R1')],
    ['column start: “-1” is not a whole', withRows('codings.csv', 'K01,-1,5,glad_of_the_idea,R1')],
    ['column code: “joy” is not known', withRows('codings.csv', 'K01,0,5,joy,R1')],
    ['column coder: the cell is empty', withRows('codings.csv', 'K01,0,5,glad_of_the_idea,')],
    [
      'participants.csv, row 2, column age: “old” is not a number',
      replacing('participants.csv', 'male,31', 'male,old'),
    ],
    ['column sex: “man” is not known', replacing('participants.csv', 'male,31', 'man,31')],
    [
      '“M2” is a mentor, but a mentee',
      replacing('participants.csv', 'M1,mentor,C1', 'M1,mentor,M2'),
    ],
    [
      '“7” is not known; use one of',
      replacing('participants.csv', 'M1,mentor,C1,,', 'M1,mentor,C1,7,'),
    ],
    [
      'only a mentor has a supervisor',
      replacing('participants.csv', 'C1,mentee,,', 'C1,mentee,C2,'),
    ],
    [
      'row 1, column role: the column is missing',
      replacing('participants.csv', ',role,', ',rank,'),
    ],
    ['row 1, column points: the column is not known', replacing('scores.csv', ',score', ',points')],
    [
      'row 1, column stage: the column stands here twice',
      replacing('scores.csv', ',score', ',stage'),
    ],
    ['scores.csv, row 2: 5 cells where', replacing('scores.csv', 'M1,mentor,1,', 'M1,mentor,1')],
    ['row 1, column score: the column is missing', replacing('scores.csv', ',score', '\tscore')],
    [
      'protocol.json: rules.quartiles is "median". Give',
      replacing('protocol.json', '"tukey"', '"median"'),
    ],
    ['protocol.json: The protocol is not JSON', replacing('protocol.json', '{', '[')],
    ['datapackage.json: the file is not JSON', replacing('datapackage.json', '{', '[')],
    ['column resources: the file needs', replacing('datapackage.json', '"resources"', '"files"')],
    [
      'datapackage.json, column scores: the path must name one file inside the folder',
      replacing('datapackage.json', '"scores.csv"', '"../scores.csv"'),
    ],
    [
      'points.csv: the file is missing or cannot be opened; put it there, or take it out',
      replacing('datapackage.json', '"scores.csv"', '"points.csv"'),
    ],
  ])('%s', async (sentence, change) => {
    expect((await sentencesAfter(change)).join('\n')).toContain(sentence)
  })

  test('a file that is not UTF-8 says how to save it', async () => {
    const [sentence] = await sentencesAfter((files) => {
      const bytes = new TextEncoder().encode(textIn(files, 'comments.csv'))
      files.set('comments.csv', bytes.with(60, 0xe9))
    })
    expect(sentence).toContain('comments.csv, row 2: the text is not UTF-8 (probably Windows-1252)')
  })

  test('a folder that is not there is the only error', async () => {
    const study = await readStudyFolder(join(example, 'nowhere'))
    expect(study.ok ? 0 : study.problem.total).toBe(1)
  })
})
