/** A judgement about what somebody is, which they cannot change, in the place of what they do, which they can. */
import { findWords, withPlainApostrophes } from './found-words.ts'
import type { WarningRule } from './warning.ts'

const traits =
  '(?:lazy|arrogant|rude|selfish|stubborn|incompetent|unprofessional|moody|aggressive|intimidating|scary|frightening|grumpy|unapproachable|disorganised|disorganized|careless|useless|hopeless|dismissive|patronising|condescending|sarcastic|impatient|uncaring|unkind|cold|weak|boring|unreliable|unhelpful|unfriendly|hostile|bossy|controlling|clueless|ignorant|bad-tempered|short-tempered|pompous|self-important|two-faced|negative|pessimistic|chaotic|shy|awkward(?!\\s+to\\b)|difficult(?!\\s+to\\b)|distant|aloof|blunt|abrupt|insensitive|cruel|mean)'
const being =
  "(?:is|are|was|were|isn't|being|be|seems|appears|comes across as|can be|can come across as|gets|he's|she's)"
const degree =
  '(?:(?:very|quite|really|too|so|more|less|often|always|sometimes|usually|generally|frequently|extremely|rather|somewhat|a bit|a little|just|simply|incredibly|occasionally)\\s+)*'
const person = '(?:person|man|woman|guy|bloke|lady|individual|character|human being|personality)'
const label =
  '(?:bully|nightmare|joke|legend|saint|star|dinosaur|control freak|micromanager|perfectionist|gossip|snob|dictator|tyrant|know-it-all|pushover|hero|diva|loner|slacker)'
const judged =
  '(?:poor|bad|terrible|awful|weak|hopeless|useless|rubbish|lousy|horrible|dreadful)\\s+(?:\\p{L}+\\s+)?(?:teacher|doctor|consultant|communicator|leader|supervisor|listener|colleague|boss|manager|trainer|surgeon|physician|mentor)'

/** “Which is intimidating” says what follows from a behaviour; patients and juniors are not judged here. */
const ofAnotherThing =
  '(?<!\\b(?:it|this|that|which|what|there|people|patients|juniors|nurses|relatives|families|others)\\s+)'
/** “Rude to nurses”, without a verb, as points often begin. */
const openingTrait = `(?<=^|[.!?;:]\\s+)${degree}${traits}(?=\\s+(?:to|towards|and|or|about|with|when|in|on|at|during)\\b|\\s*[.,;!]|$)`

const patterns = [
  new RegExp(`(?<!\\p{L})${ofAnotherThing}${being}\\s+${degree}${traits}(?!\\p{L})`, 'giu'),
  new RegExp(openingTrait, 'giu'),
  /(?<!\p{L})(?:he|she)(?:\s+(?:is|was)|'s)\s+(?:such\s+)?an?\s+\p{L}+(?:\s+\p{L}+)?/giu,
  new RegExp(
    `(?<!\\p{L})(?:is|was|are|be|being|seems|such)\\s+(?:(?:such\\s+)?an?\\s+)(?:\\p{L}+\\s+){0,2}?(?:${person}|${label})(?!\\p{L})`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})(?:is|was|are|being)\\s+(?:such\\s+)?an?\\s+${judged}(?!\\p{L})`, 'giu'),
  /(?<!\p{L})(?:is|are|was|were|'s)\s+(?:(?:always|constantly|forever|invariably)\s+(?:late|absent|busy|tired|rushed|angry|stressed|cross|in a rush)|never\s+(?:on time|available|around|there|happy|satisfied|prepared))(?!\p{L})/giu,
  /(?<!\p{L})has\s+(?:an?|no)\s+(?:\p{L}+\s+)?(?:attitude|temper|ego|personality|manners|empathy|common sense|sense of humour|social skills|people skills)(?!\p{L})/giu,
  /(?<!\p{L})(?:attitude problem|lacks\s+(?:empathy|insight|integrity|compassion|common sense|motivation|interest|character|maturity|manners|people skills)|(?:does not|doesn't)\s+care(?!\s+(?:for|plan))|(?:can't|cannot) be bothered|couldn't care less)(?!\p{L})/giu,
]

export const personNotBehaviour: WarningRule = ({ text }) =>
  findWords(withPlainApostrophes(text), patterns).map(({ words }) => ({
    kind: 'person_not_behaviour',
    found: words,
    sentence: `“${words}” judges the person. What somebody does can be changed; what they are cannot.`,
    wayOut: 'Say what the mentee does and what follows from it: “does …, which means …”.',
  }))
