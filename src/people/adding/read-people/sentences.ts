/** What is wrong with a table of people, and what to do about it, in words. */
import type { Protocol } from '../../../protocol/model.ts'
import type { PersonFault, TableFault, TableProblem } from './model.ts'

type Roles = Protocol['roles']

/** For one person on a form, beside the field. */
export const sentenceOfPersonFault = (fault: PersonFault, roles: Roles): string => {
  switch (fault.kind) {
    case 'role_missing':
      return `Choose a group: ${roles.mentor.label} or ${roles.mentee.label}`
    case 'role_unknown':
      return `Write mentor (${roles.mentor.label}) or mentee (${roles.mentee.label})`
    case 'name_missing':
      return 'Enter a name'
    case 'too_long':
      return `Shorten this to ${fault.most} characters or fewer`
    case 'unreadable':
      return 'Type this again: it has a character that cannot be read'
    case 'email_unfit':
      return 'Enter an email address in the form name@example.com, or leave it empty'
    case 'email_of_organiser':
      return 'This person runs the programme and cannot take part in it as well. Choose somebody else, or take their role in the programme away first'
    case 'repeated':
    case 'taken':
      return sentenceOfRepeated(fault)
    default:
      return sentenceOfSupervisorFault(fault, roles)
  }
}

type Repeated = Extract<PersonFault, { kind: 'repeated' | 'taken' }>

const sentenceOfRepeated = (fault: Repeated): string => {
  const where = fault.kind === 'taken' ? `${fault.by}, already in the programme` : rowOf(fault)
  switch (fault.field) {
    case 'name':
      return `The same name as ${where}. If they are two people, give this one an email address or a permanent id; if not, leave this one out`
    case 'email':
      return `The same email address as ${where}. Correct it, or leave this person out`
    default:
      return `The same permanent id as ${where}. Correct it, or leave this person out`
  }
}

const rowOf = ({ firstRow }: Extract<Repeated, { kind: 'repeated' }>): string => `row ${firstRow}`

type SupervisorFault = Extract<PersonFault, { kind: `supervisor_${string}` }>

const sentenceOfSupervisorFault = (
  { kind }: SupervisorFault,
  { mentor, mentee }: Roles,
): string => {
  switch (kind) {
    case 'supervisor_of_mentee':
      return `Only a ${mentor.label} has a supervisor here. Leave this empty`
    case 'supervisor_unknown':
      return `Nobody has this permanent id, email address or name. Write that of a ${mentee.label} of this programme`
    case 'supervisor_ambiguous':
      return `More than one ${mentee.label} has this name. Write the permanent id or the email address`
    case 'supervisor_not_mentee':
      return `This person is a ${mentor.label}. A supervisor is a ${mentee.label}`
  }
}

/** For one cell of a table. */
export const sentenceOfTableFault = (fault: TableFault, roles: Roles): string =>
  fault.kind === 'row_too_long'
    ? `This row has ${fault.cells} cells, more than there are headings. Put a cell that holds a separator in quotation marks`
    : sentenceOfPersonFault(fault, roles)

const thousands = new Intl.NumberFormat('en-GB')

/** For the whole table, where no row can be named, or before the rows are. */
export const sentenceOfTableProblem = (problem: TableProblem): string => {
  switch (problem.kind) {
    case 'people_table.empty':
      return 'Enter a table with a row of headings and at least one person below it'
    case 'people_table.not_text':
      return sentenceOfOtherFile(problem.looksLike)
    case 'people_table.too_large':
      return 'The table holds more than a list of 5,000 people needs. Take out the columns that are not needed, or split it'
    case 'people_table.too_many':
      return `The table has ${thousands.format(problem.rows)} rows. Add ${thousands.format(problem.most)} people at most in one go: split the table`
    case 'people_table.quote':
      return sentenceOfQuote(problem)
    case 'people_table.column_missing':
      return sentenceOfMissing(problem)
    case 'people_table.column_twice':
      return `The columns “${problem.first}” and “${problem.second}” mean the same. Take one of them out`
    case 'people_table.faulty':
      return sentenceOfFaulty(problem)
  }
}

const sentenceOfOtherFile = (looksLike: 'workbook' | 'pdf' | 'unknown'): string => {
  switch (looksLike) {
    case 'workbook':
      return 'This is a workbook. Open it in the spreadsheet program and save it as CSV, or copy its cells and paste them here'
    case 'pdf':
      return 'This is a PDF. Upload the table as CSV, or copy its cells and paste them here'
    case 'unknown':
      return 'This is not a table in text. Save it as CSV in the spreadsheet program, or copy its cells and paste them here'
  }
}

type Quote = Extract<TableProblem, { kind: 'people_table.quote' }>

const sentenceOfQuote = ({ row, column, isOpen }: Quote): string => {
  const place = `Row ${row}, column ${column}`
  return isOpen
    ? `${place}: a quotation mark is opened and never closed. Close it, or take it out`
    : `${place}: a quotation mark stands where no cell begins or ends. Put the whole cell in quotation marks and write two for the one inside`
}

type Missing = Extract<TableProblem, { kind: 'people_table.column_missing' }>

const shownHeadings = 8

const sentenceOfMissing = ({ missing, headings }: Missing): string => {
  const shown = headings.slice(0, shownHeadings).map((heading) => `“${heading.slice(0, 40)}”`)
  const first = `The first row holds ${shown.join(', ')}${headings.length > shownHeadings ? ' …' : ''}.`
  return missing === 'role'
    ? `${first} Give a column the heading “Role”, with mentor or mentee in each row`
    : `${first} Give a column the heading “Name”, or two columns the headings “First name” and “Last name”`
}

type Faulty = Extract<TableProblem, { kind: 'people_table.faulty' }>

const sentenceOfFaulty = ({ total, rows }: Faulty): string =>
  `${total === 1 ? 'One cell needs' : `${thousands.format(total)} cells need`} a correction. Nobody was added: correct the table and send all ${thousands.format(rows)} rows again`
