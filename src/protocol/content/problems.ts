/** Why what a protocol asks cannot be changed like this, and the sentence that says so. */
import type { RoleId } from '../model.ts'

export type ContentProblem =
  /** Somebody else took it away, or the address was never one. */
  | { readonly kind: 'content.unknown'; readonly id: string }
  | { readonly kind: 'label.taken'; readonly label: string }
  | { readonly kind: 'domain.only_one' }
  | { readonly kind: 'measure.only_one' }
  | { readonly kind: 'then_test.asked_nowhere'; readonly label: string }
  | { readonly kind: 'then_test.not_possible'; readonly label: string }
  | { readonly kind: 'item.not_for_role'; readonly label: string; readonly role: RoleId }
  | { readonly kind: 'stage.always_on'; readonly title: string }
  | { readonly kind: 'stage.only_questionnaire' }
  | { readonly kind: 'stage.willingness_needed'; readonly title: string }
  | { readonly kind: 'stage.no_room'; readonly title: string }
  | { readonly kind: 'follow_up.nothing_to_repeat' }

export const sentenceOfContentProblem = (problem: ContentProblem): string => {
  switch (problem.kind) {
    case 'content.unknown':
      return 'It is no longer in the protocol. Go back to the list and choose again.'
    case 'label.taken':
      return `There is another one called “${problem.label}”. Choose a different name.`
    case 'domain.only_one':
      return 'There must be at least one. Add another one before you remove this one.'
    case 'measure.only_one':
      return 'There must be at least one scale. Add another one before you remove this one.'
    case 'then_test.asked_nowhere':
      return `“${problem.label}” is not asked anywhere yet. Choose where it is asked first.`
    case 'then_test.not_possible':
      return `“${problem.label}” already asks about the time before.`
    case 'item.not_for_role':
      return `“${problem.label}” is not a question for this group. Add the group to the question first.`
    case 'stage.always_on':
      return `A programme cannot go without “${problem.title}”.`
    case 'stage.only_questionnaire':
      return 'This is the only questionnaire. A programme needs at least one.'
    case 'stage.willingness_needed':
      return `“${problem.title}” is where mentors say in private whom they are willing to mentor, and the allocation needs that. Turn on another questionnaire for them before the allocation first.`
    case 'stage.no_room':
      return `“${problem.title}” cannot be put back: its stage number is in use.`
    case 'follow_up.nothing_to_repeat':
      return 'There is no questionnaire that a follow-up could repeat. Turn on a questionnaire first.'
  }
}
