/** The median of each scale, stage by stage, as a picture and as a table. */
import type { Protocol } from '../../protocol/model.ts'
import { plural } from '../../protocol/wording/words.ts'
import { courseGraph } from '../../web/components/course-graph.tsx'
import { each } from '../../web/components/each.ts'
import { Figure } from '../../web/components/figure.tsx'
import { Section } from '../pages/section.tsx'
import { showNumber } from '../show.ts'
import type { MedianCourse, MedianPoint } from './courses.ts'

type CoursesProps = { readonly protocol: Protocol; readonly courses: readonly MedianCourse[] }

export const Courses = ({ protocol, courses }: CoursesProps) => (
  <Section level={2} title="What has become of the scales">
    {courses.length === 0 ? (
      <p>
        {`Medians are shown once a follow-up has closed that ${protocol.rules.anonymityFloor} people of a group or more have answered.`}
      </p>
    ) : (
      each(courses, (course) => <Course protocol={protocol} course={course} />)
    )}
  </Section>
)

const nameOf = ({ stage, months }: MedianPoint): string =>
  months === null ? `Stage ${stage}` : `After ${months} months`

type CourseProps = { readonly protocol: Protocol; readonly course: MedianCourse }

const Course = ({ protocol, course: { role, measure, domain, points } }: CourseProps) => {
  const group = protocol.roles[role].plural
  const title = `${group}: ${measure.label}`
  return (
    <Figure
      id={`course-${role}-${measure.id}`}
      title={title}
      description={`The median of the ${plural(protocol, role)} who answered, from ${domain[0]} to ${domain[1]}. They need not be the same people each time.`}
      svg={courseGraph({
        title,
        domain,
        points: points.map((point) => ({ label: nameOf(point), value: point.median })),
      })}
      table={{
        caption: `Medians: ${title}`,
        columns: [{ header: 'When' }, { header: 'Median', isNumeric: true }],
        rows: points.map((point) => [nameOf(point), showNumber(point.median)]),
      }}
    />
  )
}
