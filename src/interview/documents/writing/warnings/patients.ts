/** What lets somebody recognise a patient: a bed, a number, an age, an illness, an event. */
import { findWords, withPlainApostrophes } from './found-words.ts'
import type { WarningRule } from './warning.ts'

const illness =
  '(?:sepsis|cancer|stroke|pneumonia|bleed(?:ing)?|dementia|delirium|diabetes|asthma|COPD|cirrhosis|epilepsy|fracture|arrest|heart failure|kidney failure|liver failure|chest pain|abdominal pain|infection|overdose|tumour|lymphoma|leukaemia|colitis|pancreatitis|varices|jaundice|GI bleed|variceal bleed)'
const whichPatient = '(?:the|this|that|one|a|his|her|their|my|our)'

const patterns = [
  /(?<!\p{L})(?:the\s+patient\s+in\s+)?(?:bed|bay|cubicle|side[- ]room)\s*(?:number\s*|no\.?\s*)?\d+[a-z]?(?!\p{L})/giu,
  /(?<!\p{L})bay\s+[A-F](?!\p{L})/gu,
  /(?<![\p{N}-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{N}-])/gu,
  /(?<!\p{L})(?:NHS|hospital|MRN|unit)\s+(?:number|no\.?)\s*:?\s*[A-Z]?\d[\d -]{4,}/giu,
  /(?<!\p{L})\d{1,3}[- ](?:years?|yrs?|months?|weeks?|days?)[- ]old(?:\s+(?:man|woman|boy|girl|lady|gentleman|patient))?(?!\p{L})/giu,
  /(?<![\p{L}\p{N}])\d{1,3}\s?(?:yo|y\/o|yr old)(?![\p{L}\p{N}])/giu,
  /(?<!\p{L})(?:aged|age)\s+\d{1,3}(?!\p{N})/giu,
  /(?<!\p{L})in\s+(?:his|her|their)\s+(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\d0s)(?!\p{L})/giu,
  /(?<!\p{L})(?:the|this|that|one)\s+patient\s+(?:in|on|from)\s+(?:the\s+|a\s+)?(?:bed|bay|cubicle|side[- ]room|ward|resus|corridor|clinic|theatre|ITU|ICU|HDU|A&E|ED|AMU)(?:\s+\d+)?(?!\p{L})/giu,
  new RegExp(
    `(?<!\\p{L})${whichPatient}\\s+(?:patient|man|woman|lady|gentleman)\\s+with\\s+(?:a\\s+|an\\s+|the\\s+|acute\\s+|severe\\s+)*${illness}(?!\\p{L})`,
    'giu',
  ),
  /(?<!\p{L})(?:the|this|that|one)\s+patient\s+(?:who|whose)(?!\p{L})/giu,
  /(?<!\p{L})(?:the|this|that|a|one|his|her)\s+patient\s+(?:had\s+)?(?:died|fell|arrested|deteriorated|collapsed|bled|absconded|complained)(?!\p{L})/giu,
]

export const patients: WarningRule = ({ text }) =>
  findWords(withPlainApostrophes(text), patterns).map(({ words }) => ({
    kind: 'patient',
    found: words,
    sentence: `“${words}” may let somebody recognise a patient.`,
    wayOut: 'Leave the patient out. Say what is usually done, not what was done once.',
  }))
