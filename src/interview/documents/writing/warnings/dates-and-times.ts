/** When something was: whoever knows who was there then knows who may have told it. */
import { findWords, isAtStartOfSentence } from './found-words.ts'
import type { WarningRule } from './warning.ts'

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
const month = '(?:january|february|april|june|july|august|september|october|november|december)'
const span =
  '(?:day|night|week|weekend|month|year|summer|winter|autumn|spring|morning|evening|afternoon)'

const patterns = [
  new RegExp(
    `(?<!\\p{L})(?:on\\s+call\\s+)?(?:(?:on|last|this|next|one|every|that)\\s+)?${weekday}(?:\\s+(?:morning|afternoon|evening|night)s?)?(?!\\p{L})`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?:(?:in|last|since|this|until|by|during|early|late|next)\\s+)?${month}(?:\\s+\\d{1,4}(?:st|nd|rd|th)?)?(?![\\p{L}'])`,
    'giu',
  ),
  /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:March|May)(?:\s+\d{1,4}(?:st|nd|rd|th)?)?(?!\p{L})/gu,
  /(?<!\p{L})(?:in|last|since|until|during|early|late)\s+(?:march|may)(?=\s+\d|[.,;]|$)/gu,
  new RegExp(`(?<!\\p{L})(?:last|that|the other|the previous)\\s+${span}(?!\\p{L})`, 'giu'),
  /(?<!\p{L})(?:yesterday|the day before|(?:two|three|four|five|six|a few|\d+)\s+(?:days|weeks|months|years)\s+ago|a\s+(?:week|month|year)\s+ago)(?!\p{L})/giu,
  /(?<![\p{N}/.-])(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])(?:[/.-](?:\d{4}|\d{2}))(?![\p{N}/])/gu,
  /(?<![\p{N}/])(?!24\/7|\d\/10)(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\p{N}/])/gu,
  /(?<!\p{N})(?:19|20)\d{2}(?!\p{N})/gu,
  /(?<![\p{N}:])(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?(?:am|pm))?(?![\p{N}:])/giu,
  /(?<![\p{N}.])\d{1,2}(?:\.\d{2})?\s?(?:am|pm|o'clock)(?!\p{L})/giu,
  /(?<!\p{L})(?:at|by|from|until|till|before|after|around)\s+\d{1,2}\.[0-5]\d(?![\p{N}%])/giu,
  /(?<!\p{L})at\s+(?:[01]\d|2[0-3])[0-5]\d(?:\s?h(?:rs|ours)?)?(?!\p{N})/giu,
  /(?<!\p{L})on\s+the\s+\d{1,2}(?:st|nd|rd|th)(?!\p{L})/giu,
  /(?<!\p{L})on[- ]call\s+on(?!\p{L}|\s+(?:the|a|their|his|her)\b)/giu,
  /(?<!\p{L})(?:at|over|during|before|after|since)\s+(?:Christmas|Easter|New Year|Ramadan|Eid|Diwali|Hanukkah|changeover)(?!\p{L})/giu,
]

/** “May” and “March” open a sentence as verbs. */
const isVerb = (text: string, words: string, index: number): boolean =>
  /^(?:may|march)$/i.test(words) && isAtStartOfSentence(text, index)

export const datesAndTimes: WarningRule = ({ text }) =>
  findWords(text, patterns)
    .filter(({ words, index }) => !isVerb(text, words, index))
    .map(({ words }) => ({
      kind: 'date_or_time',
      found: words,
      sentence: `“${words}” tells when something was, and so who may have been there.`,
      wayOut:
        'Leave the date or time out, or say how often: “often”, “at handover”, “on busy days”.',
    }))
