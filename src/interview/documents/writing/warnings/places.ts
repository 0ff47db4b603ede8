/** Where something was: as with dates, it tells who may have been there. */
import { findWords, withPlainApostrophes } from './found-words.ts'
import type { WarningRule } from './warning.ts'

const unit = '(?:[Ww]ard|[Uu]nit|[Ss]uite|[Ww]ing|[Hh]ospital|[Ii]nfirmary|[Bb]uilding|[Hh]ospice)'
const acronym = '(?:AMU|SAU|MAU|ITU|ICU|HDU|CCU|NICU|PICU|SCBU|A&E|ED|CDU|EAU|SDEC|AAU|resus|Resus)'

const patterns = [
  /(?<!\p{L})[Ww]ards?\s+[A-Z]\d*(?![\p{L}\p{N}])/gu,
  /(?<!\p{L})wards?\s+(?:\d+[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\p{L}\p{N}])/giu,
  /(?<!\p{L})theatres?\s+(?:\d+|one|two|three|four|five|six)(?![\p{L}\p{N}])/giu,
  /(?<!\p{L})clinic\s+(?:room(?:\s+\d+)?|\d+)(?!\p{L})/giu,
  /(?<!\p{L})(?:on|at)\s+level\s+\d+(?!\p{L})/giu,
  /(?<!\p{L})(?<!side[- ])(?:room|floor|lab)\s+\d+[a-z]?(?![\p{L}\p{N}])/giu,
  new RegExp(
    `(?<!\\p{L})(?:[Tt]he\\s+)?(?!(?:The|This|That|On|In|At|Our|Their|Each|Every|Any|Some|All|Leads|Runs|From|Acute|During|Before|After|Uses|Medical|Surgical|NHS)\\s)\\p{Lu}[\\p{L}'-]+(?:\\s+\\p{Lu}[\\p{L}'-]+)*\\s+${unit}(?!\\p{L}|\\s+(?:rounds?|staff|teams?)\\b)`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})(?:on|in|at|from)\\s+(?:the\\s+)?${acronym}(?![\\p{L}\\p{N}])`, 'gu'),
  /(?<!\p{L})(?:in|on|at)\s+the\s+(?:canteen|mess|car park|doctors'? office|coffee room|corridor outside|discharge lounge|endoscopy suite|endoscopy unit|day unit|seminar room)(?!\p{L})/giu,
]

export const places: WarningRule = ({ text }) =>
  findWords(withPlainApostrophes(text), patterns).map(({ words }) => ({
    kind: 'place',
    found: words,
    sentence: `“${words}” tells where something was, and so who may have been there.`,
    wayOut:
      'Leave the place out, or say what kind of situation it is: “on ward rounds”, “in theatre”.',
  }))
