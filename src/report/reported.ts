/** What every page of the report is made from. */
import type { Analysis } from './analysis.ts'
import type { Study } from './study.ts'

export type Reported = { readonly study: Study; readonly analysis: Analysis }
