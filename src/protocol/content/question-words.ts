/** The words by which a doubtful question is recognised. English only. */

/** Two things asked at once: “and”, “or” between two askings or two verbs; “useful and enjoyable”. */
export const joined: readonly RegExp[] = [
  /\band\/or\b/i,
  /\b(?:and|or) (?:how|what|why|when|where|who|whether|do you|did you|are you|were you|is it|was it|would you|will you|should|have you|can you)\b/i,
  /\b(?:useful|helpful|enjoyable|interesting|clear|easy|fair|safe|effective|important|approachable|friendly|supportive|confident|comfortable|satisfied|well prepared) (?:and|or) (?:\w+ly )?(?:useful|helpful|enjoyable|interesting|clear|easy|fair|safe|effective|important|approachable|friendly|supportive|confident|comfortable|satisfied|well prepared)\b/i,
]

export const leading: readonly RegExp[] = [
  /\b(?:don['’]t|do not|wouldn['’]t|would not|isn['’]t|aren['’]t|shouldn['’]t|didn['’]t) (?:you|it|they|we|there)\b/i,
  /\b(?:do|would) you (?:not )?agree\b/i,
  /\bhow much (?:did|do|have) you (?:\w+ly )?(?:enjoy|like|love|benefit|appreciate)\w*/i,
  /\b(?:obviously|clearly|of course|surely|undoubtedly|needless to say|as everybody knows|everyone knows|most people (?:think|agree|believe))\b/i,
  /, (?:isn['’]t it|right|correct|no)\s*\?/i,
]

export const emotive: readonly RegExp[] = [
  /\b(?:wonderful|fantastic|amazing|brilliant|superb|outstanding|inspiring|invaluable|terrible|awful|horrible|dreadful|shocking|appalling|disastrous|disgraceful|arrogant|outdated|old-fashioned)\b/i,
]

export const absolutes: readonly RegExp[] = [
  /\b(?:always|never|every time|all the time|nobody|everybody|everyone|no one|none of|entirely|under no circumstances)\b/i,
]

export const negatives =
  /\b(?:not|never|no longer|none|nobody|without|unless|unable|unwilling|unlikely|unhelpful|unimportant|unclear|unfair|disagree|impossible|fail(?:ed|s)? to)\b|n['’]t\b/gi

export const hardWords: readonly RegExp[] = [
  /\b(?:utilis[ei]\w*|facilitat(?:e[sd]?|ing)|commence\w*|endeavou?r\w*|notwithstanding|heretofore|paradigm\w*|synerg\w+|operationalis\w+|actionable|stakeholder\w*|leverag\w+|conceptualis\w+|multifaceted|efficacious|ameliorat\w+|remunerat\w+|vis-à-vis|inter alia)\b/i,
]

/** What the Equality Act 2010 protects, and health. */
export const sensitive: readonly RegExp[] = [
  /\b(?:sex|gender|gender identity|sexual orientation|sexuality|ethnic(?:ity| group| background| origin)|race|religion|belief|disabilit(?:y|ies)|disabled|pregnan\w+|maternity|marital status|mental health|long-term condition|health condition|nationality|immigration status|trade union)\b/i,
]

const negativeAnchor =
  /\b(?:disagree|dissatisfied|unsatisfied|unhappy|poor|bad|worse|worst|unlikely|unimportant|unhelpful|useless|uncomfortable|unsafe|unfair|unsure|negative|difficult|decreased|lower|lesser|against|oppose|too (?:short|little|few|low))\b/i
const positiveAnchor =
  /\b(?:agree|satisfied|happy|good|excellent|better|best|likely|important|helpful|useful|comfortable|safe|positive|easy|increased|higher|greater|in favour|support|too (?:long|much|many|high))\b/i

/** The low end of a scale from none to much, which has no middle to be on either side of. */
const absent = /\b(?:not|none|no)\b/i
const middle =
  /\b(?:neither|neutral|same|unchanged|no change|about right|mixed|undecided|average|in between|don['’]t know)\b/i

export const isMiddle = (label: string): boolean => middle.test(label)

/** −1 below the middle, 1 above it; 0 in the middle, or no word of either side. */
export const valenceOf = (label: string): -1 | 0 | 1 => {
  if (absent.test(label) || isMiddle(label)) return 0
  if (negativeAnchor.test(label)) return -1
  return positiveAnchor.test(label) ? 1 : 0
}
