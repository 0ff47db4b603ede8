/** What people wrote, by question. Without codes of people, in the order of the comments' own labels. */
import type { Item, QuestionnaireStep, RoleId } from '../../protocol/model.ts'
import { itemsOf } from '../../protocol/rules.ts'
import { each } from '../../web/components/each.ts'
import type { Comment, Study } from '../study.ts'
import { Section } from './section.tsx'

type CommentsProps = {
  readonly study: Study
  readonly role: RoleId
  readonly step: QuestionnaireStep
  readonly level: 3 | 4
}

export const CommentsByQuestion = ({ study, role, step, level }: CommentsProps) => {
  const questions = itemsOf(study.protocol, step, role).filter(({ kind }) => kind === 'free_text')
  return each(questions, (question) => (
    <Section level={level} title={`Comments: ${question.question}`}>
      <Comments comments={commentsOn(study.comments, { role, stage: step.stage, question })} />
    </Section>
  ))
}

type Asked = { readonly role: RoleId; readonly stage: number; readonly question: Item }

const commentsOn = (comments: readonly Comment[], { role, stage, question }: Asked) =>
  comments
    .filter((one) => one.role === role && one.stage === stage && one.question === question.id)
    .toSorted((a, b) => a.comment.localeCompare(b.comment, 'en', { numeric: true }))

const Comments = ({ comments }: { readonly comments: readonly Comment[] }) =>
  comments.length === 0 ? (
    <p className="nhsuk-u-secondary-text-colour">Nobody wrote anything here.</p>
  ) : (
    <>
      <p>
        {comments.length} {comments.length === 1 ? 'comment' : 'comments'}
      </p>
      <ul className="app-quotes">
        {each(comments, ({ text }) => (
          <li>
            <q className="app-quotes__text">{text}</q>
          </li>
        ))}
      </ul>
    </>
  )
