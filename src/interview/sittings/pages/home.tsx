/** The facilitator's home of the interview: how it stands, and what to do next. */
import { Columns } from '../../../web/components/columns.tsx'
import { TitledPage } from '../../../web/components/titled-page.tsx'
import { hindranceOf } from '../rules.ts'
import { Hindered, Ready } from './before.tsx'
import { EndedInterview } from './ended.tsx'
import { AboutInterview, Guide } from './guide.tsx'
import { OpenInterview, type OpenProps } from './open.tsx'

type HomeProps = OpenProps & { readonly errors: readonly string[] }

export const InterviewHomePage = (props: HomeProps) => {
  const { loaded, errors } = props
  const { programme } = loaded
  return (
    <>
      <TitledPage
        caption={programme.name}
        title="Interview"
        errors={errors.map((text) => ({ text }))}
      />
      <Standing {...props} />
      <Columns>
        <Guide protocol={programme.protocol} />
      </Columns>
    </>
  )
}

const Standing = (props: OpenProps) => {
  switch (props.loaded.room.state) {
    case 'not_started':
      return <NotStarted {...props} />
    case 'open':
      return <OpenInterview {...props} />
    case 'ended':
      return <EndedInterview {...props} />
  }
}

const NotStarted = ({ loaded }: OpenProps) => {
  const hindrance = hindranceOf(loaded.facts)
  return (
    <Columns>
      <AboutInterview protocol={loaded.programme.protocol} />
      {hindrance === null ? (
        <Ready loaded={loaded} />
      ) : (
        <Hindered loaded={loaded} hindrance={hindrance} />
      )}
    </Columns>
  )
}
