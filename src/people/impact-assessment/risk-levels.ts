/** How a risk is rated. Source: the matrix in the Information Commissioner's guidance on impact assessments. */
export type Likelihood = 'Remote' | 'Possible' | 'Probable'
export type Severity = 'Minimal' | 'Significant' | 'Severe'
export type RiskLevel = 'Low' | 'Medium' | 'High'

export type Rating = { readonly likelihood: Likelihood; readonly severity: Severity }

const levels = {
  Minimal: { Remote: 'Low', Possible: 'Low', Probable: 'Low' },
  Significant: { Remote: 'Low', Possible: 'Medium', Probable: 'High' },
  Severe: { Remote: 'Low', Possible: 'High', Probable: 'High' },
} as const satisfies Record<Severity, Record<Likelihood, RiskLevel>>

export const levelOf = ({ likelihood, severity }: Rating): RiskLevel => levels[severity][likelihood]
