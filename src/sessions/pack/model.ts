/** What lies in a reflection pack, as it is sealed. */
import * as z from 'zod'

/** How the mentee thinks that the group sees them, before they have read what the group says. */
export const selfAssessmentSchema = z.object({
  views: z.array(
    z.object({
      domain: z.string(),
      /** As the domain was called then. */
      label: z.string(),
      /** On the scale of `anchors.ts`; null: left out. */
      rating: z.int().min(1).max(5).nullable(),
      sentence: z.string(),
    }),
  ),
})
export type SelfAssessment = z.infer<typeof selfAssessmentSchema>
export type SelfView = SelfAssessment['views'][number]

/** In the brief form that appraisers use, with one action for the development plan. */
export const reflectionSchema = z.object({
  happened: z.string(),
  matters: z.string(),
  next: z.string(),
  action: z.string(),
  byWhen: z.string(),
  howKnown: z.string(),
  /** Ids of `good-medical-practice.ts`. */
  tags: z.array(z.string()),
})
export type Reflection = z.infer<typeof reflectionSchema>
