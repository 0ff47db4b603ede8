/** Beside the editor: what became of the versions that were sent, and what is asked to be changed. */
import { dayInWords } from '../../../../lib/dates.ts'
import { each } from '../../../../web/components/each.ts'
import { InsetText } from '../../../../web/components/inset-text.tsx'
import { documentAddress } from '../document-addresses.ts'
import type { Draft } from '../load-documents.ts'

/** Nothing before the first version is sent. */
export const SignOffStanding = ({ draft }: { readonly draft: Draft }) => {
  const { programme, mentee, latest, requests } = draft
  if (latest === null) return null
  const signOff = `${documentAddress(programme.programmeId, mentee.menteeId)}/sign-off`
  return (
    <>
      <InsetText>
        <p>
          {standingInWords(draft)} <a href={signOff}>See the sign-off</a>
        </p>
      </InsetText>
      {requests.length === 0 ? null : (
        <section aria-labelledby="requests">
          <h2 className="nhsuk-heading-m" id="requests">
            What is asked to be changed
          </h2>
          <p>In an order of chance, without names.</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {each(requests, (request) => (
              <li className="app-writing__request">{request}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const standingInWords = ({ latest, current }: Draft): string => {
  if (latest === null) return ''
  const version = `Version ${latest.version}`
  const next = `What you change here becomes version ${latest.version + 1}, which the group signs off again.`
  if (latest.state === 'released')
    return `${version} was released${latest.releasedOn === null ? '' : ` on ${dayInWords(latest.releasedOn)}`} and does not change any more. ${next}`
  if (latest.sha256 === current.sha256)
    return `${version}, with exactly this wording, is out for sign-off. ${next}`
  return `${version} is out for sign-off, in an earlier wording. ${next}`
}
